// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "shared/ledger/ledger.h"

namespace liaison {

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
    Stamp lastStamp;  ///< newest that was written or seen

    bool isFounded() const { return number.value != 0; }
};

/// The standing as the ledger has it; an unfounded one in a new ledger.
Result<DeviceStanding> readStanding(Ledger& ledger);
/// Keeps the standing; belongs inside a transaction.
Result<Done> keepStanding(Ledger& ledger, const DeviceStanding& standing);

}  // namespace liaison
