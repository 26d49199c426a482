// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/first_run_query.h"

namespace liaison {

namespace {

std::int64_t millisecondsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

Result<RunRecord> recordAt(const Statement& row)
{
    const auto id = RecordId::fromBytes(row.blob(0));
    if (!id) return Error{ErrorCode::damaged, "a record without an id"};
    RunRecord record{*id, {}, {}};
    if (const auto at = row.optionalInteger(1)) {
        record.at = Instant(std::chrono::milliseconds(*at));
    }
    const auto state = RecordState::read(*id, row.blob(2));
    if (!state) return state.error();
    for (const Standing& standing : state->standing) {
        record.edits.push_back(standing.dot);
    }
    return record;
}

}  // namespace

Result<std::vector<RunRecord>> recordsIn(CentreLedger& centre, const RunSlice& slice,
                                         std::optional<Instant> at, const RecordId& id,
                                         bool isIncluded, std::size_t limit)
{
    const std::string than = isIncluded ? ">=" : ">";
    auto select = centre.ledger().database().prepare(
        slice.from ? "SELECT id, at, state FROM record WHERE kind = ?1 AND at >= ?3 AND at < ?4"
                     " AND (at, id) " +
                         than + " (?5, ?2) ORDER BY at, id LIMIT ?6"
                   : "SELECT id, at, state FROM record WHERE kind = ?1 AND at IS NULL AND id " +
                         than + " ?2 ORDER BY id LIMIT ?6");
    if (!select) return select.error();
    select->bind(1, static_cast<std::int64_t>(slice.kind))
        .bindBlob(2, id.bytes())
        .bind(6, static_cast<std::int64_t>(limit));
    if (slice.from) {
        select->bind(3, millisecondsOf(*slice.from))
            .bind(4, millisecondsOf(slice.until))
            .bind(5, millisecondsOf(at.value_or(*slice.from)));
    }
    std::vector<RunRecord> records;
    while (true) {
        const auto more = select->step();
        if (!more) return more.error();
        if (!*more) return records;
        auto record = recordAt(*select);
        if (!record) return record.error();
        records.push_back(*std::move(record));
    }
}

Result<std::set<RecordId>> recordsWithoutTimeOrIn(CentreLedger& centre, Instant from, Instant until)
{
    auto select = centre.ledger().database().prepare(
        "SELECT id FROM record WHERE at IS NULL OR (at >= ? AND at < ?)");
    if (!select) return select.error();
    select->bind(1, millisecondsOf(from)).bind(2, millisecondsOf(until));
    std::set<RecordId> ids;
    while (true) {
        const auto more = select->step();
        if (!more) return more.error();
        if (!*more) return ids;
        const auto id = RecordId::fromBytes(select->blob(0));
        if (id) ids.insert(*id);
    }
}

}  // namespace liaison
