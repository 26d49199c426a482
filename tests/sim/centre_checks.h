// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>

#include "shared/ledger/centre_ledger.h"
#include "tests/sim/book.h"

namespace liaison::sim {

/// The roles that the member of each device has had.
using RolesByDevice = std::map<DeviceNumber, std::set<v1::Role>>;

/// I2: whatever the centre told an author about a save is in its log, under the same place.
void checkAnswered(Run& run, CentreLedger& centre, const Book& book, const std::string& name);

/// I2, I3, I8, I11 at the end: the log has no gap, each save of the living stands in it once and as
/// it was written, nothing else does, and the chains follow from it. What the centre itself wrote
/// becomes a promise.
void checkLog(Run& run, CentreLedger& centre, Book& book, const std::string& name);

/// Each refusal has a reason that holds, and nothing that was applied needed a right its author
/// lacked.
void checkVerdicts(Run& run, CentreLedger& centre, const RolesByDevice& roles, bool isDisturbed,
                   const std::string& name);

/// I4, I5, I7: the records of the centre are what its applied edits add up to by the merge law.
void checkRecords(Run& run, CentreLedger& centre, const Book& book, const std::string& name);

/// What the log says was applied, as it was promised.
std::vector<Promise> appliedIn(CentreLedger& centre, const Book& book);

}  // namespace liaison::sim
