// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/exit_code.h"

#include <algorithm>
#include <array>
#include <iomanip>
#include <sstream>
#include <utility>

namespace liaison {

namespace {

using Row = std::pair<ErrorCode, const char*>;

constexpr std::array kSentences = {
    Row{ErrorCode::malformed, "bytes that are not what they claim to be; nothing was changed"},
    Row{ErrorCode::tooLarge, "over a limit; nothing was changed, ask for less"},
    Row{ErrorCode::outOfRange, "a value that is not allowed; nothing was changed"},
    Row{ErrorCode::busy, "the centre could not write; what was stored is safe, try again"},
    Row{ErrorCode::stopping, "the server was being stopped; look at the result and try again"},
    Row{ErrorCode::notFound, "no such centre or data folder; see 'centre list', 'centre add'"},
    Row{ErrorCode::inUse,
        "in use by another program; nothing was changed, stop that one or choose another"},
    Row{ErrorCode::diskFull, "no room on the disk; what was stored is safe, free some and retry"},
    Row{ErrorCode::io,
        "the disk or the system refused; what was stored is safe, look at the path that is named"},
    Row{ErrorCode::damaged,
        "stored bytes fail their check; nothing was changed, keep the folder and restore a backup"},
    Row{ErrorCode::newerSchema,
        "stored by a newer liaison-server; nothing was changed, install that version or later"},
    Row{ErrorCode::wrongKey,
        "store.key does not open this store; nothing was changed, restore the folder as a whole"},
    Row{ErrorCode::alreadyThere, "exists already; nothing was changed, choose another name"},
    Row{ErrorCode::ambiguous, "more than one centre has this name; give its id, see 'centre list'"},
    Row{ErrorCode::usage, "the command cannot be understood; see --help"},
};

}  // namespace

int exitCode(ErrorCode code)
{
    return static_cast<int>(code);
}

std::string errorLine(const Error& error)
{
    const auto row = std::find_if(kSentences.begin(), kSentences.end(),
                                  [&](const Row& known) { return known.first == error.code; });
    std::string line = "liaison-server: " + std::string(name(error.code));
    if (row != kSentences.end()) line += std::string(": ") + row->second;
    if (!error.detail.empty()) line += " (" + error.detail + ")";
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

std::string exitCodeTable()
{
    std::ostringstream table;
    table << "Exit codes (one line on standard error says what happened):\n   0  it worked\n";
    for (const Row& row : kSentences)
        table << std::setw(4) << exitCode(row.first) << "  " << name(row.first) << ": "
              << row.second << "\n";
    table << std::setw(4) << kFaultExitCode
          << "  a fault of the program; what was acknowledged is safe\n";
    return table.str();
}

}  // namespace liaison
