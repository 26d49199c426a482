// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace liaison::soak {

/// What happened in a soak, and what it found.
struct Counts {
    int killsOfServer = 0;
    int killsOfDevices = 0;
    int killsBetween = 0;  ///< of these, with a push at the server and no verdict at the device
    int cutsAtRecords = 0;
    int cutsAtBytes = 0;
    int stopsOfServer = 0;
    int stopsOfDevices = 0;
    int losses = 0;     ///< bytes went nowhere, then the line broke
    int deadLines = 0;  ///< bytes went nowhere and nobody was ever told
    int fullServers = 0;
    int fullDevices = 0;
    int refusedByFullDisk = 0;  ///< saves and exchanges that a full disk did not let happen
    int agreements = 0;         ///< times that all digests were compared and equal
    std::size_t written = 0;
    std::size_t acknowledged = 0;
    std::size_t lost = 0;
    std::size_t twice = 0;
    double slowestDrain = 0;    ///< seconds from the line's return to the last empty queue
    double slowestRestart = 0;  ///< seconds from a start of the server until it listens
    std::vector<std::string> violations;

    int cycles() const { return killsOfServer + killsOfDevices; }
    /// The table that a soak ends with.
    std::string table() const;
};

constexpr double kDrainSecondsMax = 30;

/// The sentences that do not hold; empty when the soak is what it has to be.
std::vector<std::string> faultsOf(const Counts& counts);

}  // namespace liaison::soak
