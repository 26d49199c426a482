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
    if (auto inserted = insertRow(entry); !inserted) return inserted.error();
    if (database_->changes() == 0) return false;
    if (!hasEffect(entry)) return true;
    for (const v1::Change& change : entry.edit.message().changes()) {
        if (auto merged = mergeInto(recordOf(change), entry); !merged) return merged.error();
    }
    return true;
}

/// Leaves an edit that is there as it is.
Result<Done> Ledger::insertRow(const LedgerEntry& entry)
{
    cache_.enter(database_->transactionNumber());
    auto insert = database_->prepare(
        "INSERT INTO edit(device, n, dot_hash, sequence, applied, received_at, code, change, field,"
        " stored_at, whole_hash, bytes, chain, running, run, page, proof, witness, incomplete)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(device, n, dot_hash) DO NOTHING");
    if (!insert) return insert.error();
    bindDot(*insert, 1, entry.edit.dot());
    bindVerdict(*insert, 4, entry.verdict);
    insert->bind(10, millisecondsOf(entry.storedAt));
    bindMarks(*insert, 11, entry);
    return insert->run();
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

/// What is about to be changed: it is kept no longer.
Result<std::optional<StoredRecord>> Ledger::stored(const RecordId& id)
{
    cache_.enter(database_->transactionNumber());
    if (auto known = cache_.take(id)) return *std::move(known);
    return readStored(id);
}

Result<std::optional<StoredRecord>> Ledger::readStored(const RecordId& id)
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
    cache_.forget(record.state.id);
    if (auto stored = upsert->run(); !stored) return stored;
    cache_.noteThere(record.state.id);
    return fileNames().note(record.state);
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
    cache_.clear();
    std::vector<RecordId> changed = std::exchange(touched_, {});
    if (!committed) return committed;
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    if (changed_ && !changed.empty()) changed_(changed);
    return done();
}

}  // namespace liaison
