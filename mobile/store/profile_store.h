// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "mobile/store/profile_card.h"
#include "shared/trust/invite.h"

namespace liaison {

/// A profile that somebody can choose on this device.
struct StoredProfile {
    std::string name;  ///< of its folder
    std::filesystem::path folder;
    ProfileCard card;
};

/// The profiles of a device: several members may share a phone, each behind their own PIN.
class ProfileStore {
public:
    explicit ProfileStore(std::filesystem::path root) : root_(std::move(root)) {}

    const std::filesystem::path& root() const { return root_; }
    /// Those that have joined, by the name of their member. Folders without a card are left out;
    /// a card that cannot be read fails with its error, so that a profile never vanishes silently.
    Result<std::vector<StoredProfile>> profiles() const;
    /// Where to join with this invite: the folder of an attempt that was interrupted, or a new one.
    Result<std::filesystem::path> folderFor(const Invite& invite) const;

private:
    Result<std::vector<StoredProfile>> all() const;

    std::filesystem::path root_;
};

}  // namespace liaison
