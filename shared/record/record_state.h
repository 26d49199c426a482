// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/id.h"
#include "shared/record/dot.h"
#include "shared/record/stamp.h"

namespace liaison {

/// What is left of one edit in a record: the values it wrote that nobody has replaced since.
///
/// An edit of which nothing stands any more keeps its place, so that receiving it again is
/// recognised.
struct Standing {
    Dot dot;
    Stamp shownAs;
    std::string patch;                   ///< fields in ascending order, as they were written
    std::vector<std::uint32_t> cleared;  ///< fields it emptied, ascending

    bool operator==(const Standing&) const = default;
};

/// A value that was replaced before it came: it will be taken as replaced when it does.
struct Awaited {
    std::uint32_t field = 0;
    Dot dot;

    auto operator<=>(const Awaited&) const = default;
};

/// What the edits of one record add up to.
///
/// The same edits give the same state and the same bytes, in whatever order, grouping or
/// repetition they were merged.
struct RecordState {
    RecordId id;
    std::uint32_t kind = 0;
    std::vector<Standing> standing;  ///< in the order of the dots
    std::vector<Awaited> awaited;    ///< ascending

    /// The state without its id, in deterministic bytes (v1.RecordState).
    std::string bytes() const;
    /// No fewer than `bytes()` has, found without making them.
    std::size_t bytesAtMost() const;
    /// Fails with `damaged` on what is no state that `merge` can have left, however it is encoded.
    static Result<RecordState> read(const RecordId& id, std::string_view bytes);

    const Standing* standingOf(const Dot& dot) const;

    bool operator==(const RecordState&) const = default;
};

}  // namespace liaison
