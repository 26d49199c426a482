// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/centre_ledger.h"
#include "shared/ledger/entry_row.h"
#include "shared/record/keys.h"
#include "shared/record/patch.h"

namespace liaison {

namespace {

/// The record that an edit refused with `depends` waits for: the one that the named field refers
/// to, or, where no field is named, the changed record itself, whose first edit is missing.
std::optional<RecordId> awaitedBy(const Edit& edit, const Verdict& verdict)
{
    if (verdict.isApplied || verdict.code != ErrorCode::depends) return std::nullopt;
    // A verdict that was brought back may name what a part of the edit does not have.
    if (verdict.change >= static_cast<std::uint32_t>(edit.message().changes_size())) {
        return std::nullopt;
    }
    const v1::Change& change = edit.message().changes(static_cast<int>(verdict.change));
    if (verdict.field == 0) return recordOf(change);
    const auto fields = cutPatch(change.patch());
    if (!fields || !fields->contains(verdict.field)) return std::nullopt;
    const auto id = idIn(fields->at(verdict.field));
    return id ? std::optional(*id) : std::nullopt;
}

}  // namespace

Result<bool> CentreLedger::hasAwaiting()
{
    auto select = ledger_.database().prepare("SELECT 1 FROM awaiting LIMIT 1");
    if (!select) return select.error();
    return select->step();
}

Result<Done> CentreLedger::await(const Edit& edit, const Verdict& verdict)
{
    const auto record = awaitedBy(edit, verdict);
    if (!record) return done();
    auto insert = ledger_.database().prepare(
        "INSERT OR IGNORE INTO awaiting(record, device, n, dot_hash) VALUES(?, ?, ?, ?)");
    if (!insert) return insert.error();
    bindDot(*insert, 2, edit.dot());
    return insert->bindBlob(1, record->bytes()).run();
}

Result<std::vector<LedgerEntry>> CentreLedger::takeAwaiting(const RecordId& record)
{
    auto select = ledger_.database().prepare(
        "SELECT " + std::string(kEntryColumns) +
        " FROM edit JOIN awaiting USING(device, n, dot_hash) WHERE record = ? AND applied = 0"
        " AND code = ? ORDER BY sequence");
    if (!select) return select.error();
    // A witnessed edit that waited may have got a word for ever since.
    select->bindBlob(1, record.bytes()).bind(2, static_cast<std::int64_t>(ErrorCode::depends));
    auto entries = readEntries(*select);
    if (!entries) return entries;
    auto remove = ledger_.database().prepare("DELETE FROM awaiting WHERE record = ?");
    if (!remove) return remove.error();
    if (auto removed = remove->bindBlob(1, record.bytes()).run(); !removed) return removed.error();
    return entries;
}

Result<std::vector<LedgerEntry>> CentreLedger::awaitingSchema(std::uint64_t after,
                                                              std::size_t limit)
{
    auto select = ledger_.database().prepare(
        "SELECT " + std::string(kEntryColumns) +
        " FROM edit WHERE applied = 0 AND code = 10 AND sequence > ? ORDER BY sequence LIMIT ?");
    if (!select) return select.error();
    select->bind(1, static_cast<std::int64_t>(after)).bind(2, static_cast<std::int64_t>(limit));
    return readEntries(*select);
}

}  // namespace liaison
