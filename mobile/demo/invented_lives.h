// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mobile/demo/invented_people.h"

namespace liaison::demo {

/// Gives a person whose name, place and traits stand the rest of a life: home, habits, history,
/// precautions, and one to three people around them.
void furnishLife(InventedPerson& person, Dice& dice);

}  // namespace liaison::demo
