// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/control_address.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace liaison {

Result<ControlAddress> ControlAddress::of(const std::filesystem::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) return ControlAddress(descriptor);
    const auto code = errno == ENOENT ? ErrorCode::notFound : ErrorCode::io;
    return Error{code, folder.string() + ": " + std::generic_category().message(errno)};
}

ControlAddress::ControlAddress(ControlAddress&& other) noexcept
    : folder_(std::exchange(other.folder_, -1))
{
}

ControlAddress::~ControlAddress()
{
    if (folder_ >= 0) ::close(folder_);
}

std::string ControlAddress::path() const
{
    return "/proc/self/fd/" + std::to_string(folder_) + "/control";
}

}  // namespace liaison
