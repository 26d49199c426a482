// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "shared/ledger/entry_row.h"
#include "shared/ledger/ledger.h"
#include "shared/record/reading.h"
#include "shared/record/view.h"

namespace liaison {

namespace {

constexpr std::string_view kRowColumns =
    "id, kind, subject, parent, at, disputed, voided, unsent, sequence, state";

std::optional<RecordId> idAt(const Statement& row, int column)
{
    if (row.isNull(column)) return std::nullopt;
    const auto id = RecordId::fromBytes(row.blob(column));
    return id ? std::optional(*id) : std::nullopt;
}

RecordRow rowAt(const Statement& row)
{
    RecordRow record;
    record.id = idAt(row, 0).value_or(RecordId{});
    record.kind = static_cast<std::uint32_t>(row.integer(1));
    record.subject = idAt(row, 2);
    record.parent = idAt(row, 3);
    if (const auto at = row.optionalInteger(4)) record.at = Instant(std::chrono::milliseconds(*at));
    record.isDisputed = row.integer(5) != 0;
    record.isVoided = row.integer(6) != 0;
    record.isUnsent = row.integer(7) != 0;
    if (const auto sequence = row.optionalInteger(8)) {
        record.sequence = static_cast<std::uint64_t>(*sequence);
    }
    record.state = row.blob(9);
    return record;
}

int bindConditions(Statement& select, const RecordQuery& query)
{
    int parameter = 0;
    if (query.kind) select.bind(++parameter, static_cast<std::int64_t>(*query.kind));
    if (query.subject) select.bindBlob(++parameter, query.subject->bytes());
    if (query.parent) select.bindBlob(++parameter, query.parent->bytes());
    if (query.from) select.bind(++parameter, std::int64_t{query.from->time_since_epoch().count()});
    if (query.until) {
        select.bind(++parameter, std::int64_t{query.until->time_since_epoch().count()});
    }
    return parameter;
}

std::string_view orderOf(const RecordQuery& query)
{
    switch (query.order) {
        case RecordQuery::Order::atAscending:
            return " ORDER BY at, id";
        case RecordQuery::Order::atDescending:
            return " ORDER BY at DESC, id DESC";
        case RecordQuery::Order::idAscending:
            break;
    }
    return " ORDER BY id";
}

}  // namespace

/// The WHERE clause of a query; its parameters are bound by `bindConditions` in the same order.
std::string Ledger::conditions(const RecordQuery& query) const
{
    std::string where = " WHERE 1";
    if (query.kind) where += " AND kind = ?";
    if (query.subject) where += " AND subject = ?";
    if (query.parent) where += " AND parent = ?";
    if (query.from) where += " AND at >= ?";
    if (query.until) where += " AND at < ?";
    if (query.disputedOnly) where += " AND disputed <> 0";
    if (query.unsentOnly) where += " AND unsent <> 0";
    if (!query.withVoided) where += " AND voided = 0";
    if (!reader_) return where;
    for (const KindSchema& kind : schema_->kinds()) {
        if (!kind.readableBy(*reader_)) where += " AND kind <> " + std::to_string(kind.number);
    }
    return where;
}

Result<std::optional<RecordState>> Ledger::record(const RecordId& id)
{
    cache_.enter(database_->transactionNumber());
    const RecordCache::Found* known = cache_.find(id);
    auto found = known == nullptr ? readStored(id) : Result<RecordCache::Found>(*known);
    if (!found) return found.error();
    if (known == nullptr) cache_.keep(id, *found);
    if (!*found) return std::optional<RecordState>{};
    if (reader_) return visibleTo(*reader_, std::move((*found)->state), *schema_);
    return std::optional(std::move((*found)->state));
}

Result<bool> Ledger::hasRecord(const RecordId& id)
{
    cache_.enter(database_->transactionNumber());
    if (cache_.isThere(id)) return true;
    auto select = database_->prepare("SELECT 1 FROM record WHERE id = ?");
    if (!select) return select.error();
    const auto found = select->bindBlob(1, id.bytes()).step();
    if (found && *found) cache_.noteThere(id);
    return found;
}

Result<std::vector<RecordRow>> Ledger::records(const RecordQuery& query)
{
    std::string sql = "SELECT " + std::string(kRowColumns) + " FROM record" + conditions(query);
    sql += orderOf(query);
    sql += " LIMIT ? OFFSET ?";
    auto select = database_->prepare(sql);
    if (!select) return select.error();
    const int bound = bindConditions(*select, query);
    select->bind(bound + 1, static_cast<std::int64_t>(query.limit))
        .bind(bound + 2, static_cast<std::int64_t>(query.offset));
    std::vector<RecordRow> rows;
    while (true) {
        const auto more = select->step();
        if (!more) return more.error();
        if (!*more) return rows;
        rows.push_back(rowAt(*select));
        if (!reader_) continue;
        auto state = RecordState::read(rows.back().id, rows.back().state);
        if (!state) return state.error();
        const auto visible = visibleTo(*reader_, *std::move(state), *schema_);
        if (visible) rows.back().state = visible->bytes();
    }
}

Result<std::uint64_t> Ledger::count(const RecordQuery& query)
{
    auto select = database_->prepare("SELECT count(*) FROM record" + conditions(query));
    if (!select) return select.error();
    bindConditions(*select, query);
    const auto found = select->step();
    if (!found) return found.error();
    return static_cast<std::uint64_t>(select->integer(0));
}

Result<std::optional<LedgerEntry>> Ledger::entry(const Dot& dot)
{
    static const std::string sql = "SELECT " + std::string(kEntryColumns) +
                                   " FROM edit WHERE device = ? AND n = ? AND dot_hash = ?";
    auto select = database_->prepare(sql);
    if (!select) return select.error();
    const auto found = select->bind(1, static_cast<std::int64_t>(dot.device.value))
                           .bind(2, static_cast<std::int64_t>(dot.n))
                           .bind(3, static_cast<std::int64_t>(dot.hash))
                           .step();
    if (!found) return found.error();
    if (!*found) return std::optional<LedgerEntry>{};
    auto entry = readEntry(*select);
    if (!entry) return entry.error();
    return std::optional(*std::move(entry));
}

Result<std::vector<LedgerEntry>> Ledger::history(const RecordId& id)
{
    const auto state = record(id);
    if (!state) return state.error();
    std::vector<LedgerEntry> entries;
    if (!*state) return entries;
    for (const Standing& standing : (*state)->standing) {
        auto found = entry(standing.dot);
        if (!found) return found.error();
        if (!*found) continue;
        if (reader_) {
            auto visible = asVisible(**std::move(found), *reader_, *schema_);
            if (!visible) return visible.error();
            *found = *std::move(visible);
        }
        if (*found) entries.push_back(**std::move(found));
    }
    std::stable_sort(entries.begin(), entries.end(), [](const auto& left, const auto& right) {
        const auto place = [](const LedgerEntry& entry) {
            return entry.verdict ? entry.verdict->sequence : UINT64_MAX;
        };
        return std::pair(place(left), left.edit.dot().n) <
               std::pair(place(right), right.edit.dot().n);
    });
    return entries;
}

Result<std::vector<LedgerEntry>> Ledger::entriesAfter(std::uint64_t sequence, std::size_t limit,
                                                      std::size_t bytesMax)
{
    auto select = database_->prepare("SELECT " + std::string(kEntryColumns) +
                                     " FROM edit WHERE sequence > ? ORDER BY sequence LIMIT ?");
    if (!select) return select.error();
    select->bind(1, static_cast<std::int64_t>(sequence)).bind(2, static_cast<std::int64_t>(limit));
    return readEntries(*select, bytesMax);
}

Result<std::vector<LedgerEntry>> Ledger::editsOf(DeviceNumber device, std::uint64_t firstN,
                                                 std::size_t limit)
{
    auto select = database_->prepare("SELECT " + std::string(kEntryColumns) +
                                     " FROM edit WHERE device = ? AND n >= ? ORDER BY n LIMIT ?");
    if (!select) return select.error();
    select->bind(1, static_cast<std::int64_t>(device.value))
        .bind(2, static_cast<std::int64_t>(firstN))
        .bind(3, static_cast<std::int64_t>(limit));
    return readEntries(*select);
}

Result<bool> Ledger::hasEdits(DeviceNumber device, std::uint64_t firstN, std::uint64_t count)
{
    auto select =
        database_->prepare("SELECT 1 FROM edit WHERE device = ? AND n >= ? AND n < ? LIMIT 1");
    if (!select) return select.error();
    select->bind(1, static_cast<std::int64_t>(device.value))
        .bind(2, static_cast<std::int64_t>(firstN))
        .bind(3, static_cast<std::int64_t>(firstN + count));
    return select->step();
}

Result<std::optional<std::string>> Ledger::chainOf(DeviceNumber device, std::uint64_t n)
{
    auto select = database_->prepare(
        "SELECT chain FROM edit WHERE device = ? AND n = ? AND chain IS NOT NULL");
    if (!select) return select.error();
    const auto found = select->bind(1, static_cast<std::int64_t>(device.value))
                           .bind(2, static_cast<std::int64_t>(n))
                           .step();
    if (!found) return found.error();
    return *found ? select->optionalBlob(0) : std::nullopt;
}

Result<std::uint64_t> Ledger::head()
{
    auto select = database_->prepare("SELECT max(sequence) FROM edit WHERE sequence IS NOT NULL");
    if (!select) return select.error();
    const auto found = select->step();
    if (!found) return found.error();
    return static_cast<std::uint64_t>(select->optionalInteger(0).value_or(0));
}

Result<std::optional<RecordId>> Ledger::ownerOf(DeviceNumber device)
{
    auto select = database_->prepare("SELECT member FROM owner WHERE device = ?");
    if (!select) return select.error();
    const auto found = select->bind(1, static_cast<std::int64_t>(device.value)).step();
    if (!found) return found.error();
    if (!*found) return std::optional<RecordId>{};
    return idAt(*select, 0);
}

Result<std::vector<DeviceOwner>> Ledger::owners()
{
    auto select = database_->prepare("SELECT device, member FROM owner ORDER BY device");
    if (!select) return select.error();
    std::vector<DeviceOwner> owners;
    while (true) {
        const auto more = select->step();
        if (!more) return more.error();
        if (!*more) return owners;
        owners.push_back({{static_cast<std::uint64_t>(select->integer(0))},
                          idAt(*select, 1).value_or(RecordId{})});
    }
}

Result<std::optional<std::string>> Ledger::meta(std::string_view name)
{
    auto select = database_->prepare("SELECT value FROM meta WHERE name = ?");
    if (!select) return select.error();
    const auto found = select->bindText(1, name).step();
    if (!found) return found.error();
    if (!*found) return std::optional<std::string>{};
    return std::optional(std::string(select->blob(0)));
}

}  // namespace liaison
