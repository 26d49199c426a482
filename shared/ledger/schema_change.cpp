// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/schema_change.h"

#include "shared/record/keys.h"

namespace liaison {

namespace {

constexpr std::string_view kSchemaName = "found under schema";
constexpr std::size_t kBatch = 1'000;

/// Whether the row is not what this schema makes of the record.
bool isOtherwise(const RecordRow& row, const Schema& schema)
{
    const KindSchema* kind = schema.kind(row.kind);
    const auto state = RecordState::read(row.id, row.state);
    if (kind == nullptr || !state) return false;
    const RecordKeys keys = keysOf(*kind, RecordReading(*state));
    return !kind->fileFields.empty() || keys.subject != row.subject || keys.parent != row.parent ||
           keys.at != row.at;
}

Result<Done> addUpAgain(Ledger& ledger, const RecordId& id)
{
    const auto history = ledger.history(id);
    if (!history) return history.error();
    std::set<Dot> edits;
    for (const LedgerEntry& entry : *history) {
        edits.insert(entry.edit.dot());
    }
    return ledger.addUp(id, std::move(edits));
}

Result<Done> addUpChanged(Ledger& ledger)
{
    RecordQuery batch;
    batch.withVoided = true;
    batch.order = RecordQuery::Order::idAscending;
    batch.limit = kBatch;
    while (true) {
        const auto rows = ledger.records(batch);
        if (!rows) return rows.error();
        for (const RecordRow& row : *rows) {
            if (!isOtherwise(row, ledger.schema())) continue;
            if (auto added = addUpAgain(ledger, row.id); !added) return added;
        }
        if (rows->size() < kBatch) return done();
        batch.offset += kBatch;
    }
}

}  // namespace

Result<Done> adoptSchema(Ledger& ledger)
{
    const std::string schema = std::to_string(ledger.schema().version());
    const auto before = ledger.meta(kSchemaName);
    if (!before) return before.error();
    if (*before == schema) return done();
    auto transaction = ledger.begin();
    if (!transaction) return transaction.error();
    auto adopted = addUpChanged(ledger);
    if (adopted) adopted = ledger.setMeta(kSchemaName, schema);
    if (!adopted) {
        ledger.forgetTouched();
        return adopted;
    }
    return ledger.commit(*transaction);
}

}  // namespace liaison
