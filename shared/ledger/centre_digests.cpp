// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/centre_ledger.h"

namespace liaison {

namespace {

constexpr std::chrono::hours kDigestsKept{1};

}  // namespace

Result<SliceDigests> CentreLedger::digestsAtHead(Role role, Instant now)
{
    const auto head = ledger_.head();
    if (!head) return head.error();
    const auto kept = keptDigests_.find(role);
    if (kept != keptDigests_.end()) {
        const KeptDigests& last = kept->second;
        const bool isFresh = now >= last.at && now - last.at < kDigestsKept;
        if (isFresh && last.head == *head) return last.digests;
    }
    auto digests = ledger_.sliceDigests(role);
    if (digests) keptDigests_.insert_or_assign(role, KeptDigests{*head, now, *digests});
    return digests;
}

}  // namespace liaison
