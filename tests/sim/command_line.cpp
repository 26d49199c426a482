// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/command_line.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "tests/sim/many_worlds.h"
#include "tests/sim/planted_faults.h"

namespace liaison::sim {

namespace {

void print(const WorldsOutcome& outcome)
{
    for (const auto& [what, times] : outcome.tally) {
        std::cout << times << '\t' << what << '\n';
    }
    const auto worlds = static_cast<double>(outcome.worlds);
    std::cout << outcome.worlds << " worlds in " << outcome.seconds
              << " s: " << worlds / outcome.seconds << " worlds per second, "
              << 1000 * outcome.cpuSeconds / worlds << " ms of CPU each\n";
}

/// The option with these names again; nothing without any.
std::string chosen(const std::string& option, const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? " " + option + " " : ",") + name;
    }
    return text;
}

}  // namespace

int runCommandLine(int argc, char** argv)
{
    WorldsPlan plan;
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
    std::vector<std::string> with;
    std::vector<std::string> without;
    app.add_option("--with", with, "Faults that are off")->delimiter(',');
    app.add_option("--without", without, "Faults that are on")->delimiter(',');
    CLI11_PARSE(app, argc, argv);

    bool areKnown = true;
    for (const std::string& name : with) {
        areKnown = areKnown && switchFault(plan.faults, name, true);
    }
    for (const std::string& name : without) {
        areKnown = areKnown && switchFault(plan.faults, name, false);
    }

    if (catchesAll) return catchPlantedFaults(plan.jobs) ? 0 : 1;
    if (!areKnown || (!fault.empty() && !choose(fault))) {
        std::cerr << "no such fault\n";
        return 2;
    }
    const auto outcome = runWorlds(plan);

    print(outcome);
    for (const std::string& violation : outcome.violations) {
        std::cout << "VIOLATION " << violation << '\n';
    }
    if (outcome.violations.empty()) return 0;
    std::cout << "replay with " << replayLine(outcome.firstFailedSeed, plan.isLarge)
              << chosen("--with", with) << chosen("--without", without) << '\n';
    return 1;
}

}  // namespace liaison::sim
