// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "shared/base/result.h"

namespace liaison {

/// Held while nobody else may found a store in a folder; let go when it goes.
class FolderLock {
public:
    virtual ~FolderLock() = default;
};

/// Where stores lie: what opening and founding one does to files without SQLite, and the layer that
/// SQLite reads and writes through. In production the disk of the system; a test hands in another
/// to cut its power, to fill it or to copy it.
///
/// Codes: `diskFull` or `io` from the system, `notFound` for a folder that is not there.
class Disk {
public:
    /// What lies under a name.
    struct Found {
        bool isFile = false;
        std::int64_t bytes = 0;
    };

    virtual ~Disk() = default;

    /// The name of the SQLite VFS that reaches this disk; null for that of the system.
    virtual const char* vfs() const = 0;
    /// The one name of this path, links followed.
    virtual Result<std::filesystem::path> resolve(const std::filesystem::path& path) = 0;
    /// What lies there; none when nothing does.
    virtual Result<std::optional<Found>> look(const std::filesystem::path& path) = 0;
    /// Keeps every other process from founding a store in this folder; `inUse` when one goes on
    /// doing so for a second.
    virtual Result<std::unique_ptr<FolderLock>> lock(const std::filesystem::path& folder) = 0;
    /// Makes a file of no bytes that only its owner may read, where nothing lies.
    virtual Result<Done> create(const std::filesystem::path& path) = 0;
    /// The bytes of the file are on the disk when it returns.
    virtual Result<Done> syncFile(const std::filesystem::path& path) = 0;
    /// The names in the folder are on the disk when it returns.
    virtual Result<Done> syncFolder(const std::filesystem::path& folder) = 0;
    /// Gives the file another name, whatever had it before.
    virtual Result<Done> rename(const std::filesystem::path& from,
                                const std::filesystem::path& to) = 0;
    /// Removes the file if it is there and can be removed.
    virtual void remove(const std::filesystem::path& path) = 0;
};

/// The disk of the system. Any thread.
Disk& systemDisk();

}  // namespace liaison
