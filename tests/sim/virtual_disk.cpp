// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/virtual_disk.h"

#include <algorithm>
#include <cerrno>

#include "shared/sqlite/error.h"
#include "shared/sqlite/foundation.h"
#include "tests/sim/memory.h"
#include "tests/sim/virtual_vfs.h"

namespace liaison::sim {

namespace {

class NoLock final : public FolderLock {};

}  // namespace

VirtualDisk::VirtualDisk(Dice& dice) : dice_(dice)
{
    settleMemory();
    settleSqlite();
    static std::uint64_t count = 0;
    name_ = "virtual-" + std::to_string(++count);
    vfs_ = virtualVfs(*this, name_.c_str());
    ensure(sqlite3_vfs_register(&vfs_, 0) == SQLITE_OK, "SQLite takes another VFS");
}

VirtualDisk::~VirtualDisk()
{
    sqlite3_vfs_unregister(&vfs_);
}

int VirtualDisk::operate()
{
    if (isOff_) return EIO;
    const std::size_t number = operations_++;
    if (number >= cutAt_) {
        isOff_ = true;
        return EIO;
    }
    if (number < failAt_) return 0;
    failAt_ = SIZE_MAX;
    ++failures_;
    return EIO;
}

std::size_t VirtualDisk::used() const
{
    std::size_t bytes = 0;
    for (const auto& [name, file] : names_) {
        bytes += file->size();
    }
    return bytes;
}

int VirtualDisk::checkRoom(const VirtualFile& file, std::size_t size)
{
    if (room_ == SIZE_MAX || size <= file.size()) return 0;
    if (used() + (size - file.size()) <= room_) return 0;
    ++refusals_;
    return ENOSPC;
}

Result<std::filesystem::path> VirtualDisk::resolve(const std::filesystem::path& path)
{
    return path.lexically_normal();
}

Result<std::optional<Disk::Found>> VirtualDisk::look(const std::filesystem::path& path)
{
    if (isOff_) return systemError(EIO, "look at store");
    const auto found = names_.find(path.string());
    if (found == names_.end()) return std::optional<Found>{};
    return std::optional(Found{true, static_cast<std::int64_t>(found->second->size())});
}

Result<std::unique_ptr<FolderLock>> VirtualDisk::lock(const std::filesystem::path&)
{
    return std::unique_ptr<FolderLock>(std::make_unique<NoLock>());
}

Result<Done> VirtualDisk::create(const std::filesystem::path& path)
{
    if (const int failed = operate()) return systemError(failed, "create new store");
    if (names_.contains(path.string())) return systemError(EEXIST, "create new store");
    names_[path.string()] = std::make_shared<VirtualFile>();
    return done();
}

Result<Done> VirtualDisk::syncFile(const std::filesystem::path& path)
{
    const auto found = names_.find(path.string());
    if (isOff_ || found == names_.end()) return systemError(EIO, "fsync new store");
    if (const int failed = operate()) {
        if (isForgetful_) found->second->failSync(dice_);
        return systemError(failed, "fsync new store");
    }
    found->second->sync();
    return done();
}

Result<Done> VirtualDisk::syncFolder(const std::filesystem::path&)
{
    if (const int failed = operate()) return systemError(failed, "fsync folder");
    durableNames_ = names_;
    return done();
}

Result<Done> VirtualDisk::rename(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (const int failed = operate()) return systemError(failed, "rename store");
    auto moved = names_.extract(from.string());
    if (moved.empty()) return systemError(ENOENT, "rename store");
    names_.erase(to.string());
    moved.key() = to.string();
    names_.insert(std::move(moved));
    return done();
}

void VirtualDisk::remove(const std::filesystem::path& path)
{
    if (operate() == 0) names_.erase(path.string());
}

void VirtualDisk::restart()
{
    // The names change together or not at all, as in a file system with a journal.
    const Names& left = dice_.oneIn(2) ? names_ : durableNames_;
    DiskImage image;
    bool isInside = false;
    for (const auto& [name, file] : left) {
        isInside = isInside || !file->isSynced();
        image[name] = file->afterPowerCut(dice_);
    }
    if (isInside) ++cutsInsideWrites_;
    put(std::move(image));
    isOff_ = false;
    cutAt_ = SIZE_MAX;
}

void VirtualDisk::calm()
{
    cutAt_ = SIZE_MAX;
    failAt_ = SIZE_MAX;
    giveRoom();
}

DiskImage VirtualDisk::image() const
{
    DiskImage image;
    for (const auto& [name, file] : names_) {
        image[name] = file->bytes();
    }
    return image;
}

void VirtualDisk::put(DiskImage image)
{
    names_.clear();
    for (auto& [name, bytes] : image) {
        names_[name] = std::make_shared<VirtualFile>(std::move(bytes));
    }
    durableNames_ = names_;
}

}  // namespace liaison::sim
