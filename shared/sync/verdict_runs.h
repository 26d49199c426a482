// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "liaison/v1/sync.pb.h"
#include "shared/base/time.h"
#include "shared/ledger/verdict.h"

namespace liaison {

/// A verdict that keeps an edit without effect, as the wire has it.
inline v1::Refused refusalOf(std::uint64_t n, const Verdict& verdict)
{
    v1::Refused refused;
    refused.set_n(n);
    refused.set_sequence(verdict.sequence);
    refused.set_received_at(verdict.receivedAt.time_since_epoch().count());
    refused.set_code(static_cast<std::uint32_t>(verdict.code));
    refused.set_change(verdict.change);
    refused.set_field(verdict.field);
    return refused;
}

/// Adds a verdict on edit n to a message that holds runs of them (`Verdicts`, `OwnEntries`): it
/// lengthens the last run where it continues it. `proof` has 8 bytes or none.
template <typename Message>
void addVerdict(Message& message, std::uint64_t n, const Verdict& verdict, const std::string& proof)
{
    const auto receivedAt = verdict.receivedAt.time_since_epoch().count();
    if (!verdict.isApplied) {
        v1::Refused& refused = *message.add_refused();
        refused = refusalOf(n, verdict);
        refused.set_proof(proof);
        return;
    }
    if (!message.applied().empty()) {
        v1::Applied& last = *message.mutable_applied()->rbegin();
        if (last.first_n() + last.count() == n &&
            last.first_sequence() + last.count() == verdict.sequence &&
            last.received_at() == receivedAt && last.proofs().empty() == proof.empty()) {
            last.set_count(last.count() + 1);
            last.mutable_proofs()->append(proof);
            return;
        }
    }
    v1::Applied& run = *message.add_applied();
    run.set_first_n(n);
    run.set_count(1);
    run.set_first_sequence(verdict.sequence);
    run.set_received_at(receivedAt);
    run.set_proofs(proof);
}

}  // namespace liaison
