// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>

#include "shared/ledger/centre_ledger.h"
#include "tests/sim/book.h"

namespace liaison::sim {

/// The roles that the member of each device has had.
using RolesByDevice = std::map<DeviceNumber, std::set<v1::Role>>;

using Log = std::vector<LedgerEntry>;
/// The whole log; none when the disk fails meanwhile, which another check reports.
Log logOf(CentreLedger& centre);

/// What a centre holds at the end, read once for all its phones.
struct Holdings {
    std::vector<const Promise*> applied;
    std::map<v1::Role, std::string> digests;  ///< those asked for so far
};

/// I2: whatever the centre told an author about a save is in its log, under the same place.
void checkAnswered(Run& run, const Log& log, const Book& book, const std::string& name);

/// I2, I3, I8, I11 at the end: the log has no gap, each save of the living stands in it once and as
/// it was written, nothing else does, and the chains follow from it. What the centre itself wrote
/// becomes a promise.
void checkLog(Run& run, CentreLedger& centre, const Log& log, Book& book, const std::string& name);

/// I2: what a phone has saved under the number that it still bears, and so has sent itself, is not
/// a witness's word any more.
void checkWitnessed(Run& run, const Log& log, const std::set<Dot>& own, const Book& book,
                    const std::string& name);

/// Each refusal has a reason that holds, and nothing that was applied needed a right its author
/// lacked; nothing waits for a record that is there (I10).
void checkVerdicts(Run& run, const Log& log, const RolesByDevice& roles, Book& book,
                   const std::string& name);

/// I4, I5, I7: the records of the centre are what its applied edits add up to by the merge law.
void checkRecords(Run& run, CentreLedger& centre, const std::vector<const Promise*>& applied,
                  const std::string& name);

/// What the log says was applied, as it was promised; valid as long as the book.
std::vector<const Promise*> appliedIn(const Log& log, Book& book);

}  // namespace liaison::sim
