// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "shared/ledger/ledger.h"
#include "shared/sqlite/statement.h"

namespace liaison {

/// The columns that `readEntry` reads, in its order.
constexpr std::string_view kEntryColumns =
    "device, sequence, applied, received_at, code, change, field, stored_at, whole_hash, bytes";

/// The entry in the present row of a statement that selected `kEntryColumns`; `damaged` when the
/// stored bytes are no edit.
Result<LedgerEntry> readEntry(const Statement& row);

/// The entries that a bound statement selects, as far as the one that brings their edits to
/// `bytesMax`.
Result<std::vector<LedgerEntry>> readEntries(Statement& select, std::size_t bytesMax = SIZE_MAX);

/// Binds the six columns of a verdict from `first` on; all null without one.
void bindVerdict(Statement& statement, int first, const std::optional<Verdict>& verdict);

}  // namespace liaison
