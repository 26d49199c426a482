// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "shared/ledger/ledger.h"

namespace liaison {

/// A clock that is further off the centre's than this is told to the person. What is written is
/// shown under corrected times all the same; the times that a form proposes are the device's own.
constexpr std::chrono::minutes kClockOffsetTold{2};

/// Where a device stands towards its centre.
struct DeviceStanding {
    DeviceNumber number;
    RecordId centre;
    RecordId member;
    std::string unlockToken;
    Role role = v1::ROLE_UNSPECIFIED;  ///< as the centre last said; unspecified before any contact
    std::uint64_t lastN = 0;           ///< of the own edits, sent or not
    std::string chain;                 ///< of the own edits at lastN
    std::string cursor;                ///< opaque; empty before the first page
    std::uint64_t head = 0;            ///< of the centre's log, as last heard
    std::uint64_t epoch = 0;
    std::string view;
    std::optional<Instant> lastContact;
    std::chrono::milliseconds clockOffset{0};  ///< centre's clock minus this device's
    bool isFirstRunComplete = false;
    Stamp lastStamp;                ///< newest that was written or seen
    std::uint64_t run = 0;          ///< of the pull: each begins the log anew
    std::uint64_t completeRun = 0;  ///< the last that was completed
    bool runKeeps = false;          ///< the centre lost edits: what the run does not bring stays
    std::uint64_t epochRun = 0;     ///< the first run since the centre last lost edits
    /// Where the pull stood before the present run, as long as that is not complete: in the last
    /// complete run, and in those that were given up since.
    std::vector<std::string> earlierCursors;
    std::optional<Instant> lastCompared;      ///< when the records were compared with the centre's
    std::uint32_t differing = 0;              ///< slices that differed then and could not be mended
    std::vector<DeviceNumber> formerNumbers;  ///< of this device; their edits are its own too

    /// At the last contact, this device's clock was so far off that the person is told.
    bool isClockOff() const
    {
        return clockOffset > kClockOffsetTold || clockOffset < -kClockOffsetTold;
    }
    bool isFounded() const { return number.value != 0; }
    bool isRunComplete() const { return run == completeRun; }
    /// True when edits under this number were written on this device, or on a copy of it.
    bool isOwn(DeviceNumber author) const;
};

/// The standing as the ledger has it; an unfounded one in a new ledger.
Result<DeviceStanding> readStanding(Ledger& ledger);
/// Keeps the standing; belongs inside a transaction.
Result<Done> keepStanding(Ledger& ledger, const DeviceStanding& standing);

}  // namespace liaison
