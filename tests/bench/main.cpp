// SPDX-License-Identifier: GPL-3.0-or-later
//
// liaison-bench: the figures of the product beside those of the floor, in the same run.
#include <CLI/CLI.hpp>
#include <iostream>

#include "tests/bench/comparison.h"

int main(int count, char** arguments)
{
    using namespace liaison::bench;
    Extent extent;
    Morning morning;
    bool asJson = false;
    bool isRushLeftOut = false;
    CLI::App app("The figures of the product beside those of the floor, in the same run.");
    app.add_flag("--json", asJson, "Print JSON instead of tables");
    app.add_flag("--no-rush", isRushLeftOut, "Leave the morning rush out");
    app.add_option("--rounds", extent.rounds, "How often each side runs")
        ->check(CLI::Range(1, 100));
    app.add_option("--records", extent.records)->check(CLI::Range(10, 40'000));
    app.add_option("--edits", extent.edits)->check(CLI::Range(1, 10'000));
    app.add_option("--tries", extent.tries)->check(CLI::Range(1, 10'000));
    app.add_option("--seed", extent.seed, "Chooses the workload");
    app.add_option("--rush-centres", morning.centres)->check(CLI::Range(1, 1'000));
    app.add_option("--rush-devices", morning.devices)->check(CLI::Range(1, 10'000));
    app.add_option("--rush-edits", morning.edits)->check(CLI::Range(0, 1'000));
    app.add_option("--rush-first-runs", morning.firstRuns)->check(CLI::Range(0, 1'000));
    app.add_option("--rush-records", morning.records)->check(CLI::Range(0, 40'000));
    CLI11_PARSE(app, count, arguments);
    try {
        nlohmann::json result = {{"machine", machine()}, {"figures", compare(extent)}};
        if (!isRushLeftOut) result["rush"] = rush(morning, extent.seed);
        const auto told = result.find("rush");
        result["goals"] = goals(result["figures"], told == result.end() ? nullptr : *told);
        std::cout << (asJson ? result.dump(2) + "\n" : tables(result));
        return 0;
    } catch (const std::exception& failure) {
        std::cerr << "liaison-bench: " << failure.what() << "\n";
        return 1;
    }
}
