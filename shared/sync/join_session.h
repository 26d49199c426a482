// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "liaison/v1/sync.pb.h"
#include "shared/ledger/centre_ledger.h"

namespace liaison {

constexpr std::uint32_t kInviteTriesMax = 5;

/// Answers `Join` from a key that no centre knows: makes its device when the invite is good.
///
/// Unknown, expired, used up and wrong are one answer, `inviteRefused`, compared in constant time;
/// so is a key that belongs to a device already.
/// The same key repeating the same invite within 24 h gets the same answer, so that a lost reply
/// costs nothing. Its own transaction; `notFound` never leaves it.
Result<v1::Joined> join(CentreLedger& centre, const v1::Join& message, const std::string& devicePin,
                        const std::vector<std::string>& serverPins, Instant now);

/// Writes an invitation for a new member with this role and name, valid until `expiresAt`. Returns
/// the stored invite and its secret, which exists nowhere else. One transaction for the member and
/// the invite: after an error there is neither.
struct MadeInvite {
    StoredInvite stored;
    std::string secret;
};
Result<MadeInvite> invite(CentreLedger& centre, Role role, const std::string& familyName,
                          const std::string& givenName, Instant now, Instant expiresAt);

}  // namespace liaison
