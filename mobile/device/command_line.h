// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "shared/base/result.h"

namespace liaison {

struct JoinCommand {
    std::string code;
    std::string deviceName;
};
struct SaveCommand {};
struct SyncCommand {
    std::chrono::seconds wait{0};  ///< zero: one attempt
};
struct ShowCommand {
    std::optional<std::string> kind;
    std::optional<std::string> record;
    bool asJson = false;
};
struct HistoryCommand {
    std::string record;
    bool asJson = false;
};
struct RefusedCommand {
    bool asJson = false;
};
struct TakeOverCommand {
    std::string dot;
};
struct StatusCommand {
    bool asJson = false;
};
struct AttachCommand {
    std::string person;
    std::filesystem::path file;
    std::string caption;
};
struct FilesCommand {
    bool asJson = false;
};
struct FetchCommand {
    std::string sha256;  ///< hexadecimal
    std::filesystem::path to;
    std::chrono::seconds wait{0};
};

/// What somebody asked liaison-device to do, and with which profile.
struct CommandLine {
    std::filesystem::path profile;
    std::string pin;
    std::variant<JoinCommand, SaveCommand, SyncCommand, ShowCommand, HistoryCommand, RefusedCommand,
                 TakeOverCommand, StatusCommand, AttachCommand, FilesCommand, FetchCommand>
        command;
};

/// The command line, or the exit code with which to end at once: after --help, --version, or a
/// mistake that was explained on standard error.
std::variant<CommandLine, int> readCommandLine(int argc, const char* const* argv);

}  // namespace liaison
