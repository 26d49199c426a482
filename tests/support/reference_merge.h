// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "shared/record/edit.h"

namespace liaison {

// A slow merge, straight from the law, that shares no code with the production one: it reads
// patches with protobuf's own parser and reflection, and compares every edit with every other.

/// What one edit says of one record.
struct ReferenceChange {
    Dot dot;
    std::uint32_t kind = 0;
    std::map<std::uint32_t, std::string> values;      ///< content by field; none: emptied
    std::map<std::uint32_t, std::set<Dot>> replaces;  ///< of each field that it writes
};

/// The values of each field, by the edit that wrote them.
using ReferenceValues = std::map<std::uint32_t, std::map<Dot, std::string>>;

/// The content of each field of a person's patch, in the form that protobuf itself would write:
/// fields it knows and fields it does not.
std::map<std::uint32_t, std::string> contentsOf(const std::string& patch);

/// True of zero, no and the empty text, which are values: a tag of one or two bytes and a zero.
bool isNaught(const std::string& content);

/// What an edit says of each record it touches.
std::map<RecordId, ReferenceChange> readByReflection(const Edit& edit);

/// The merge law: the values of a field are those written by an edit that no other edit writing
/// that field names in `replaces`.
ReferenceValues referenceMerge(const std::vector<const ReferenceChange*>& changes);

/// The names of the values of one field.
std::set<Dot> dotsOf(const ReferenceValues& values, std::uint32_t field);

/// The values that were replaced by one of these edits without being written by any of them.
std::set<std::pair<std::uint32_t, Dot>> referenceAwaited(
    const std::vector<const ReferenceChange*>& changes);

}  // namespace liaison
