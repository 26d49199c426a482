// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <set>

#include "shared/ledger/device_ledger.h"
#include "shared/ledger/entry_row.h"

namespace liaison {

Result<Done> DeviceLedger::repair(const std::vector<LedgerEntry>& entries,
                                  const std::vector<DeviceOwner>& owners)
{
    waitingChange_ = 0;
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    const auto failed = [&](const Error& error) {
        ledger_.forgetTouched();
        return error;
    };
    for (const DeviceOwner& owner : owners) {
        if (auto added = ledger_.addOwner(owner); !added) return failed(added.error());
    }
    std::map<RecordId, std::set<Dot>> records;
    for (const LedgerEntry& entry : entries) {
        if (auto restored = restore(entry); !restored) return failed(restored.error());
        for (const v1::Change& change : entry.edit.message().changes()) {
            records[recordOf(change)].insert(entry.edit.dot());
        }
    }
    for (auto& [record, edits] : records) {
        if (auto added = ledger_.addUp(record, edits); !added) return failed(added.error());
    }
    return commit(*transaction, standing_);
}

/// Puts an edit in its place where it is missing, damaged, or has another word.
Result<Done> DeviceLedger::restore(const LedgerEntry& entry)
{
    const auto known = ledger_.entry(entry.edit.dot());
    if (!known && known.error().code != ErrorCode::damaged) return known.error();
    const bool isReadable = known && *known;
    // An own edit without its chain would be somebody else's.
    if (!isReadable && standing_.isOwn(entry.edit.dot().device)) return done();
    LedgerEntry next = entry;
    next.run = standing_.run;
    if (isReadable) {
        next = **known;
        const bool isWidened = next.isPartial && !entry.isPartial;
        if (isWidened) next.edit = entry.edit;
        next.isPartial = next.isPartial && entry.isPartial;
        if (next.verdict) next.verdict = entry.verdict;
        if (!isWidened && next.verdict == (*known)->verdict) return done();
    }
    return ledger_.overwrite(next);
}

Result<Done> DeviceLedger::noteCompared(std::uint32_t differing, Instant now)
{
    waitingChange_ = 0;
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    DeviceStanding next = standing_;
    next.lastCompared = now;
    next.differing = differing;
    return commit(*transaction, std::move(next));
}

}  // namespace liaison
