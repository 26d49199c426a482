// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <map>
#include <memory>
#include <string>

#include "shared/sqlite/disk.h"
#include "tests/sim/virtual_file.h"

namespace liaison::sim {

/// The files of a disk by their names.
using DiskImage = std::map<std::string, std::string>;

/// A disk in memory under the production stores, reached by SQLite through a VFS of its own.
///
/// Its power can be cut at any write, sync or change of a name: from then on every call fails,
/// until `restart` shows what was durable and, of the rest, what chance left. An operation may
/// also fail alone, and there may be no room. One thread.
class VirtualDisk final : public Disk {
public:
    explicit VirtualDisk(Dice& dice);
    VirtualDisk(const VirtualDisk&) = delete;
    VirtualDisk& operator=(const VirtualDisk&) = delete;
    ~VirtualDisk() override;

    // What production asks of a disk.
    const char* vfs() const override { return vfs_.zName; }
    Result<std::filesystem::path> resolve(const std::filesystem::path& path) override;
    Result<std::optional<Found>> look(const std::filesystem::path& path) override;
    Result<std::unique_ptr<FolderLock>> lock(const std::filesystem::path& folder) override;
    Result<Done> create(const std::filesystem::path& path) override;
    Result<Done> syncFile(const std::filesystem::path& path) override;
    Result<Done> syncFolder(const std::filesystem::path& folder) override;
    Result<Done> rename(const std::filesystem::path& from,
                        const std::filesystem::path& to) override;
    void remove(const std::filesystem::path& path) override;

    // What a world does to it.
    void cutPower() { isOff_ = true; }
    /// Cuts the power at the operation that comes after this many others.
    void cutPowerAfter(std::size_t operations) { cutAt_ = operations_ + operations; }
    bool isOff() const { return isOff_; }
    /// Whatever was open on it is closed by then.
    void restart();
    /// Lets the operation that comes after this many others fail, a single time.
    void failAfter(std::size_t operations) { failAt_ = operations_ + operations; }
    /// Whether a sync that fails forgets what it was to write, as on Linux, where the cache goes on
    /// showing it: only chance decides what of it survives a power cut.
    void setForgetful(bool isForgetful) { isForgetful_ = isForgetful; }
    /// Forgets power cuts and failures that were still to come.
    void calm();
    /// There is room for so many bytes more, until `giveRoom`.
    void limitRoom(std::size_t bytes) { room_ = used() + bytes; }
    void giveRoom() { room_ = SIZE_MAX; }
    DiskImage image() const;
    void put(DiskImage image);

    std::size_t operations() const { return operations_; }
    std::size_t failures() const { return failures_; }
    std::size_t refusals() const { return refusals_; }
    /// Cuts that met files with writes not synced yet.
    std::size_t cutsInsideWrites() const { return cutsInsideWrites_; }

private:
    friend class OpenFile;
    friend struct Vfs;
    using Names = std::map<std::string, std::shared_ptr<VirtualFile>>;

    /// Counts an operation that changes the disk: 0, or the errno it fails with.
    int operate();
    /// 0, or the errno when the file may not grow to so many bytes.
    int checkRoom(const VirtualFile& file, std::size_t size);
    std::size_t used() const;

    Dice& dice_;
    std::string name_;
    sqlite3_vfs vfs_{};
    Names names_;
    Names durableNames_;
    bool isOff_ = false;
    bool isForgetful_ = false;
    std::size_t operations_ = 0;
    std::size_t cutAt_ = SIZE_MAX;
    std::size_t failAt_ = SIZE_MAX;
    std::size_t room_ = SIZE_MAX;
    std::size_t failures_ = 0;
    std::size_t refusals_ = 0;
    std::size_t cutsInsideWrites_ = 0;
};

}  // namespace liaison::sim
