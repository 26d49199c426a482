// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "mobile/demo/staff.h"
#include "shared/base/result.h"

namespace liaison::demo {

using nlohmann::json;

/// Where the demonstration lives, a folder for each device, and the programs it runs: those beside
/// this one.
struct Place {
    std::filesystem::path folder;
    std::filesystem::path programs;

    std::filesystem::path profile(const StaffMember& member) const
    {
        return folder / member.phone / member.folder;
    }
    std::filesystem::path server() const { return folder / "server"; }
    std::filesystem::path pinFile() const { return folder / "pin"; }
};

constexpr const char* kCentreName = "CRT Les Tilleuls, Lalinde";

/// Runs a program of ours to its end and returns what it printed. Fails with `io` and what it said
/// when it ends with anything but 0, or does not end within ten minutes.
Result<std::string> run(const std::filesystem::path& program,
                        const std::vector<std::string>& arguments, const std::string& input = {});

/// The answer of an administration command to the centre's server.
Result<json> askServer(const Place& place, const std::vector<std::string>& arguments);

/// The real headless phone of one member: a process for each command.
class DevicePhone {
public:
    DevicePhone(const Place& place, const StaffMember& member)
        : place_(place), profile_(place.profile(member))
    {
    }

    /// Any command of liaison-device, with `--json` where it is wanted.
    Result<json> ask(const std::vector<std::string>& arguments,
                     const std::string& input = {}) const;

    Result<json> sync() const { return ask({"sync", "--wait", "300"}); }
    Result<json> status() const { return ask({"status", "--json"}); }
    /// Saves changes as one edit; see `liaison-device save`.
    Result<json> save(const json& changes) const;
    Result<json> records(const std::string& kind) const;
    Result<json> record(const std::string& id) const;
    Result<json> history(const std::string& id) const;

private:
    const Place& place_;
    std::filesystem::path profile_;
};

}  // namespace liaison::demo
