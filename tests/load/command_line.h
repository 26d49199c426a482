// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "tests/load/tasks.h"

namespace liaison::load {

/// A task and how the command line names it.
struct NamedTask {
    const char* name;
    const char* text;
    nlohmann::json (*run)(const Place&, const Amount&);
};

/// Runs the task that the command line names and prints its answer; the exit code of the program.
int runTask(int count, char** arguments, const std::string& title,
            const std::vector<NamedTask>& tasks);

}  // namespace liaison::load
