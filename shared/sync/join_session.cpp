// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/join_session.h"

#include "liaison/v1/care.pb.h"
#include "shared/base/bytes.h"
#include "shared/base/sha256.h"

namespace liaison {

namespace {

using namespace std::chrono_literals;

constexpr auto kRepeatWithin = 24h;

Error refused()
{
    return {ErrorCode::inviteRefused, "invite unknown, expired, used or wrong"};
}

/// The token follows from the invite's secret, so that repeating a join whose answer was lost
/// gives the same token without the centre keeping it.
std::string unlockToken(const v1::Join& message, const std::string& devicePin)
{
    return sha256("unlock token" + message.secret() + devicePin).substr(0, 16);
}

bool mayUse(const StoredInvite& invite, const std::string& devicePin, Instant now)
{
    if (invite.usedByPin.empty()) return now < invite.expiresAt;
    return invite.usedByPin == devicePin && invite.usedAt && now < *invite.usedAt + kRepeatWithin;
}

Result<Done> keepTry(CentreLedger& centre, StoredInvite invite)
{
    ++invite.tries;
    auto transaction = centre.ledger().begin();
    if (!transaction) return transaction.error();
    if (auto kept = centre.keepInvite(invite); !kept) return kept;
    return centre.ledger().commit(*transaction);
}

Result<Done> useInvite(CentreLedger& centre, StoredInvite invite, const v1::Join& message,
                       const std::string& devicePin, Instant now)
{
    invite.usedByPin = devicePin;
    invite.usedAt = now;
    CentreDevice device;
    device.number = DeviceNumber::ofKey(devicePin);
    device.pin = devicePin;
    device.member = invite.member;
    device.name = utf8Beginning(message.device_name(), 64);
    device.tokenHash = sha256(unlockToken(message, devicePin));
    device.joinedAt = now;
    auto transaction = centre.ledger().begin();
    if (!transaction) return transaction.error();
    if (auto kept = centre.keepInvite(invite); !kept) return kept;
    if (auto kept = centre.keepDevice(device); !kept) return kept;
    return centre.ledger().commit(*transaction);
}

/// True when a device, or the centre itself, writes under the number of this key already: its edits
/// and its revocation would be taken over.
Result<bool> isKnown(CentreLedger& centre, const std::string& devicePin)
{
    const auto number = DeviceNumber::ofKey(devicePin);
    if (number == centre.standing().number) return true;
    const auto device = centre.device(number);
    if (!device) return device.error();
    return device->has_value();
}

v1::Change memberChange(const Schema& schema, const RecordId& id, Role role,
                        const std::string& familyName, const std::string& givenName)
{
    const KindSchema* kind = schema.kind("Member");
    ensure(kind != nullptr, "care.proto has no Member");
    v1::Member member;
    member.set_family_name(familyName);
    if (!givenName.empty()) member.set_given_name(givenName);
    member.set_role(role);
    v1::Change change;
    change.set_record(id.bytes());
    change.set_kind(kind->number);
    change.set_patch(member.SerializeAsString());
    return change;
}

v1::Joined answer(const CentreLedger& centre, const StoredInvite& invite, const v1::Join& message,
                  const std::string& devicePin, const std::vector<std::string>& serverPins)
{
    v1::Joined joined;
    joined.set_centre(centre.standing().id.bytes());
    joined.set_centre_name(centre.standing().name);
    joined.set_member(invite.member.bytes());
    joined.set_unlock_token(unlockToken(message, devicePin));
    for (const std::string& pin : serverPins) {
        joined.add_pins(pin);
    }
    for (const std::string& address : centre.standing().addresses) {
        joined.add_addresses(address);
    }
    return joined;
}

}  // namespace

Result<v1::Joined> join(CentreLedger& centre, const v1::Join& message, const std::string& devicePin,
                        const std::vector<std::string>& serverPins, Instant now)
{
    const auto found = centre.invite(message.invite());
    if (!found) return found.error();
    // An unknown invite is compared as well, so that it answers in the same time as a wrong secret.
    const StoredInvite invite = found->value_or(StoredInvite{});
    const std::string expected = *found ? invite.secretHash : std::string(32, '\0');
    const bool isRight = equalInConstantTime(sha256(message.secret()), expected);
    if (!*found || invite.tries >= kInviteTriesMax) return refused();
    if (!isRight) {
        if (auto kept = keepTry(centre, invite); !kept) return kept.error();
        return refused();
    }
    if (!mayUse(invite, devicePin, now)) return refused();
    if (invite.usedByPin.empty()) {
        const auto known = isKnown(centre, devicePin);
        if (!known) return known.error();
        if (*known) return refused();
        if (auto used = useInvite(centre, invite, message, devicePin, now); !used) {
            return used.error();
        }
    }
    return answer(centre, invite, message, devicePin, serverPins);
}

Result<MadeInvite> invite(CentreLedger& centre, Role role, const std::string& familyName,
                          const std::string& givenName, Instant now, Instant expiresAt)
{
    const auto member = RecordId::make(now);
    const auto change = memberChange(centre.ledger().schema(), member, role, familyName, givenName);
    MadeInvite made;
    made.secret = randomBytes(16);
    made.stored.id = randomBytes(16);
    made.stored.secretHash = sha256(made.secret);
    made.stored.member = member;
    made.stored.expiresAt = expiresAt;
    const auto keepInvite = [&] { return centre.keepInvite(made.stored); };
    if (auto written = centre.write({change}, now, keepInvite); !written) return written.error();
    return made;
}

}  // namespace liaison
