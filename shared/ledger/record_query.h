// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "shared/base/id.h"
#include "shared/base/time.h"

namespace liaison {

/// Which records of a ledger to list, and in what order. Conditions that are not set hold for all.
struct RecordQuery {
    enum class Order { atAscending, atDescending, idAscending };

    std::optional<std::uint32_t> kind;
    std::optional<RecordId> subject;
    std::optional<RecordId> parent;
    std::optional<Instant> from;   ///< happened at or after
    std::optional<Instant> until;  ///< happened before
    bool disputedOnly = false;
    bool unsentOnly = false;  ///< touched by an own edit without verdict
    bool withVoided = false;
    Order order = Order::atAscending;
    std::size_t limit = 10'000;
    std::size_t offset = 0;
};

/// One record of a list, with what its annotations say about it.
struct RecordRow {
    RecordId id;
    std::uint32_t kind = 0;
    std::optional<RecordId> subject;
    std::optional<RecordId> parent;
    std::optional<Instant> at;
    bool isDisputed = false;
    bool isVoided = false;
    bool isUnsent = false;
    std::optional<std::uint64_t> sequence;  ///< of the last entry that touched it; none: all unsent
    std::string state;                      ///< RecordState bytes
};

}  // namespace liaison
