// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "tests/sim/world.h"

namespace liaison::sim {

/// Which worlds to run, and how.
struct WorldsPlan {
    std::uint64_t firstSeed = 1;
    std::uint64_t count = 100;
    std::size_t jobs = 1;  ///< processes
    bool isLarge = false;
    bool isTraced = false;
    bool tellsProgress = false;
    Faults faults;
};

/// What became of them.
struct WorldsOutcome {
    std::uint64_t worlds = 0;
    std::uint64_t firstFailedSeed = 0;    ///< meaningless without violations
    std::vector<std::string> violations;  ///< of that seed
    Tally tally;
    double seconds = 0;
    double cpuSeconds = 0;
};

/// Runs one world after the other until one breaks a promise. Each fiftieth is run twice and has
/// to leave the same trace (I13).
WorldsOutcome runWorlds(const WorldsPlan& plan);

/// The one line that runs this world again.
std::string replayLine(std::uint64_t seed, bool isLarge);

/// The names of what worlds are for and never happened in these.
std::vector<std::string> neverHappened(const Tally& tally);

}  // namespace liaison::sim
