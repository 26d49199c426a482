// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <variant>

#include "liaison/v1/control.pb.h"
#include "server/server.h"

namespace liaison {

/// A question for whoever has the data folder.
struct AdminCommand {
    std::filesystem::path folder;
    v1::AdminRequest request;
    bool isJson = false;
};

/// The words of `--help` or `--version`, to be printed and nothing else done.
struct PrintedText {
    std::string text;
};

/// What a command line asks for.
using Command = std::variant<ServerSettings, AdminCommand, PrintedText>;

/// Reads a command line and the configuration file it names; `usage` when it cannot be understood.
Result<Command> parseCommandLine(int count, const char* const* arguments);

/// Does what the command line says, prints to these streams, and returns the exit code.
int runCommandLine(int count, const char* const* arguments, std::ostream& out, std::ostream& err);

}  // namespace liaison
