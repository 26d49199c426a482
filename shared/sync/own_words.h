// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "liaison/v1/sync.pb.h"
#include "shared/ledger/device_ledger.h"

namespace liaison {

/// A time that the other side claims, within what a stamp can hold.
Instant claimedInstant(std::int64_t milliseconds);

/// The entry that a message brings; `malformed` and the errors of `Edit::read`.
Result<LedgerEntry> entryIn(const v1::Entry& message, Instant now);

/// The verdict that a refusal on the wire states.
Verdict verdictIn(const v1::Refused& refused);

/// The centre's word on own edits, n by n; `malformed` for more than a device can wait for, or for
/// more than `wordsMax`.
Result<std::vector<OwnVerdict>> ownVerdictsIn(const v1::Verdicts& message);
Result<std::vector<OwnVerdict>> ownVerdictsIn(const v1::OwnEntries& message);
Result<std::vector<OwnVerdict>> ownVerdictsIn(const v1::OwnEntries& message,
                                              std::uint64_t wordsMax);

/// Who owns which device, as a message tells it; what is no member is left out.
std::vector<DeviceOwner> ownersIn(
    const google::protobuf::RepeatedPtrField<v1::DeviceOwner>& messages);

/// Adds what the centre said about an own edit before, with its proof, where there is one.
void addKnown(v1::OwnEntries& known, std::uint64_t n, const std::optional<Verdict>& verdict,
              const std::string& proof);

}  // namespace liaison
