// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "mobile/device/command_line.h"
#include "shared/base/time.h"
#include "shared/record/schema.h"

namespace liaison {

/// Does what the command line asks and returns what to print. Needs a QCoreApplication.
///
/// `input` is what came on standard input, for `save` and for `join -`. Errors are those of the
/// parts; exit_code.h has the sentence for each.
Result<std::string> run(const CommandLine& line, const std::string& input, const Schema& schema,
                        const Clock& clock);

/// Whether the command reads standard input.
bool wantsInput(const CommandLine& line);

}  // namespace liaison
