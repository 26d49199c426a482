// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/joining_profile.h"

#include "mobile/store/profile_files.h"
#include "shared/base/durable_file.h"
#include "shared/trust/pin_lock.h"

namespace liaison {

namespace {

/// What an attempt that was interrupted left behind. It holds nothing that anybody wrote: only a
/// whole profile can be written in.
Result<Done> removeLedger(const std::filesystem::path& folder)
{
    for (const char* file : {kLedgerFile, kFilesFile}) {
        for (const char* end : {"", "-wal", "-journal", ".new", ".new-wal"}) {
            std::error_code failed;
            std::filesystem::remove(folder / (std::string(file) + end), failed);
            if (failed) return Error{ErrorCode::io, failed.message()};
        }
    }
    return done();
}

ProfileCard cardOf(const Invite& invite)
{
    ProfileCard card;
    card.centreName = invite.centreName;
    card.memberName = invite.memberName;
    card.role = roleWord(invite.role);
    card.addresses = invite.addresses;
    card.pins = invite.pins;
    card.invite = invite.id;
    return card;
}

/// The key of an interrupted attempt with this same invite, or a new one, on the disk.
Result<DeviceKey> keyFor(const std::filesystem::path& folder, bool isSameInvite)
{
    if (isSameInvite) {
        auto kept = readDeviceKey(folder);
        if (kept || kept.error().code != ErrorCode::notFound) return kept;
    }
    auto made = DeviceKey::make();
    if (!made) return made.error();
    const auto written = writeDeviceKey(folder, *made);
    if (!written) return written.error();
    return made;
}

bool isWhole(const v1::Joined& joined)
{
    for (const std::string& pin : joined.pins()) {
        if (pin.size() != 32) return false;
    }
    return joined.centre().size() == 16 && joined.member().size() == 16 &&
           !joined.unlock_token().empty();
}

}  // namespace

JoiningProfile::JoiningProfile(std::filesystem::path folder, ProfileLock lock, ProfileCard card,
                               DeviceKey key, StoreKey storeKey, Invite invite)
    : folder_(std::move(folder)),
      lock_(std::move(lock)),
      card_(std::move(card)),
      key_(std::move(key)),
      storeKey_(std::move(storeKey)),
      invite_(std::move(invite))
{
}

Result<JoiningProfile> JoiningProfile::begin(const std::filesystem::path& folder,
                                             const Invite& invite, const std::string& pin)
{
    if (const auto valid = validatePin(pin); !valid) return valid.error();
    if (const auto made = makePrivateFolder(folder); !made) return made.error();
    auto lock = ProfileLock::take(folder);
    if (!lock) return lock.error();
    const auto old = Profile::cardIn(folder);
    if (!old && old.error().code != ErrorCode::notFound) return old.error();
    if (old && old->isJoined) {
        return Error{ErrorCode::alreadyThere, folder.string() + " has joined " + old->centreName};
    }
    auto key = keyFor(folder, old && old->invite == invite.id);
    if (!key) return key.error();
    const StoreKey storeKey = StoreKey::make();
    const auto sealed = PinLock::seal(storeKey, pin);
    if (!sealed) return sealed.error();
    if (const auto kept = writeDurably(folder / kPinLockFile, *sealed); !kept) return kept.error();
    ProfileCard card = cardOf(invite);
    if (const auto kept = writeDurably(folder / kCardFile, card.json()); !kept) {
        return kept.error();
    }
    return JoiningProfile(folder, std::move(*lock), std::move(card), std::move(*key), storeKey,
                          invite);
}

Result<Profile> JoiningProfile::complete(const v1::Joined& joined, const Schema& schema) &&
{
    if (!isWhole(joined)) return Error{ErrorCode::malformed, "the centre's answer lacks a part"};
    if (const auto removed = removeLedger(folder_); !removed) return removed.error();
    auto ledger = DeviceLedger::open((folder_ / kLedgerFile).string(), storeKey_, schema);
    if (!ledger) return ledger.error();
    ProfileCard card = card_;
    card.isJoined = true;
    card.centre = *RecordId::fromBytes(joined.centre());
    card.member = *RecordId::fromBytes(joined.member());
    if (!joined.centre_name().empty()) card.centreName = joined.centre_name();
    if (joined.addresses_size() > 0) {
        card.addresses.assign(joined.addresses().begin(), joined.addresses().end());
    }
    if (joined.pins_size() > 0) card.pins.assign(joined.pins().begin(), joined.pins().end());
    const auto founded =
        ledger->found(key_.number(), card.centre, card.member, joined.unlock_token());
    if (!founded) return founded.error();
    // The card comes last: without it the folder is an interrupted attempt, never half a profile.
    if (const auto kept = writeDurably(folder_ / kCardFile, card.json()); !kept) {
        return kept.error();
    }
    return Profile(std::move(folder_), std::move(lock_), std::move(card), std::move(key_),
                   std::move(*ledger));
}

}  // namespace liaison
