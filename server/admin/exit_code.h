// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "shared/base/result.h"

namespace liaison {

/// What a fault of the program ends with (EX_SOFTWARE of sysexits.h): the number of no ErrorCode.
constexpr int kFaultExitCode = 70;

/// What a command of liaison-server ends with: 0 when it worked, otherwise the number of its
/// ErrorCode, which is the same in logs, on the wire and here, for ever.
int exitCode(ErrorCode code);

/// The line that a failed command prints: what happened, what is safe, what to do.
std::string errorLine(const Error& error);

/// The whole table, for --help.
std::string exitCodeTable();

}  // namespace liaison
