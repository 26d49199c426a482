// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>

#include "tests/soak/soak.h"

int main(int argc, char** argv)
{
    using namespace liaison::soak;
    Plan plan;
    CLI::App app("Server and devices through kills, cuts, pauses and full disks");
    app.add_option("--cycles", plan.cycles, "Kills")->check(CLI::NonNegativeNumber);
    app.add_option("--cuts", plan.cuts, "Cuts at random bytes")->check(CLI::NonNegativeNumber);
    app.add_option("--seed", plan.seed, "Repeats the choices of a run");
    CLI11_PARSE(app, argc, argv);

    const Counts counts = Soak(plan, std::cout).run();
    std::cout << counts.table();
    const auto faults = faultsOf(counts);
    for (const std::string& fault : faults) {
        std::cout << "VIOLATION " << fault << "\n";
    }
    std::cout << (faults.empty() ? "all of it holds" : "repeat with --seed ")
              << (faults.empty() ? std::string() : std::to_string(plan.seed)) << std::endl;
    return faults.empty() ? 0 : 1;
}
