// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "shared/ledger/ledger.h"
#include "shared/sqlite/statement.h"

namespace liaison {

/// The columns that `readEntry` reads, in its order.
constexpr std::string_view kEntryColumns =
    "device, sequence, applied, received_at, code, change, field, stored_at, whole_hash, bytes,"
    " chain, running, run, page, proof, witness, incomplete, n, dot_hash";

/// The verdict in columns 1 to 6 of a row: sequence, applied, received_at, code, change, field.
std::optional<Verdict> verdictIn(const Statement& row);

/// The entry in the present row of a statement that selected `kEntryColumns`; `damaged` when the
/// stored bytes are no edit.
Result<LedgerEntry> readEntry(const Statement& row);

/// The entries that a bound statement selects, as far as the one that brings their edits to
/// `bytesMax`.
Result<std::vector<LedgerEntry>> readEntries(Statement& select, std::size_t bytesMax = SIZE_MAX);

/// Binds device, n and dot_hash from `first` on.
void bindDot(Statement& statement, int first, const Dot& dot);

/// Binds whole_hash, bytes, chain, running, run, page, proof, witness and incomplete from `first`
/// on. The entry has to outlive the use of the statement.
void bindMarks(Statement& statement, int first, const LedgerEntry& entry);

/// Binds the six columns of a verdict from `first` on; all null without one.
void bindVerdict(Statement& statement, int first, const std::optional<Verdict>& verdict);

/// True when the values of the entry stand in its records: applied, or not answered yet.
bool hasEffect(const LedgerEntry& entry);

/// The stamp that the values of an entry are shown under.
Stamp shownAs(const LedgerEntry& entry);

/// The entry as a role may see it; none when it may see nothing of it. `malformed` never comes from
/// an entry that is stored.
Result<std::optional<LedgerEntry>> asVisible(LedgerEntry entry, Role role, const Schema& schema);

/// The record of a change that was read.
RecordId recordOf(const v1::Change& change);

}  // namespace liaison
