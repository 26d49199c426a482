// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/profile_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "shared/base/system_error.h"

namespace liaison {

Result<ProfileLock> ProfileLock::take(const std::filesystem::path& folder)
{
    const std::filesystem::path path = folder / "open";
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        const int number = errno;
        Error error = systemError(number, folder.string());
        if (number == ENOENT) error.code = ErrorCode::notFound;
        return error;
    }
    ProfileLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) return Error{ErrorCode::inUse, folder.string()};
        return Error{ErrorCode::io, path.string()};
    }
    return lock;
}

ProfileLock::ProfileLock(ProfileLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1))
{
}

ProfileLock& ProfileLock::operator=(ProfileLock&& other) noexcept
{
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

ProfileLock::~ProfileLock()
{
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace liaison
