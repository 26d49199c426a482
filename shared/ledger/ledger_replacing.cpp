// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "shared/ledger/entry_row.h"
#include "shared/ledger/ledger.h"
#include "shared/record/merge.h"

namespace liaison {

namespace {

std::set<RecordId> recordsOf(const Edit& edit)
{
    std::set<RecordId> records;
    for (const v1::Change& change : edit.message().changes()) {
        records.insert(recordOf(change));
    }
    return records;
}

std::int64_t unsentIn(const LedgerEntry& entry)
{
    return entry.verdict ? 0 : 1;
}

}  // namespace

Result<Done> Ledger::replace(const LedgerEntry& entry)
{
    const auto before = this->entry(entry.edit.dot());
    if (!before) return before.error();
    if (!*before) return Error{ErrorCode::notFound, "edit " + entry.edit.dot().text()};
    if (auto updated = updateRow(entry); !updated) return updated;
    const bool isSameText = entry.edit.bytes() == (*before)->edit.bytes();
    if (isSameText && hasEffect(entry) == hasEffect(**before)) {
        if (!hasEffect(entry)) return done();
        for (const RecordId& id : recordsOf(entry.edit)) {
            if (auto stamped = restamp(id, **before, entry); !stamped) return stamped;
        }
        return done();
    }
    std::set<RecordId> touched = recordsOf(entry.edit);
    touched.merge(recordsOf((*before)->edit));
    for (const RecordId& id : touched) {
        if (auto rebuilt = rebuild(id, **before, entry); !rebuilt) return rebuilt;
    }
    return done();
}

Result<Done> Ledger::remove(const Dot& dot)
{
    const auto before = entry(dot);
    if (!before) return before.error();
    if (!*before) return Error{ErrorCode::notFound, "edit " + dot.text()};
    auto removed =
        database_->prepare("DELETE FROM edit WHERE device = ? AND n = ? AND dot_hash = ?");
    if (!removed) return removed.error();
    bindDot(*removed, 1, dot);
    if (auto ran = removed->run(); !ran) return ran;
    for (const RecordId& id : recordsOf((*before)->edit)) {
        if (auto rebuilt = rebuild(id, **before, std::nullopt); !rebuilt) return rebuilt;
    }
    return done();
}

Result<Done> Ledger::updateRow(const LedgerEntry& entry)
{
    auto update = database_->prepare(
        "UPDATE edit SET sequence = ?, applied = ?, received_at = ?, code = ?, change = ?,"
        " field = ?, whole_hash = ?, bytes = ?, chain = ?, running = ?, run = ?, page = ?,"
        " proof = ?, witness = ?, incomplete = ? WHERE device = ? AND n = ? AND dot_hash = ?");
    if (!update) return update.error();
    bindVerdict(*update, 1, entry.verdict);
    bindMarks(*update, 7, entry);
    bindDot(*update, 16, entry.edit.dot());
    return update->run();
}

/// The same values, under the stamp and the place that they have now. A record that the disk lost
/// is begun again with this edit, so that the pull goes on and comparing can mend the rest. Where
/// the stamp stays what it was, the state is not looked at.
Result<Done> Ledger::restamp(const RecordId& id, const LedgerEntry& before, const LedgerEntry& now)
{
    if (shownAs(now) == shownAs(before)) return recount(id, before, now);
    auto record = stored(id);
    if (!record) return record.error();
    if (!*record) return addUp(id, {now.edit.dot()});
    StoredRecord next = **std::move(record);
    next.state = restamped(std::move(next.state), now.edit.dot(), shownAs(now));
    if (now.verdict) next.sequence = std::max(next.sequence.value_or(0), now.verdict->sequence);
    next.unsent += unsentIn(now) - unsentIn(before);
    return store(next);
}

Result<Done> Ledger::recount(const RecordId& id, const LedgerEntry& before, const LedgerEntry& now)
{
    auto update = database_->prepare(
        "UPDATE record SET unsent = unsent + ?, sequence = max(ifnull(sequence, 0), ?)"
        " WHERE id = ?");
    if (!update) return update.error();
    const std::uint64_t sequence = now.verdict ? now.verdict->sequence : 0;
    update->bind(1, unsentIn(now) - unsentIn(before))
        .bind(2, static_cast<std::int64_t>(sequence))
        .bindBlob(3, id.bytes());
    if (auto updated = update->run(); !updated) return updated;
    if (database_->changes() == 0) return addUp(id, {now.edit.dot()});
    touched_.push_back(id);
    cache_.forget(id);
    return done();
}

/// Adds the edits that touched a record up again from the list, with this one as it is now.
Result<Done> Ledger::rebuild(const RecordId& id, const LedgerEntry& before,
                             const std::optional<LedgerEntry>& now)
{
    auto record = stored(id);
    if (!record) return record.error();
    StoredRecord next{{id, 0, {}, {}}, 0, {}};
    const auto add = [&next](const LedgerEntry& entry) {
        next.state = merge(std::move(next.state), entry.edit, shownAs(entry));
        next.unsent += unsentIn(entry);
        if (entry.verdict) {
            next.sequence = std::max(next.sequence.value_or(0), entry.verdict->sequence);
        }
    };
    if (*record) {
        for (const Standing& standing : (*record)->state.standing) {
            if (standing.dot == before.edit.dot()) continue;
            const auto other = entry(standing.dot);
            if (!other) return other.error();
            if (!*other) {
                return Error{ErrorCode::damaged, "edit " + standing.dot.text() + " is missing"};
            }
            add(**other);
        }
    }
    if (now && hasEffect(*now) && now->edit.change(id) != nullptr) add(*now);
    if (!next.state.standing.empty()) return store(next);
    auto remove = database_->prepare("DELETE FROM record WHERE id = ?");
    if (!remove) return remove.error();
    touched_.push_back(id);
    cache_.forget(id);
    if (auto removed = remove->bindBlob(1, id.bytes()).run(); !removed) return removed;
    return fileNames().forget(id);
}

}  // namespace liaison
