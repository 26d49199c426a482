// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/planted_faults.h"

#include <algorithm>
#include <array>
#include <iomanip>
#include <iostream>

#include "shared/base/plant.h"
#include "tests/sim/many_worlds.h"

namespace liaison::sim {

namespace {

constexpr std::uint64_t kWorldsMax = 2'000;

constexpr std::array kFaults = {
    PlantedFault{"acknowledge-before-fsync", "L21"},
    PlantedFault{"base-at-save", "law"},
    PlantedFault{"checksum-unchecked", "L13"},
    PlantedFault{"clock-decides", "L9"},
    PlantedFault{"complete-at-welcome", "L7"},
    PlantedFault{"cursor-before-apply", "L12"},
    PlantedFault{"dedup-by-time", "L18"},
    PlantedFault{"depends-forgotten", "L14"},
    PlantedFault{"digest-adopted", "L12"},
    PlantedFault{"dispute-unlisted", "L15"},
    PlantedFault{"draft-dropped-first", "L6"},
    PlantedFault{"emptied-is-unwritten", "L8"},
    PlantedFault{"file-complete-unhashed", "L13"},
    PlantedFault{"file-resumed-elsewhere", "L13"},
    PlantedFault{"own-push-moves-cursor", "L11"},
    PlantedFault{"pending-not-named", "law"},
    PlantedFault{"purge-unsent", "L6"},
    PlantedFault{"refusal-keeps-effect", "L5"},
    PlantedFault{"refused-edit-blocks", "L14"},
    PlantedFault{"retry-writes-anew", "L17"},
    PlantedFault{"rights-unchecked", "L1"},
    PlantedFault{"run-page-skipped", "L7"},
    PlantedFault{"settled-stays-disputed", "law"},
    PlantedFault{"skew-refused", "L9"},
    PlantedFault{"trust-what-was-sent", "L4"},
    PlantedFault{"unfinished-file-given", "L13"},
    PlantedFault{"verdict-said-once", "L16"},
    PlantedFault{"view-unfiltered", "L2"},
    PlantedFault{"witness-outranks-author", "L4", "backups"},
};

/// A world that breaks a promise without the fault as well shows nothing of it.
WorldsOutcome runUntilCaught(const PlantedFault& fault, WorldsPlan plan)
{
    const std::uint64_t end = plan.firstSeed + plan.count;
    while (true) {
        choose(fault.name);
        WorldsOutcome outcome = runWorlds(plan);
        if (outcome.violations.empty()) return outcome;
        choose({});
        WorldsPlan same = plan;
        same.firstSeed = outcome.firstFailedSeed;
        same.count = 1;
        same.jobs = 1;
        if (runWorlds(same).violations.empty()) return outcome;
        plan.firstSeed = outcome.firstFailedSeed + 1;
        plan.count = end - std::min(end, plan.firstSeed);
        if (plan.count == 0) return {};
    }
}

}  // namespace

std::span<const PlantedFault> plantedFaults()
{
    return kFaults;
}

#ifdef LIAISON_PLANT

bool choose(const std::string& name)
{
    const bool isKnown = std::any_of(kFaults.begin(), kFaults.end(),
                                     [&](const PlantedFault& fault) { return name == fault.name; });
    if (isKnown || name.empty()) plant(name);
    return isKnown;
}

#else

bool choose(const std::string&)
{
    return false;
}

#endif

bool catchPlantedFaults(std::size_t jobs)
{
    std::size_t caught = 0;
    for (const PlantedFault& fault : kFaults) {
        if (!choose(fault.name)) {
            std::cout << "this build has no planted faults\n";
            return false;
        }
        WorldsPlan plan;
        plan.count = kWorldsMax;
        plan.jobs = jobs;
        if (*fault.with != '\0') switchFault(plan.faults, fault.with, true);
        const WorldsOutcome outcome = runUntilCaught(fault, plan);
        std::cout << std::left << std::setw(26) << fault.name << std::setw(5) << fault.lesson;
        if (outcome.violations.empty()) {
            std::cout << "NOT CAUGHT in " << outcome.worlds << " worlds\n" << std::flush;
            continue;
        }
        ++caught;
        std::cout << "after " << outcome.worlds << " worlds, seed " << outcome.firstFailedSeed
                  << ": " << outcome.violations.front().substr(0, 100) << '\n'
                  << std::flush;
    }
    choose({});
    std::cout << caught << " of " << kFaults.size() << " planted faults caught\n";
    return caught == kFaults.size();
}

}  // namespace liaison::sim
