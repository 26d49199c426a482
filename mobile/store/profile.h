// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "liaison/v1/sync.pb.h"
#include "mobile/store/profile_card.h"
#include "mobile/store/profile_lock.h"
#include "shared/base/store_key.h"
#include "shared/ledger/device_ledger.h"
#include "shared/trust/device_key.h"

namespace liaison {

/// One member on one device, opened: their key, their ledger, and how their centre is reached.
///
/// A profile is a folder: `device.pem` (key and certificate), `lock` (the ledger's key, sealed
/// under the PIN), `profile.json` (the card), `ledger.db` and, once there are any,
/// `ledger.files.db` with photos and documents; all readable by their owner alone.
/// It belongs to one process while it is open. One thread.
class Profile {
public:
    /// The card of the profile in this folder, without opening it: `notFound`, `damaged`,
    /// `newerSchema`.
    static Result<ProfileCard> cardIn(const std::filesystem::path& folder);

    /// Opens a profile that has joined. Fails with `notFound` (no such profile, or one that never
    /// finished joining), `wrongKey` (wrong PIN), `inUse`, `damaged`, `newerSchema`, `io`; then
    /// nothing was changed. `schema` must outlive the profile. Takes some 60 ms: Argon2id.
    static Result<Profile> open(const std::filesystem::path& folder, const std::string& pin,
                                const Schema& schema);

    const std::filesystem::path& folder() const { return folder_; }
    const ProfileCard& card() const { return card_; }
    const DeviceKey& key() const { return key_; }
    /// Stays where it is when the profile is moved.
    DeviceLedger& ledger() { return *ledger_; }

    /// Keeps what the centre's greeting says: its addresses and pins from now on, and the member's
    /// role. Writes nothing when nothing is new.
    Result<Done> renew(const v1::Welcome& welcome);

    /// The pin of the key that this device would go on under, because a copy of it uses its own:
    /// made now, and durable, when there is none yet.
    Result<std::string> nextPin();
    /// Goes on under that key: the ledger has its number already.
    Result<Done> takeNextKey();

private:
    friend class JoiningProfile;

    Profile(std::filesystem::path folder, ProfileLock lock, ProfileCard card, DeviceKey key,
            DeviceLedger ledger);

    std::filesystem::path folder_;
    ProfileLock lock_;
    ProfileCard card_;
    DeviceKey key_;
    std::unique_ptr<DeviceLedger> ledger_;
};

}  // namespace liaison
