// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "liaison/v1/sync.pb.h"
#include "shared/ledger/verdict.h"

namespace liaison {

/// Adds a verdict on edit n to a message that holds runs of them (`Verdicts`, `OwnEntries`): it
/// lengthens the last run where it continues it.
template <typename Message>
void addVerdict(Message& message, std::uint64_t n, const Verdict& verdict)
{
    const auto receivedAt = verdict.receivedAt.time_since_epoch().count();
    if (!verdict.isApplied) {
        v1::Refused& refused = *message.add_refused();
        refused.set_n(n);
        refused.set_sequence(verdict.sequence);
        refused.set_received_at(receivedAt);
        refused.set_code(static_cast<std::uint32_t>(verdict.code));
        refused.set_change(verdict.change);
        refused.set_field(verdict.field);
        return;
    }
    if (!message.applied().empty()) {
        v1::Applied& last = *message.mutable_applied()->rbegin();
        if (last.first_n() + last.count() == n &&
            last.first_sequence() + last.count() == verdict.sequence &&
            last.received_at() == receivedAt) {
            last.set_count(last.count() + 1);
            return;
        }
    }
    v1::Applied& run = *message.add_applied();
    run.set_first_n(n);
    run.set_count(1);
    run.set_first_sequence(verdict.sequence);
    run.set_received_at(receivedAt);
}

}  // namespace liaison
