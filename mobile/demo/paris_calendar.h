// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "shared/base/time.h"

namespace liaison::demo {

/// A day as people of the centre count them, where they live.
using Day = std::chrono::local_days;

/// The moment so many minutes after midnight of this day, in France.
Instant at(Day day, int minutes);
/// The day it is in France at this moment.
Day dayOf(Instant instant);
/// Minutes after midnight in France.
int minutesOf(Instant instant);
/// "10:42".
std::string hourText(Instant instant);
/// "lundi 14 septembre 2026".
std::string dayText(Day day);
/// "lun. 14 sept.".
std::string shortDayText(Day day);
/// 0 for Monday up to 6 for Sunday.
unsigned weekdayOf(Day day);

}  // namespace liaison::demo
