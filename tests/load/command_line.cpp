// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/command_line.h"

#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <iostream>

namespace liaison::load {

namespace {

void raiseOpenFiles()
{
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
}

void addAmounts(CLI::App& command, Amount& amount)
{
    const auto counted = [&](const char* option, std::size_t& into, std::size_t most) {
        command.add_option(option, into)->check(CLI::Range(std::size_t{0}, most));
    };
    counted("--centres", amount.centres, 1'000);
    counted("--devices", amount.devices, 10'000);
    counted("--records", amount.records, 50'000);
    counted("--edits", amount.edits, 50'000);
    counted("--first-runs", amount.firstRuns, 1'000);
    counted("--tries", amount.tries, 10'000);
    command.add_option("--centre", amount.centre, "Name of the one centre");
}

}  // namespace

int runTask(int count, char** arguments, const std::string& title,
            const std::vector<NamedTask>& tasks)
{
    Place place;
    Amount amount;
    const NamedTask* chosen = nullptr;
    CLI::App app(title);
    app.add_option("--data", place.serverData, "Data folder of the server")->required();
    app.add_option("--port", place.port, "Port of the server on 127.0.0.1")->required();
    app.add_option("--server-pid", place.serverPid, "Process to measure beside this one");
    app.add_option("--folder", place.folder, "Empty folder for what devices keep")->required();
    app.add_option("--seed", place.seed, "Chooses the workload");
    app.require_subcommand(1);
    for (const NamedTask& task : tasks) {
        CLI::App* command = app.add_subcommand(task.name, task.text);
        addAmounts(*command, amount);
        command->callback([&chosen, &task] { chosen = &task; });
    }
    CLI11_PARSE(app, count, arguments);
    raiseOpenFiles();
    try {
        std::cout << chosen->run(place, amount).dump(2) << "\n";
        return 0;
    } catch (const std::exception& failure) {
        std::cerr << chosen->name << ": " << failure.what() << "\n";
        return 1;
    }
}

}  // namespace liaison::load
