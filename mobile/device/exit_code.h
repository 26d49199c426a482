// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "shared/base/result.h"

namespace liaison {

/// What a command ends with: 0 when it worked, otherwise the number of its ErrorCode, which is the
/// same in logs, on the wire and here, for ever.
int exitCode(ErrorCode code);

/// One line that says what happened and what to do, for a person at a terminal.
std::string sentence(ErrorCode code);

/// The line that a failed command prints: "liaison-device: <name>: <sentence> (<detail>)".
std::string errorLine(const Error& error);

/// The whole table, for --help.
std::string exitCodeTable();

}  // namespace liaison
