// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "shared/ledger/centre_ledger.h"

namespace liaison {

/// Records of one kind that a first run hands over together: those without a time, or those of a
/// stretch of time.
struct RunSlice {
    std::uint32_t kind = 0;
    std::optional<Instant> from;  ///< none: those without a time
    Instant until{};
};

/// A record of a slice, and the edits that touched it.
struct RunRecord {
    RecordId id;
    std::optional<Instant> at;
    std::vector<Dot> edits;  ///< ascending
};

/// The records of a slice in the order of time, then id, behind this one, or from it on where
/// `isIncluded`; at most `limit`. Codes of the disk.
Result<std::vector<RunRecord>> recordsIn(CentreLedger& centre, const RunSlice& slice,
                                         std::optional<Instant> at, const RecordId& id,
                                         bool isIncluded, std::size_t limit);

/// The ids of all records without a time, and of those of this stretch of time.
Result<std::set<RecordId>> recordsWithoutTimeOrIn(CentreLedger& centre, Instant from,
                                                  Instant until);

}  // namespace liaison
