// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace liaison {

// What LedgerJson says, for a person at a terminal. Meant to be read, not to be parsed.
std::string plainRecords(const nlohmann::json& shown);
std::string plainHistory(const nlohmann::json& history);
std::string plainRefusals(const nlohmann::json& refused);
std::string plainStatus(const nlohmann::json& status);
std::string plainFiles(const nlohmann::json& files);

}  // namespace liaison
