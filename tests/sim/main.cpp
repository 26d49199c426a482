// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>

#include "tests/sim/many_worlds.h"
#include "tests/sim/planted_faults.h"

namespace {

void print(const liaison::sim::WorldsOutcome& outcome)
{
    for (const auto& [what, times] : outcome.tally) {
        std::cout << times << '\t' << what << '\n';
    }
    const auto worlds = static_cast<double>(outcome.worlds);
    std::cout << outcome.worlds << " worlds in " << outcome.seconds
              << " s: " << worlds / outcome.seconds << " worlds per second, "
              << 1000 * outcome.cpuSeconds / worlds << " ms of CPU each\n";
}

}  // namespace

int main(int argc, char** argv)
{
    liaison::sim::WorldsPlan plan;
    CLI::App app("Worlds of centres and devices, each from one seed");
    app.add_option("--worlds", plan.count, "How many")->check(CLI::PositiveNumber);
    app.add_option("--seed", plan.firstSeed, "Seed of the first one");
    app.add_option("--jobs", plan.jobs, "Processes")->check(CLI::PositiveNumber);
    app.add_flag("--large", plan.isLarge, "20 devices and seven days");
    app.add_flag("--trace", plan.isTraced, "Print what happens");
    app.add_flag("--progress", plan.tellsProgress, "Tell how far it is");
    std::string fault;
    bool catchesAll = false;
    app.add_option("--plant", fault, "Plant this fault");
    app.add_flag("--planted", catchesAll, "Plant each fault and run until it is caught");
    CLI11_PARSE(app, argc, argv);

    if (catchesAll) return liaison::sim::catchPlantedFaults(plan.jobs) ? 0 : 1;
    if (!fault.empty() && !liaison::sim::choose(fault)) {
        std::cerr << "no such planted fault: " << fault << '\n';
        return 2;
    }
    const auto outcome = liaison::sim::runWorlds(plan);

    print(outcome);
    for (const std::string& violation : outcome.violations) {
        std::cout << "VIOLATION " << violation << '\n';
    }
    if (outcome.violations.empty()) return 0;
    std::cout << "replay with " << liaison::sim::replayLine(outcome.firstFailedSeed, plan.isLarge)
              << '\n';
    return 1;
}
