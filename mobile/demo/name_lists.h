// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace liaison::demo {

struct Town {
    std::string name;
    std::string postalCode;
};

// What invented people are put together from.
const std::vector<std::string>& familyNames();
const std::vector<std::string>& womensNames();
const std::vector<std::string>& mensNames();
/// Given names of the generation after.
const std::vector<std::string>& daughtersNames();
const std::vector<std::string>& sonsNames();
const std::vector<Town>& towns();
const std::vector<std::string>& streets();
const std::vector<std::string>& hamlets();
const std::vector<std::string>& doctors();

}  // namespace liaison::demo
