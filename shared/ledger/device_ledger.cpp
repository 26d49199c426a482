// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/device_ledger.h"

#include <algorithm>

#include "shared/base/plant.h"
#include "shared/ledger/edit_writing.h"
#include "shared/ledger/entry_row.h"
#include "shared/ledger/migrations.h"

namespace liaison {

DeviceLedger::DeviceLedger(Ledger ledger, DeviceStanding standing)
    : ledger_(std::move(ledger)), standing_(std::move(standing))
{
}

Result<DeviceLedger> DeviceLedger::open(const std::filesystem::path& path, const StoreKey& key,
                                        const Schema& schema, Disk& disk)
{
    auto ledger = Ledger::open(path, key, schema, deviceMigrations(), disk);
    if (!ledger) return ledger.error();
    auto standing = readStanding(*ledger);
    if (!standing) return standing.error();
    DeviceLedger device(*std::move(ledger), *std::move(standing));
    const auto waiting = device.waiting();
    if (!waiting) return waiting.error();
    device.waitingCount_ = *waiting;
    return device;
}

/// Commits a transaction together with the standing it leads to; after an error neither holds.
Result<Done> DeviceLedger::commit(Transaction& transaction, DeviceStanding next)
{
    if (auto kept = keepStanding(ledger_, next); !kept) {
        ledger_.forgetTouched();
        return kept;
    }
    const auto count = waiting();
    if (!count) return count.error();
    // The listener reads the standing, so it has to be the new one when the listener is called.
    const DeviceStanding before = std::exchange(standing_, std::move(next));
    const std::uint64_t countBefore = std::exchange(waitingCount_, *count);
    auto committed = ledger_.commit(transaction);
    if (committed) return committed;
    standing_ = before;
    waitingCount_ = countBefore;
    return committed;
}

Result<Done> DeviceLedger::found(DeviceNumber number, const RecordId& centre,
                                 const RecordId& member, const std::string& unlockToken)
{
    if (standing_.isFounded() && standing_.number != number) {
        return Error{ErrorCode::alreadyThere, "the ledger of another device"};
    }
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    DeviceStanding next = standing_;
    next.number = number;
    next.centre = centre;
    next.member = member;
    next.unlockToken = unlockToken;
    if (auto owned = ledger_.addOwner({number, member}); !owned) return owned;
    return commit(*transaction, std::move(next));
}

Result<Dot> DeviceLedger::save(const std::vector<v1::Change>& changes, Instant now,
                               const std::string& drop)
{
    ensure(standing_.isFounded(), "a save before the device has joined");
    if (auto checked = checkWriting(ledger_, changes, standing_.role); !checked) {
        return checked.error();
    }
    if (planted("draft-dropped-first") && !drop.empty()) static_cast<void>(dropDraft(drop));
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    DeviceStanding next = standing_;
    next.lastStamp = nextStamp(now + standing_.clockOffset, standing_.lastStamp);
    ++next.lastN;
    auto edit = writeEdit(ledger_, next.number, next.lastN, next.lastStamp, changes);
    if (!edit) return edit.error();
    const auto failed = [&](const Error& error) {
        ledger_.forgetTouched();
        return error;
    };
    const auto stored = ledger_.append({*edit, std::nullopt, false, now});
    if (!stored) return failed(stored.error());
    next.chain = chainAfter(standing_.chain, edit->hash());
    if (auto noted = ledger_.noteChain(edit->dot(), next.chain); !noted) {
        return failed(noted.error());
    }
    if (!drop.empty()) {
        if (auto dropped = removeDraft(drop); !dropped) return failed(dropped.error());
    }
    if (auto committed = commit(*transaction, std::move(next)); !committed) {
        return committed.error();
    }
    return edit->dot();
}

OwnPending DeviceLedger::ownPending(const RecordId& record)
{
    return [this, record](const Dot& dot, std::uint32_t field) -> std::vector<Dot> {
        if (dot.device != standing_.number || planted("pending-not-named")) return {};
        const auto entry = ledger_.entry(dot);
        if (!entry || !*entry || (*entry)->verdict) return {};
        const v1::Change* change = (*entry)->edit.change(record);
        return change == nullptr ? std::vector<Dot>{} : replacedDots(*change, field);
    };
}

Result<std::uint64_t> DeviceLedger::number(std::string_view sql)
{
    auto select = ledger_.database().prepare(sql);
    if (!select) return select.error();
    const auto found = select->bind(1, static_cast<std::int64_t>(standing_.number.value)).step();
    if (!found) return found.error();
    return static_cast<std::uint64_t>(select->optionalInteger(0).value_or(0));
}

Result<std::uint64_t> DeviceLedger::waiting()
{
    return number("SELECT count(*) FROM edit WHERE sequence IS NULL AND device = ?");
}

Result<std::uint64_t> DeviceLedger::firstWaiting()
{
    return number("SELECT min(n) FROM edit WHERE sequence IS NULL AND device = ?");
}

Result<std::uint64_t> DeviceLedger::refusedCount()
{
    return number("SELECT count(*) FROM edit WHERE applied = 0 AND device = ?");
}

Result<std::vector<LedgerEntry>> DeviceLedger::refused()
{
    auto select = ledger_.database().prepare(
        "SELECT " + std::string(kEntryColumns) +
        " FROM edit WHERE applied = 0 AND device = ? ORDER BY sequence DESC");
    if (!select) return select.error();
    select->bind(1, static_cast<std::int64_t>(standing_.number.value));
    return readEntries(*select);
}

Result<std::string> DeviceLedger::chainAt(std::uint64_t n)
{
    if (n == 0) return std::string();
    if (n == standing_.lastN) return standing_.chain;
    const auto chain = ledger_.chainOf(standing_.number, n);
    if (!chain) return chain.error();
    if (!*chain) return Error{ErrorCode::forked, "no own edit " + std::to_string(n)};
    return **chain;
}

Result<Done> DeviceLedger::settleOwn(const std::vector<std::pair<std::uint64_t, Verdict>>& own)
{
    for (const auto& [n, verdict] : own) {
        auto select =
            ledger_.database().prepare("SELECT dot_hash FROM edit WHERE device = ? AND n = ?");
        if (!select) return select.error();
        const auto found = select->bind(1, static_cast<std::int64_t>(standing_.number.value))
                               .bind(2, static_cast<std::int64_t>(n))
                               .step();
        if (!found) return found.error();
        if (!*found) return Error{ErrorCode::forked, "no own edit " + std::to_string(n)};
        const Dot dot{standing_.number, n, static_cast<std::uint32_t>(select->integer(0))};
        select->reset();
        if (auto settled = ledger_.settle(dot, verdict); !settled) return settled;
    }
    return done();
}

Result<Done> DeviceLedger::takeVerdicts(const std::vector<std::pair<std::uint64_t, Verdict>>& own,
                                        Instant now)
{
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    if (auto settled = settleOwn(own); !settled) {
        ledger_.forgetTouched();
        return settled;
    }
    DeviceStanding next = standing_;
    next.lastContact = now;
    return commit(*transaction, std::move(next));
}

Result<Done> DeviceLedger::takeEntries(const DevicePage& page, DeviceStanding& next, Instant now)
{
    for (const DeviceOwner& owner : page.owners) {
        if (auto added = ledger_.addOwner(owner); !added) return added;
    }
    for (const LedgerEntry& entry : page.entries) {
        if (auto added = ledger_.append(entry); !added) return added.error();
        next.lastStamp =
            afterSeeing(next.lastStamp, entry.edit.stamp(), now + standing_.clockOffset);
    }
    return settleOwn(page.own);
}

Result<Done> DeviceLedger::takePage(const DevicePage& page, Instant now)
{
    if (planted("cursor-before-apply")) {
        auto early = ledger_.begin();
        DeviceStanding moved = standing_;
        moved.cursor = page.cursor;
        if (early) static_cast<void>(commit(*early, std::move(moved)));
    }
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    DeviceStanding next = standing_;
    if (auto taken = takeEntries(page, next, now); !taken) {
        ledger_.forgetTouched();
        return taken;
    }
    next.cursor = page.cursor;
    next.head = std::max(next.head, page.head);
    next.lastContact = now;
    next.isFirstRunComplete = next.isFirstRunComplete || page.isLast;
    if (planted("purge-unsent") && page.isLast) {
        static_cast<void>(ledger_.database().execute("DELETE FROM edit WHERE sequence IS NULL"));
    }
    return commit(*transaction, std::move(next));
}

Result<Done> DeviceLedger::takeWelcome(const Greeting& greeting, Instant now)
{
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    for (const DeviceOwner& owner : greeting.owners) {
        if (auto added = ledger_.addOwner(owner); !added) return added;
    }
    DeviceStanding next = standing_;
    next.role = greeting.role;
    next.epoch = greeting.epoch;
    next.head = greeting.head;
    next.isFirstRunComplete = next.isFirstRunComplete || planted("complete-at-welcome");
    next.view = greeting.view;
    next.clockOffset = greeting.centreClock - now;
    next.lastContact = now;
    next.lastStamp = afterContact(next.lastStamp, now + next.clockOffset);
    return commit(*transaction, std::move(next));
}

}  // namespace liaison
