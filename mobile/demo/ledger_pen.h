// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <google/protobuf/message.h>

#include <string>
#include <vector>

#include "shared/ledger/device_ledger.h"

namespace liaison::demo {

/// One record's part of a save: only the fields that are set in the message are written.
struct Written {
    RecordId record;
    std::uint32_t kind = 0;
    std::string patch;

    Written() = default;
    /// The kind is the message's.
    Written(const RecordId& id, const google::protobuf::Message& message);
};

/// What one member saves at one moment.
struct Save {
    std::size_t author = 0;  ///< in staff()
    Instant at{};
    std::vector<Written> changes;
};

/// Writes a save into the ledger of a profile, as a form does: its author has seen what the ledger
/// shows. Fields that hold what they held already are left out; a save that changes nothing is
/// none. Fails as DeviceLedger::save.
Result<Done> write(DeviceLedger& ledger, const Save& save);

}  // namespace liaison::demo
