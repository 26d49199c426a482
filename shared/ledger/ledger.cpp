// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/ledger.h"

#include <algorithm>

#include "shared/base/plant.h"
#include "shared/ledger/entry_row.h"
#include "shared/record/keys.h"
#include "shared/record/merge.h"
#include "shared/record/reading.h"
#include "shared/record/void_field.h"

namespace liaison {

namespace {

std::optional<std::string> bytesOf(const std::optional<RecordId>& id)
{
    return id ? std::optional(id->bytes()) : std::nullopt;
}

std::int64_t millisecondsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

Stamp shownAs(const LedgerEntry& entry)
{
    const Stamp own = entry.edit.stamp();
    return entry.verdict ? shownAs(own, entry.verdict->receivedAt) : own;
}

RecordId recordOf(const v1::Change& change)
{
    const auto id = RecordId::fromBytes(change.record());
    ensure(bool(id), "an edit that was read names no record");
    return *id;
}

}  // namespace

Ledger::Ledger(std::unique_ptr<Database> database, const Schema& schema)
    : database_(std::move(database)), schema_(&schema)
{
}

Result<Ledger> Ledger::open(const std::filesystem::path& path, const StoreKey& key,
                            const Schema& schema, std::span<const Migration> migrations, Disk& disk)
{
    auto database = Database::open(path, key, disk);
    if (!database) return database.error();
    auto owned = std::make_unique<Database>(*std::move(database));
    if (auto migrated = migrate(*owned, migrations); !migrated) return migrated.error();
    return Ledger(std::move(owned), schema);
}

Result<bool> Ledger::append(const LedgerEntry& entry)
{
    if (planted("dedup-by-time") && entry.verdict) {
        auto same = database_->prepare("SELECT 1 FROM edit WHERE device = ? AND received_at = ?");
        if (!same) return same.error();
        same->bind(1, static_cast<std::int64_t>(entry.edit.dot().device.value))
            .bind(2, millisecondsOf(entry.verdict->receivedAt));
        const auto isThere = same->step();
        if (isThere && *isThere) return true;
    }
    auto insert = database_->prepare(
        "INSERT INTO edit(device, n, dot_hash, sequence, applied, received_at, code, change, field,"
        " stored_at, whole_hash, bytes) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(device, n, dot_hash) DO NOTHING");
    if (!insert) return insert.error();
    const Dot& dot = entry.edit.dot();
    insert->bind(1, static_cast<std::int64_t>(dot.device.value))
        .bind(2, static_cast<std::int64_t>(dot.n))
        .bind(3, static_cast<std::int64_t>(dot.hash));
    bindVerdict(*insert, 4, entry.verdict);
    insert->bind(10, millisecondsOf(entry.storedAt));
    if (entry.isPartial) {
        insert->bindBlob(11, std::string_view(entry.edit.hash()));
    } else {
        insert->bindNull(11);
    }
    insert->bindBlob(12, std::string_view(entry.edit.bytes()));
    if (auto inserted = insert->run(); !inserted) return inserted.error();
    if (database_->changes() == 0) return widen(entry);
    if (entry.verdict && !entry.verdict->isApplied) return true;
    for (const v1::Change& change : entry.edit.message().changes()) {
        if (auto merged = mergeInto(recordOf(change), entry); !merged) return merged.error();
    }
    return true;
}

/// An edit that is there already: its verdict or its hidden part may be what is new.
Result<bool> Ledger::widen(const LedgerEntry& entry)
{
    const auto known = this->entry(entry.edit.dot());
    if (!known) return known.error();
    if (entry.verdict && !(*known)->verdict) {
        if (auto settled = settle(entry.edit.dot(), *entry.verdict); !settled)
            return settled.error();
    }
    if (!(*known)->isPartial || entry.isPartial) return false;
    auto update = database_->prepare(
        "UPDATE edit SET bytes = ?, whole_hash = NULL WHERE device = ? AND n = ? AND dot_hash = ?");
    if (!update) return update.error();
    update->bindBlob(1, std::string_view(entry.edit.bytes()))
        .bind(2, static_cast<std::int64_t>(entry.edit.dot().device.value))
        .bind(3, static_cast<std::int64_t>(entry.edit.dot().n))
        .bind(4, static_cast<std::int64_t>(entry.edit.dot().hash));
    if (auto updated = update->run(); !updated) return updated.error();
    for (const v1::Change& change : entry.edit.message().changes()) {
        auto record = stored(recordOf(change));
        if (!record) return record.error();
        RecordState state = *record ? (*record)->state : RecordState{recordOf(change), 0, {}, {}};
        auto added = addedUp(state, entry.edit.dot());
        if (!added) return added.error();
        state = merge(*std::move(added), entry.edit, shownAs(entry));
        const auto kept = store({std::move(state), *record ? (*record)->unsent : 0,
                                 *record ? (*record)->sequence : std::nullopt});
        if (!kept) return kept.error();
    }
    return false;
}

Result<Done> Ledger::mergeInto(const RecordId& id, const LedgerEntry& entry)
{
    auto record = stored(id);
    if (!record) return record.error();
    StoredRecord next = *record ? **std::move(record) : StoredRecord{{id, 0, {}, {}}, 0, {}};
    next.state = merge(std::move(next.state), entry.edit, shownAs(entry));
    if (entry.verdict) {
        next.sequence = std::max(next.sequence.value_or(0), entry.verdict->sequence);
    } else {
        ++next.unsent;
    }
    return store(next);
}

Result<Done> Ledger::settle(const Dot& dot, const Verdict& verdict)
{
    auto known = entry(dot);
    if (!known) return known.error();
    if (!*known) return Error{ErrorCode::notFound, "edit " + dot.text()};
    if ((*known)->verdict) return done();
    auto update = database_->prepare(
        "UPDATE edit SET sequence = ?, applied = ?, received_at = ?, code = ?, change = ?,"
        " field = ? WHERE device = ? AND n = ? AND dot_hash = ?");
    if (!update) return update.error();
    bindVerdict(*update, 1, verdict);
    update->bind(7, static_cast<std::int64_t>(dot.device.value))
        .bind(8, static_cast<std::int64_t>(dot.n))
        .bind(9, static_cast<std::int64_t>(dot.hash));
    if (auto updated = update->run(); !updated) return updated.error();
    (*known)->verdict = verdict;
    for (const v1::Change& change : (*known)->edit.message().changes()) {
        const RecordId id = recordOf(change);
        const bool isKept = verdict.isApplied || planted("refusal-keeps-effect");
        const auto settled =
            isKept ? settleApplied(id, **known) : rebuildWithout(id, dot, verdict.sequence);
        if (!settled) return settled.error();
    }
    return done();
}

Result<Done> Ledger::settleApplied(const RecordId& id, const LedgerEntry& entry)
{
    auto record = stored(id);
    if (!record) return record.error();
    ensure(record->has_value(), "an edit without verdict whose record is gone");
    StoredRecord& next = **record;
    next.state = restamped(std::move(next.state), entry.edit.dot(), shownAs(entry));
    next.sequence = std::max(next.sequence.value_or(0), entry.verdict->sequence);
    --next.unsent;
    return store(next);
}

Result<Done> Ledger::rebuildWithout(const RecordId& id, const Dot& dot, std::uint64_t sequence)
{
    auto record = stored(id);
    if (!record) return record.error();
    ensure(record->has_value(), "an edit without verdict whose record is gone");
    auto state = addedUp((*record)->state, dot);
    if (!state) return state.error();
    if (!state->standing.empty()) {
        return store({*std::move(state), (*record)->unsent - 1,
                      std::max((*record)->sequence.value_or(0), sequence)});
    }
    auto remove = database_->prepare("DELETE FROM record WHERE id = ?");
    if (!remove) return remove.error();
    touched_.push_back(id);
    return remove->bindBlob(1, id.bytes()).run();
}

/// Adds the edits that touched a record up again, from the list, but for one of them.
Result<RecordState> Ledger::addedUp(const RecordState& state, const std::optional<Dot>& without)
{
    RecordState added{state.id, 0, {}, {}};
    for (const Standing& standing : state.standing) {
        if (standing.dot == without) continue;
        auto other = entry(standing.dot);
        if (!other) return other.error();
        if (!*other)
            return Error{ErrorCode::damaged, "edit " + standing.dot.text() + " is missing"};
        added = merge(std::move(added), (*other)->edit, shownAs(**other));
    }
    return added;
}

Result<std::optional<StoredRecord>> Ledger::stored(const RecordId& id)
{
    auto select = database_->prepare("SELECT state, unsent, sequence FROM record WHERE id = ?");
    if (!select) return select.error();
    const auto found = select->bindBlob(1, id.bytes()).step();
    if (!found) return found.error();
    if (!*found) return std::optional<StoredRecord>{};
    auto state = RecordState::read(id, select->blob(0));
    if (!state) return state.error();
    StoredRecord record{*std::move(state), select->integer(1), {}};
    if (const auto sequence = select->optionalInteger(2)) {
        record.sequence = static_cast<std::uint64_t>(*sequence);
    }
    return std::optional(std::move(record));
}

Result<Done> Ledger::store(const StoredRecord& record)
{
    const RecordReading reading(record.state);
    const KindSchema* kind = schema_->kind(record.state.kind);
    const RecordKeys keys = kind == nullptr ? RecordKeys{} : keysOf(*kind, reading);
    auto upsert = database_->prepare(
        "INSERT INTO record(id, kind, subject, parent, at, disputed, voided, unsent, sequence,"
        " state) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET"
        " kind = excluded.kind, subject = excluded.subject, parent = excluded.parent,"
        " at = excluded.at, disputed = excluded.disputed, voided = excluded.voided,"
        " unsent = excluded.unsent, sequence = excluded.sequence, state = excluded.state");
    if (!upsert) return upsert.error();
    upsert->bindBlob(1, record.state.id.bytes())
        .bind(2, static_cast<std::int64_t>(record.state.kind))
        .bindBlob(3, bytesOf(keys.subject))
        .bindBlob(4, bytesOf(keys.parent))
        .bind(6, static_cast<std::int64_t>(!reading.disputed().empty() &&
                                           !planted("dispute-unlisted")))
        .bind(7, static_cast<std::int64_t>(isVoided(reading)))
        .bind(8, record.unsent)
        .bindBlob(10, record.state.bytes());
    upsert->bind(5, keys.at ? std::optional<std::int64_t>(millisecondsOf(*keys.at)) : std::nullopt);
    upsert->bind(9, record.sequence ? std::optional(static_cast<std::int64_t>(*record.sequence))
                                    : std::nullopt);
    touched_.push_back(record.state.id);
    return upsert->run();
}

Result<Done> Ledger::addOwner(const DeviceOwner& owner)
{
    auto insert = database_->prepare(
        "INSERT INTO owner(device, member) VALUES(?, ?) ON CONFLICT(device) DO NOTHING");
    if (!insert) return insert.error();
    return insert->bind(1, static_cast<std::int64_t>(owner.device.value))
        .bindBlob(2, owner.member.bytes())
        .run();
}

Result<Done> Ledger::noteChain(const Dot& dot, const std::string& chain)
{
    auto update =
        database_->prepare("UPDATE edit SET chain = ? WHERE device = ? AND n = ? AND dot_hash = ?");
    if (!update) return update.error();
    return update->bindBlob(1, std::string_view(chain))
        .bind(2, static_cast<std::int64_t>(dot.device.value))
        .bind(3, static_cast<std::int64_t>(dot.n))
        .bind(4, static_cast<std::int64_t>(dot.hash))
        .run();
}

Result<Done> Ledger::setMeta(std::string_view name, std::string_view value)
{
    auto upsert = database_->prepare(
        "INSERT INTO meta(name, value) VALUES(?, ?)"
        " ON CONFLICT(name) DO UPDATE SET value = excluded.value");
    if (!upsert) return upsert.error();
    return upsert->bindText(1, name).bindBlob(2, value).run();
}

Result<Done> Ledger::commit(Transaction& transaction)
{
    auto committed = transaction.commit();
    std::vector<RecordId> changed = std::exchange(touched_, {});
    if (!committed) return committed;
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    if (changed_ && !changed.empty()) changed_(changed);
    return done();
}

}  // namespace liaison
