// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/ledger/ledger.h"
#include "tests/sim/book.h"

namespace liaison::sim {

using ValuesByRecord = std::map<RecordId, ReferenceValues>;

/// The values of every record, by the law, of the changes in these promises; of a role, what it
/// may read. Records without values are left out.
ValuesByRecord valuesByLaw(const std::vector<const Promise*>& promises,
                           v1::Role reader = v1::ROLE_SUPERVISOR);

/// The values of every record as a ledger's rows hold them; an error of the disk says why not.
Result<ValuesByRecord> valuesIn(Ledger& ledger);

/// The role of a member by the values of their record: of several, the narrowest.
v1::Role roleByLaw(const ValuesByRecord& values, const RecordId& member);

/// The kinds of the records in these promises.
std::map<RecordId, std::uint32_t> kindsOf(const std::vector<const Promise*>& promises);

/// Of these values, what the role may read.
ValuesByRecord readableIn(const ValuesByRecord& values,
                          const std::map<RecordId, std::uint32_t>& kinds, v1::Role role);

/// The records of which some field has values that differ.
std::vector<RecordId> disputedIn(const ValuesByRecord& values);

/// What differs first between both, in words; none when nothing does.
std::string difference(const ValuesByRecord& expected, const ValuesByRecord& found);

}  // namespace liaison::sim
