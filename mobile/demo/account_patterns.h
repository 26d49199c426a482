// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mobile/demo/invented_people.h"

namespace liaison::demo {

/// A targeted transmission that can be told about many people; see say() for its patterns.
struct AccountPattern {
    std::string cible;           ///< code
    std::optional<Trait> trait;  ///< of the persons it may be told about; none: all
    std::string functions;       ///< codes of those who would tell it, with spaces between
    const char* observed;
    const char* actions;
    const char* results;  ///< empty: nobody knows yet
};

const std::vector<AccountPattern>& nursesAccounts();
const std::vector<AccountPattern>& aidesAccounts();
const std::vector<AccountPattern>& therapistsAccounts();

}  // namespace liaison::demo
