// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>

#include "shared/base/result.h"
#include "shared/base/time.h"

namespace liaison::demo {

/// Does what the command line of liaison-demo asks; the programs it runs lie beside this one.
/// Returns the exit code: 0, or 1 after one line on `err`, or what the parser
/// of the command line says.
int runCommandLine(int argc, const char* const* argv, const Clock& clock, std::ostream& out,
                   std::ostream& err);

}  // namespace liaison::demo
