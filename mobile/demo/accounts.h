// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "liaison/v1/care.pb.h"
#include "mobile/demo/invented_people.h"

namespace liaison::demo {

/// What a visit leaves to be said on, in the words of somebody with this function: a targeted
/// transmission about something that is true of this person. Cible, data, actions and, mostly,
/// results are set. None when nobody of this function has anything to say about such a person.
std::optional<v1::Transmission> account(const InventedPerson& person, const std::string& function,
                                        Dice& dice);

/// What is said on after a fall, after a refusal, and around a hospital stay.
v1::Transmission accountOfFall(const InventedPerson& person, Dice& dice);
v1::Transmission accountOfRefusal(const InventedPerson& person, const std::string& act, Dice& dice);
v1::Transmission accountOfDeparture(const InventedPerson& person, Dice& dice);
v1::Transmission accountOfReturn(const InventedPerson& person, Dice& dice);

/// Why an act was refused, in a few words.
std::string reasonOfRefusal(const InventedPerson& person, Dice& dice);

}  // namespace liaison::demo
