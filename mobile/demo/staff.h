// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mobile/demo/dice.h"

namespace liaison::demo {

/// A member of the invented centre.
struct StaffMember {
    std::string phone;   ///< folder of the device that their profile is on
    std::string folder;  ///< of the profile there
    std::string givenName;
    std::string familyName;
    std::string role;      ///< "aide", "nurse" or "supervisor"
    std::string function;  ///< code of the list function
    std::string device;    ///< what the centre's list of devices calls their phone
    int visitsADay = 0;    ///< 0: makes no rounds

    std::string fullName() const { return givenName + " " + familyName; }
};

/// The twelve of the invented centre, always the same.
const std::vector<StaffMember>& staff();

// Where those stand in that list whom the scripted day is about.
constexpr std::size_t kSophie = 0;     ///< supervisor at the desk; admits and describes persons
constexpr std::size_t kBenedicte = 1;  ///< supervisor who reviews what was written
constexpr std::size_t kClaire = 2;     ///< nurse
constexpr std::size_t kNadia = 3;      ///< aide

}  // namespace liaison::demo
