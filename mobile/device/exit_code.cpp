// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/device/exit_code.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <sstream>
#include <utility>

namespace liaison {

namespace {

using Row = std::pair<ErrorCode, const char*>;

constexpr std::array kSentences = {
    Row{ErrorCode::malformed, "not what it claims to be; check the code or the JSON"},
    Row{ErrorCode::tooLarge, "over a limit; write less in one save"},
    Row{ErrorCode::unknownKind, "no such kind of record"},
    Row{ErrorCode::unknownField, "no such field in this kind"},
    Row{ErrorCode::wrongType, "the field cannot hold this value"},
    Row{ErrorCode::outOfRange, "outside what is plausible or allowed; check the value"},
    Row{ErrorCode::notAllowed, "the role of this member may not write this"},
    Row{ErrorCode::fixedField, "kind, subject and parent of a record never change"},
    Row{ErrorCode::depends, "names a record that the centre does not have"},
    Row{ErrorCode::newer, "written under a newer schema; the centre has to be upgraded first"},
    Row{ErrorCode::tooManyVersions, "the field has too many versions; settle them first"},
    Row{ErrorCode::missingField, "a field that this kind cannot do without is missing"},
    Row{ErrorCode::empty, "nothing would change"},
    Row{ErrorCode::outOfPlace, "the centre answered something that does not belong here"},
    Row{ErrorCode::inviteRefused,
        "this code is wrong, used or expired; ask the centre for a new one"},
    Row{ErrorCode::unreachable, "the centre does not answer; nothing is lost, try again later"},
    Row{ErrorCode::untrusted, "who answered is not the centre of the invite; nothing was sent"},
    Row{ErrorCode::revoked, "the centre no longer knows this device; ask the centre"},
    Row{ErrorCode::protocolVersion, "this program or the centre has to be upgraded first"},
    Row{ErrorCode::busy, "the centre asks to come back later; nothing is lost"},
    Row{ErrorCode::timedOut, "not finished in time; what was saved is safe, try again"},
    Row{ErrorCode::replaced, "another connection of this device took over"},
    Row{ErrorCode::stopping, "the centre is being stopped; nothing is lost, try again later"},
    Row{ErrorCode::locked, "the centre did not accept the unlock token of this profile"},
    Row{ErrorCode::forked, "this profile exists twice; keep this copy and ask the centre"},
    Row{ErrorCode::renumbered,
        "this copy of the profile has a number of its own now; synchronise again"},
    Row{ErrorCode::notFound, "no such record, profile or file"},
    Row{ErrorCode::inUse, "another process uses this profile; close it first"},
    Row{ErrorCode::diskFull, "no room on the disk; nothing was changed, free some and try again"},
    Row{ErrorCode::io,
        "the disk or the system refused; nothing was changed, look at the path that is named"},
    Row{ErrorCode::damaged, "stored bytes fail their check; nothing was changed, keep the folder"},
    Row{ErrorCode::newerSchema, "stored by a newer version; upgrade this program"},
    Row{ErrorCode::wrongKey, "the PIN does not open this profile"},
    Row{ErrorCode::alreadyThere, "it is there or done already; nothing was changed"},
    Row{ErrorCode::ambiguous, "more than one has this name"},
    Row{ErrorCode::usage, "the command cannot be understood; see --help"},
};

}  // namespace

int exitCode(ErrorCode code)
{
    return static_cast<int>(code);
}

std::string sentence(ErrorCode code)
{
    const auto row = std::find_if(kSentences.begin(), kSentences.end(),
                                  [&](const Row& known) { return known.first == code; });
    return row == kSentences.end() ? std::string(name(code)) : row->second;
}

std::string errorLine(const Error& error)
{
    std::string line =
        "liaison-device: " + std::string(name(error.code)) + ": " + sentence(error.code);
    if (!error.detail.empty()) line += " (" + error.detail + ")";
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

std::string exitCodeTable()
{
    std::ostringstream table;
    table << "Exit codes (one line on standard error says what happened):\n   0  it worked\n";
    for (const Row& row : kSentences) {
        const std::string number = std::to_string(exitCode(row.first));
        table << std::string(4 - number.size(), ' ') << number << "  " << name(row.first) << ": "
              << row.second << "\n";
    }
    return table.str();
}

}  // namespace liaison
