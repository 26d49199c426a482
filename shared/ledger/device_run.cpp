// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "shared/base/plant.h"
#include "shared/ledger/device_ledger.h"
#include "shared/ledger/entry_row.h"
#include "shared/record/partial.h"

namespace liaison {

namespace {

constexpr std::string_view kTestifiedName = "testified";

Dot dotAt(const Statement& row)
{
    return {{static_cast<std::uint64_t>(row.integer(0))},
            static_cast<std::uint64_t>(row.integer(1)),
            static_cast<std::uint32_t>(row.integer(2))};
}

/// A part that this build has never heard of is shown to nobody, and kept for one that has.
bool knowsAllOf(const Edit& edit, const Schema& schema)
{
    const auto isKnown = [&](const v1::Change& change) {
        return schema.kind(change.kind()) != nullptr;
    };
    const auto& changes = edit.message().changes();
    return std::all_of(changes.begin(), changes.end(), isKnown);
}

/// Remembers where the pull stands, so that a loss during the next run is still noticed by what was
/// held before it. Of many runs given up, the furthest are the first and the last.
void noteCursor(DeviceStanding& standing)
{
    constexpr std::size_t kEarlierMax = 8;
    if (standing.isRunComplete()) standing.earlierCursors.clear();
    if (standing.cursor.empty()) return;
    if (standing.earlierCursors.size() == kEarlierMax) {
        standing.earlierCursors.erase(standing.earlierCursors.begin() + 1);
    }
    standing.earlierCursors.push_back(standing.cursor);
}

}  // namespace

Result<Done> DeviceLedger::startRun()
{
    DeviceStanding next = standing_;
    noteCursor(next);
    return beginRun(std::move(next));
}

Result<Done> DeviceLedger::startRunAfterLoss(const std::string& cursor)
{
    DeviceStanding next = standing_;
    next.runKeeps = true;
    next.epochRun = next.run + 1;
    next.earlierCursors = {cursor};
    return beginRun(std::move(next));
}

Result<Done> DeviceLedger::beginRun(DeviceStanding next)
{
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    waitingChange_ = 0;
    if (auto ended = ledger_.setMeta(kTestifiedName, {}); !ended) return ended;
    ++next.run;
    next.cursor.clear();
    return commit(*transaction, std::move(next));
}

Result<std::int64_t> DeviceLedger::keepPage(const DevicePage& page)
{
    if (page.proof.empty() || page.entries.empty()) return 0;
    auto insert = ledger_.database().prepare("INSERT INTO page(cursor, proof) VALUES(?, ?)");
    if (!insert) return insert.error();
    insert->bindBlob(1, std::string_view(page.cursor)).bindBlob(2, std::string_view(page.proof));
    if (auto inserted = insert->run(); !inserted) return inserted.error();
    return ledger_.database().lastRowId();
}

Result<Done> DeviceLedger::takeEntries(DevicePage& page, DeviceStanding& next, Instant now)
{
    for (const DeviceOwner& owner : page.owners) {
        if (auto added = ledger_.addOwner(owner); !added) return added;
    }
    const auto pageId = keepPage(page);
    if (!pageId) return pageId.error();
    for (LedgerEntry& entry : page.entries) {
        entry.run = standing_.run;
        entry.page = *pageId;
        const auto isNew = ledger_.append(entry);
        if (!isNew) return isNew.error();
        if (!*isNew) {
            if (auto met = meet(entry); !met) return met;
        }
        next.lastStamp =
            afterSeeing(next.lastStamp, entry.edit.stamp(), now + standing_.clockOffset);
    }
    return settleOwn(page.own);
}

/// An edit that is here already: its place, its verdict, or how much of it may be seen is new.
Result<Done> DeviceLedger::meet(const LedgerEntry& incoming)
{
    const Dot& dot = incoming.edit.dot();
    const auto known = ledger_.entry(dot);
    if (!known) return known.error();
    ensure(known->has_value(), "an edit that was not new is not there");
    LedgerEntry next = incoming;
    next.storedAt = (*known)->storedAt;
    next.chain = (*known)->chain;
    next.proof = (*known)->proof;
    if (incoming.isPartial) {
        next.isPartial = (*known)->isPartial;
        next.edit = (*known)->edit;
        if (next.isPartial) {
            auto joined = joinedParts((*known)->edit, incoming.edit);
            if (!joined) return joined.error();
            next.edit = *std::move(joined);
        }
    }
    if (!(*known)->verdict) --waitingChange_;
    if (auto replaced = ledger_.replace(next); !replaced) return replaced;
    const bool isNarrower = next.edit.bytes() != incoming.edit.bytes();
    // Own is what this device wrote, not what bears its number: that may be of a copy of it.
    if (standing_.isRunComplete() || incoming.isIncomplete || !next.chain.empty()) {
        return done();
    }
    return keepNarrowed(dot, isNarrower ? std::optional(incoming.edit.bytes()) : std::nullopt);
}

Result<Done> DeviceLedger::keepNarrowed(const Dot& dot, const std::optional<std::string>& bytes)
{
    auto update = ledger_.database().prepare(
        "UPDATE edit SET narrowed = ? WHERE device = ? AND n = ? AND dot_hash = ?");
    if (!update) return update.error();
    bindDot(*update, 2, dot);
    return update->bindBlob(1, bytes).run();
}

Result<Done> DeviceLedger::takePage(DevicePage page, Instant now)
{
    if (planted("cursor-before-apply")) {
        auto early = ledger_.begin();
        DeviceStanding moved = standing_;
        moved.cursor = page.cursor;
        if (early) static_cast<void>(commit(*early, std::move(moved)));
    }
    waitingChange_ = 0;
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    const std::int64_t changesBefore = ledger_.database().totalChanges();
    DeviceStanding next = standing_;
    auto taken = takeEntries(page, next, now);
    next.cursor = page.cursor;
    next.head = std::max(next.head, page.head);
    next.lastContact = now;
    if (taken && page.isLast && !next.isRunComplete()) taken = finishRun(next);
    if (!taken) {
        ledger_.forgetTouched();
        return taken;
    }
    if (planted("purge-unsent") && page.isLast) {
        static_cast<void>(ledger_.database().execute("DELETE FROM edit WHERE sequence IS NULL"));
    }
    const bool isNews = ledger_.database().totalChanges() != changesBefore ||
                        next.completeRun != standing_.completeRun;
    if (!isNews) {
        standing_ = std::move(next);
        return done();
    }
    return commit(*transaction, std::move(next));
}

Result<Done> DeviceLedger::finishRun(DeviceStanding& next)
{
    auto swept = next.runKeeps ? hideUnbrought(next) : removeUnbrought(next);
    if (!swept) return swept;
    if (auto narrowed = narrow(); !narrowed) return narrowed;
    next.completeRun = next.run;
    next.runKeeps = false;
    next.earlierCursors.clear();
    next.isFirstRunComplete = true;
    return ledger_.database().execute(
        "DELETE FROM page WHERE id NOT IN (SELECT page FROM edit WHERE page IS NOT NULL)");
}

/// Edits of others that an earlier run brought and this one did not. What a run left standing
/// because the centre had lost it is not among them.
Result<Done> DeviceLedger::removeUnbrought(const DeviceStanding& next)
{
    std::vector<Dot> unbrought;
    auto select = ledger_.database().prepare(
        "SELECT device, n, dot_hash FROM edit WHERE sequence IS NOT NULL AND chain IS NULL"
        " AND run >= ? AND run < ?");
    if (!select) return select.error();
    select->bind(1, static_cast<std::int64_t>(next.completeRun))
        .bind(2, static_cast<std::int64_t>(next.run));
    while (true) {
        const auto more = select->step();
        if (!more) return more.error();
        if (!*more) break;
        unbrought.push_back(dotAt(*select));
    }
    for (const Dot& dot : unbrought) {
        if (auto removed = ledger_.remove(dot); !removed) return removed;
    }
    return done();
}

/// What the run after a loss left standing, or brought only in part, is still bound by the view.
Result<Done> DeviceLedger::hideUnbrought(const DeviceStanding& next)
{
    auto select = ledger_.database().prepare(
        "SELECT " + std::string(kEntryColumns) +
        " FROM edit WHERE sequence IS NOT NULL AND chain IS NULL AND (run < ? OR incomplete = 1)");
    if (!select) return select.error();
    select->bind(1, static_cast<std::int64_t>(next.run));
    auto entries = readEntries(*select);
    if (!entries) return entries.error();
    for (LedgerEntry& entry : *entries) {
        if (!knowsAllOf(entry.edit, ledger_.schema())) continue;
        const Dot dot = entry.edit.dot();
        const std::size_t size = entry.edit.bytes().size();
        auto visible = asVisible(std::move(entry), next.role, ledger_.schema());
        if (!visible) return visible.error();
        auto hidden = done();
        if (!*visible) {
            hidden = ledger_.remove(dot);
        } else if ((*visible)->edit.bytes().size() < size) {
            hidden = ledger_.replace(**visible);
        }
        if (!hidden) return hidden;
    }
    return done();
}

Result<Done> DeviceLedger::narrow()
{
    std::vector<std::pair<Dot, std::string>> narrower;
    auto select = ledger_.database().prepare(
        "SELECT device, n, dot_hash, narrowed FROM edit WHERE narrowed IS NOT NULL");
    if (!select) return select.error();
    while (true) {
        const auto more = select->step();
        if (!more) return more.error();
        if (!*more) break;
        narrower.emplace_back(dotAt(*select), select->blob(3));
    }
    for (const auto& [dot, bytes] : narrower) {
        auto entry = ledger_.entry(dot);
        if (!entry) return entry.error();
        ensure(entry->has_value(), "an edit that was just read is gone");
        auto part = Edit::readPartial(dot.device, bytes, (*entry)->edit.hash());
        if (!part) return part.error();
        (*entry)->edit = *std::move(part);
        (*entry)->isPartial = true;
        if (auto replaced = ledger_.replace(**entry); !replaced) return replaced;
        if (auto cleared = keepNarrowed(dot, std::nullopt); !cleared) return cleared;
    }
    return done();
}

Result<std::vector<std::string>> DeviceLedger::heldCursors()
{
    constexpr std::size_t kCursorsMax = 40;
    std::vector<std::string> cursors;
    if (!standing_.cursor.empty()) cursors.push_back(standing_.cursor);
    cursors.insert(cursors.end(), standing_.earlierCursors.begin(), standing_.earlierCursors.end());
    auto last = number("SELECT max(id) FROM page");
    if (!last) return last.error();
    auto select = ledger_.database().prepare(
        "SELECT id, cursor FROM page WHERE id <= ? ORDER BY id DESC LIMIT 1");
    if (!select) return select.error();
    std::int64_t below = static_cast<std::int64_t>(*last);
    std::int64_t step = 1;
    while (below > 0 && cursors.size() < kCursorsMax) {
        const auto found = select->bind(1, below).step();
        if (!found) return found.error();
        if (!*found) break;
        cursors.emplace_back(select->blob(1));
        below = select->integer(0) - step;
        if (cursors.size() > 10) step *= 2;
        select->reset();
    }
    return cursors;
}

Result<Testified> DeviceLedger::testified()
{
    const auto bytes = ledger_.meta(kTestifiedName);
    if (!bytes) return bytes.error();
    v1::StoredTestimony stored;
    if (!stored.ParseFromString(bytes->value_or(std::string()))) {
        return Error{ErrorCode::damaged, "testimony"};
    }
    return Testified{stored.page(), stored.cursor()};
}

Result<Done> DeviceLedger::noteTestified(const Testified& testified)
{
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    v1::StoredTestimony stored;
    stored.set_page(testified.page);
    stored.set_cursor(testified.cursor);
    auto noted = ledger_.setMeta(kTestifiedName, stored.SerializeAsString());
    return noted ? transaction->commit() : noted;
}

Result<std::optional<HeldPage>> DeviceLedger::heldPage(std::int64_t after, std::uint64_t sequence)
{
    auto select = ledger_.database().prepare(
        "SELECT id, proof FROM page WHERE id > ?1 AND EXISTS (SELECT 1 FROM edit"
        " WHERE edit.page = page.id AND (edit.sequence > ?2 OR edit.run < ?3))"
        " ORDER BY id LIMIT 1");
    if (!select) return select.error();
    const auto found = select->bind(1, after)
                           .bind(2, static_cast<std::int64_t>(sequence))
                           .bind(3, static_cast<std::int64_t>(standing_.epochRun))
                           .step();
    if (!found) return found.error();
    if (!*found) return std::optional<HeldPage>{};
    HeldPage page{select->integer(0), std::string(select->blob(1)), {}};
    auto entries = ledger_.database().prepare("SELECT " + std::string(kEntryColumns) +
                                              " FROM edit WHERE page = ? ORDER BY sequence");
    if (!entries) return entries.error();
    entries->bind(1, page.id);
    auto read = readEntries(*entries);
    if (!read) return read.error();
    page.entries = *std::move(read);
    return std::optional(std::move(page));
}

}  // namespace liaison
