// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "shared/sqlite/disk.h"
#include "shared/sqlite/error.h"

namespace liaison {

namespace {

/// A descriptor of our own, closed when it goes.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor()
    {
        if (number_ >= 0) ::close(number_);
    }
    int number() const { return number_; }

private:
    int number_;
};

class LockedFolder final : public FolderLock {
public:
    explicit LockedFolder(Descriptor folder) : folder_(std::move(folder)) {}

private:
    Descriptor folder_;
};

class SystemDisk final : public Disk {
public:
    const char* vfs() const override { return nullptr; }

    Result<std::filesystem::path> resolve(const std::filesystem::path& path) override
    {
        std::error_code failed;
        auto absolute = std::filesystem::weakly_canonical(path, failed);
        if (failed) return systemError(failed.value(), "resolve path");
        return absolute;
    }

    Result<std::optional<Found>> look(const std::filesystem::path& path) override
    {
        struct stat found = {};
        if (::stat(path.c_str(), &found) == 0) {
            return std::optional(Found{S_ISREG(found.st_mode), found.st_size});
        }
        if (errno != ENOENT) return systemError(errno, "look at store");
        return std::optional<Found>{};
    }

    /// It is the folder that is locked, since closing a descriptor of the store itself would drop
    /// the locks that SQLite holds on it.
    Result<std::unique_ptr<FolderLock>> lock(const std::filesystem::path& folder) override
    {
        Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (opened.number() < 0) {
            if (errno == ENOENT) return Error{ErrorCode::notFound, "no folder " + folder.string()};
            return systemError(errno, "open folder");
        }
        constexpr int kTries = 100;
        for (int i = 0; i < kTries; ++i) {
            if (::flock(opened.number(), LOCK_EX | LOCK_NB) == 0) {
                return std::unique_ptr<FolderLock>(
                    std::make_unique<LockedFolder>(std::move(opened)));
            }
            if (errno != EWOULDBLOCK && errno != EINTR) return systemError(errno, "lock folder");
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return Error{ErrorCode::inUse, "another process is founding a store in this folder"};
    }

    Result<Done> create(const std::filesystem::path& path) override
    {
        const Descriptor file(
            ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (file.number() < 0) return systemError(errno, "create new store");
        return done();
    }

    Result<Done> syncFile(const std::filesystem::path& path) override
    {
        const Descriptor file(::open(path.c_str(), O_RDWR | O_CLOEXEC));
        if (file.number() < 0) return systemError(errno, "open new store");
        if (::fsync(file.number()) != 0) return systemError(errno, "fsync new store");
        return done();
    }

    Result<Done> syncFolder(const std::filesystem::path& folder) override
    {
        const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (opened.number() < 0) return systemError(errno, "open folder");
        if (::fsync(opened.number()) != 0) return systemError(errno, "fsync folder");
        return done();
    }

    Result<Done> rename(const std::filesystem::path& from, const std::filesystem::path& to) override
    {
        if (::rename(from.c_str(), to.c_str()) != 0) return systemError(errno, "rename store");
        return done();
    }

    void remove(const std::filesystem::path& path) override
    {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    }
};

}  // namespace

Disk& systemDisk()
{
    static SystemDisk disk;
    return disk;
}

}  // namespace liaison
