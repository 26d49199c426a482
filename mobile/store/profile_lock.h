// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "shared/base/result.h"

namespace liaison {

/// Keeps a profile to one process for as long as it lives; the system lets go of it when the
/// process ends, however it ends.
class ProfileLock {
public:
    /// Fails with `inUse` at once when another process has the profile, with `notFound` when there
    /// is no such folder, with `io` otherwise.
    static Result<ProfileLock> take(const std::filesystem::path& folder);

    ProfileLock(ProfileLock&& other) noexcept;
    ProfileLock& operator=(ProfileLock&& other) noexcept;
    ~ProfileLock();

private:
    explicit ProfileLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_ = -1;
};

}  // namespace liaison
