// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/load/meter.h"

namespace liaison::load {

/// Where a task works: a running server, and a folder for what devices keep.
struct Place {
    std::filesystem::path serverData;
    std::uint16_t port = 0;
    pid_t serverPid = 0;  ///< 0: its CPU and memory are not measured
    std::filesystem::path folder;
    std::uint64_t seed = 1;

    Watched watched() const { return {serverPid, folder, serverData}; }
};

/// How much of what. Every count is bounded by the command line that fills it.
struct Amount {
    std::size_t centres = 1;
    std::size_t devices = 1;
    std::size_t records = 0;
    std::size_t edits = 0;
    std::size_t firstRuns = 0;
    std::size_t tries = 50;  ///< of what is over at once: quiet connections, saves
    std::string centre = "Centre 1";
};

// Each answers with what it did and what that took, as JSON. `errors` counts the devices that did
// not reach the end; a task that could not even begin throws.

/// Makes the centres and lets the devices join, all at once.
nlohmann::json join(const Place& place, const Amount& amount);
/// One phone and one centre: pushes so many records. `reconnects`: how often the centre sent the
/// phone away because it was busy.
nlohmann::json push(const Place& place, const Amount& amount);
/// One empty phone receives all of the centre that `push` made; then it edits one field of so many
/// of its records and pushes that, says nothing on new connections and on an open one, and saves
/// durably; each is a figure.
nlohmann::json pull(const Place& place, const Amount& amount);
/// Centres full of records; then all devices reconnect at once with so many edits each, while
/// others receive their whole centre for the first time.
nlohmann::json storm(const Place& place, const Amount& amount);
/// Devices of one centre stay connected, one writes, and each edit has to reach all others.
nlohmann::json live(const Place& place, const Amount& amount);

}  // namespace liaison::load
