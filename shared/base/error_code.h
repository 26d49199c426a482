// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace liaison {

/// Everything that can go wrong in a way somebody has to react to.
///
/// The list is closed, and a number keeps its meaning for ever: the same numbers travel in refused
/// verdicts and in `Bye`. A page or a command chooses its words by the code; the detail beside it
/// is for the log.
enum class ErrorCode : std::uint16_t {
    // What was written cannot be taken as it is.
    malformed = 1,         ///< bytes that are not what they claim to be
    tooLarge = 2,          ///< over a limit of docs/protocol.md
    unknownKind = 3,       ///< no such kind in this schema
    unknownField = 4,      ///< no such field in this kind
    wrongType = 5,         ///< a value that the field cannot hold
    outOfRange = 6,        ///< outside the plausible range of the field
    notAllowed = 7,        ///< the author's role may not write this
    fixedField = 8,        ///< kind, subject and parent never change after the first edit
    depends = 9,           ///< names a record the centre does not have yet
    newer = 10,            ///< written under a schema newer than the centre's
    tooManyVersions = 11,  ///< a field would hold more than 64 values
    missingField = 12,     ///< a field this kind cannot do without
    empty = 13,            ///< an edit that changes nothing

    // The conversation cannot go on.
    outOfPlace = 20,       ///< a message that does not belong at this point
    inviteRefused = 21,    ///< invite unknown, expired, used or wrong: never said which
    unreachable = 22,      ///< nobody answers at the centre's addresses
    untrusted = 23,        ///< who answered is not the centre of the invite
    revoked = 24,          ///< the centre no longer knows this device
    protocolVersion = 25,  ///< one side must be upgraded first
    busy = 26,             ///< the centre asks to come back later
    timedOut = 27,         ///< a deadline passed
    replaced = 28,         ///< a newer connection of the same device took over
    stopping = 29,         ///< the centre is being stopped
    locked = 30,           ///< the unlock token is missing or wrong
    forked = 31,           ///< two histories under one device number
    renumbered = 32,       ///< this device goes on under a new number

    // This machine cannot do it.
    notFound = 40,      ///< no such record, centre, profile or file
    inUse = 41,         ///< data folder or address used by another process
    diskFull = 42,      ///< no room to keep what was written, or no more is allowed
    io = 43,            ///< the disk or the system refused
    damaged = 44,       ///< stored bytes that fail their own check
    newerSchema = 45,   ///< stored by a newer version of the program
    wrongKey = 46,      ///< the key, hence the PIN, does not open this store
    alreadyThere = 47,  ///< a name or a profile that exists
    ambiguous = 48,     ///< a name that more than one centre has
    usage = 49,         ///< a command that cannot be understood
};

/// The stable name of a code, as logs and JSON show it, for example "outOfRange".
std::string_view name(ErrorCode code);

/// The code with this number; `malformed` when no code has it.
ErrorCode errorCodeFrom(std::uint32_t number);

}  // namespace liaison
