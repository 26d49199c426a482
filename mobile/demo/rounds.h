// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "mobile/demo/invented_people.h"
#include "mobile/demo/staff.h"

namespace liaison::demo {

/// An act that a visit is planned to contain.
struct Task {
    std::string prestation;  ///< code
    std::string label;
    int minutes = 0;
};

/// A visit that comes back every week.
struct Round {
    std::size_t author = 0;  ///< in staff()
    std::size_t person = 0;
    unsigned weekday = 0;  ///< 0 for Monday
    int start = 0;         ///< minutes after midnight in France
    int length = 0;
    std::string purpose;
    std::vector<Task> tasks;
};

/// The week of everybody who makes rounds. Each works five days out of seven; Claire and Nadia
/// work on `todaysWeekday`, when Claire sees the first five persons in their order.
std::vector<Round> planRounds(const std::vector<InventedPerson>& people, unsigned todaysWeekday,
                              const Dice& dice);

/// What somebody with this function does at this person's home at this time of day.
void furnishRound(Round& round, const InventedPerson& person, Dice& dice);

}  // namespace liaison::demo
