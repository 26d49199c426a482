// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "mobile/store/profile.h"
#include "shared/trust/invite.h"

namespace liaison {

/// A profile on its way to its centre: its key is on the disk, the centre's answer is not.
///
/// The key exists before the network is used, so that a lost answer costs nothing: beginning again
/// with the same invite takes the same key, and the centre gives the same answer. An invite other
/// than the last one takes a new key, since a device number never changes hands.
class JoiningProfile {
public:
    /// Makes the folder, or goes on where an interrupted attempt ended. Fails with `outOfRange`
    /// (a PIN that is too short), `alreadyThere` (the folder holds a profile that has joined),
    /// `inUse`, `diskFull`, `io`.
    static Result<JoiningProfile> begin(const std::filesystem::path& folder, const Invite& invite,
                                        const std::string& pin);

    const DeviceKey& key() const { return key_; }
    const Invite& invite() const { return invite_; }

    /// Founds the ledger with the centre's answer and makes the profile whole; once. Fails with
    /// `malformed` on an answer that lacks something, or with a code of the disk; joining can then
    /// be begun again.
    Result<Profile> complete(const v1::Joined& joined, const Schema& schema) &&;

private:
    JoiningProfile(std::filesystem::path folder, ProfileLock lock, ProfileCard card, DeviceKey key,
                   StoreKey storeKey, Invite invite);

    std::filesystem::path folder_;
    ProfileLock lock_;
    ProfileCard card_;
    DeviceKey key_;
    StoreKey storeKey_;
    Invite invite_;
};

}  // namespace liaison
