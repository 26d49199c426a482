// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/durable_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "shared/base/system_error.h"

namespace liaison {

namespace {

constexpr std::size_t kFileBytesMax = 1024 * 1024;

/// A file descriptor that is closed when it goes.
class OpenFile {
public:
    explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile()
    {
        if (descriptor_ >= 0) ::close(descriptor_);
    }

    bool isOpen() const { return descriptor_ >= 0; }
    int get() const { return descriptor_; }
    bool close() { return ::close(std::exchange(descriptor_, -1)) == 0; }

private:
    int descriptor_;
};

bool writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

Result<Done> syncFolder(const std::filesystem::path& folder)
{
    const OpenFile file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!file.isOpen() || ::fsync(file.get()) != 0) return systemError(errno, folder.string());
    return done();
}

}  // namespace

Result<Done> writeDurably(const std::filesystem::path& path, std::string_view bytes)
{
    const std::filesystem::path fresh = path.string() + ".new";
    OpenFile file(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!file.isOpen()) return systemError(errno, fresh.string());
    if (!writeAll(file.get(), bytes) || ::fsync(file.get()) != 0 || !file.close()) {
        const Error error = systemError(errno, fresh.string());
        ::unlink(fresh.c_str());
        return error;
    }
    if (::rename(fresh.c_str(), path.c_str()) != 0) return systemError(errno, path.string());
    return syncFolder(path.parent_path());
}

Result<std::string> readWhole(const std::filesystem::path& path)
{
    const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen()) {
        const int number = errno;
        Error error = systemError(number, path.string());
        if (number == ENOENT) error.code = ErrorCode::notFound;
        return error;
    }
    std::string bytes;
    char part[16 * 1024];
    while (bytes.size() <= kFileBytesMax) {
        const ssize_t count = ::read(file.get(), part, sizeof part);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return systemError(errno, path.string());
        if (count == 0) return bytes;
        bytes.append(part, static_cast<std::size_t>(count));
    }
    return Error{ErrorCode::tooLarge, path.string()};
}

Result<Done> makePrivateFolder(const std::filesystem::path& path)
{
    std::error_code failed;
    if (std::filesystem::is_directory(path, failed)) return done();
    const std::filesystem::path parent = std::filesystem::absolute(path, failed).parent_path();
    if (!failed) std::filesystem::create_directories(parent, failed);
    if (failed) return systemError(failed.value(), path.string());
    if (::mkdir(path.c_str(), 0700) != 0) return systemError(errno, path.string());
    return syncFolder(parent);
}

}  // namespace liaison
