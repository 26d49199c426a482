// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/virtual_vfs.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>

#include "tests/sim/virtual_disk.h"

namespace liaison::sim {

/// A file that SQLite has open.
class OpenFile {
public:
    OpenFile(VirtualDisk& disk, std::shared_ptr<VirtualFile> file, std::string name)
        : disk_(disk), file_(std::move(file)), name_(std::move(name))
    {
    }

    int read(void* into, std::size_t count, std::size_t offset)
    {
        if (disk_.isOff_) return SQLITE_IOERR_READ;
        const std::string& bytes = file_->bytes();
        const std::size_t there =
            offset >= bytes.size() ? 0 : std::min(count, bytes.size() - offset);
        if (there > 0) std::memcpy(into, bytes.data() + offset, there);
        if (there == count) return SQLITE_OK;
        std::memset(static_cast<char*>(into) + there, 0, count - there);
        return SQLITE_IOERR_SHORT_READ;
    }

    int write(std::string_view bytes, std::size_t offset)
    {
        if (const int full = disk_.checkRoom(*file_, offset + bytes.size())) {
            lastError_ = full;
            return SQLITE_FULL;
        }
        const bool wasOff = disk_.isOff_;
        lastError_ = disk_.operate();
        // The write during which the power goes may have reached the disk, or a part of it.
        if (lastError_ == 0 || (!wasOff && disk_.isOff_)) file_->write(offset, bytes);
        return lastError_ == 0 ? SQLITE_OK : SQLITE_IOERR_WRITE;
    }

    int resize(std::size_t size)
    {
        lastError_ = disk_.operate();
        if (lastError_ != 0) return SQLITE_IOERR_TRUNCATE;
        file_->resize(size);
        return SQLITE_OK;
    }

    int sync()
    {
        lastError_ = disk_.operate();
        if (lastError_ == 0) {
            file_->sync();
            keepNames();
            return SQLITE_OK;
        }
        if (!disk_.isOff_ && disk_.isForgetful_) file_->failSync(disk_.dice_);
        return SQLITE_IOERR_FSYNC;
    }

    std::size_t size() const { return file_->size(); }
    bool isOff() const { return disk_.isOff_; }
    int lastError() const { return lastError_; }

private:
    /// The layer for Unix syncs the folder, with all names in it, at the first sync of a new log.
    void keepNames()
    {
        const auto present = disk_.names_.find(name_);
        if (present == disk_.names_.end() || present->second != file_) return;
        const auto durable = disk_.durableNames_.find(name_);
        const bool isNew = durable == disk_.durableNames_.end() || durable->second != file_;
        if (isNew) disk_.durableNames_ = disk_.names_;
    }

    VirtualDisk& disk_;
    std::shared_ptr<VirtualFile> file_;
    std::string name_;
    int lastError_ = 0;
};

/// What SQLite allocates for an open file.
struct Slot {
    sqlite3_file base;
    OpenFile* open;
};

/// The functions of the layer, with access to the disk.
struct Vfs {
    static VirtualDisk& diskOf(sqlite3_vfs* vfs)
    {
        return *static_cast<VirtualDisk*>(vfs->pAppData);
    }

    static OpenFile& openOf(sqlite3_file* file) { return *reinterpret_cast<Slot*>(file)->open; }

    static int close(sqlite3_file* file)
    {
        delete reinterpret_cast<Slot*>(file)->open;
        return SQLITE_OK;
    }

    static int read(sqlite3_file* file, void* into, int count, sqlite3_int64 offset)
    {
        return openOf(file).read(into, static_cast<std::size_t>(count),
                                 static_cast<std::size_t>(offset));
    }

    static int write(sqlite3_file* file, const void* from, int count, sqlite3_int64 offset)
    {
        return openOf(file).write({static_cast<const char*>(from), static_cast<std::size_t>(count)},
                                  static_cast<std::size_t>(offset));
    }

    static int truncate(sqlite3_file* file, sqlite3_int64 size)
    {
        return openOf(file).resize(static_cast<std::size_t>(size));
    }

    static int sync(sqlite3_file* file, int) { return openOf(file).sync(); }

    static int fileSize(sqlite3_file* file, sqlite3_int64* size)
    {
        if (openOf(file).isOff()) return SQLITE_IOERR_FSTAT;
        *size = static_cast<sqlite3_int64>(openOf(file).size());
        return SQLITE_OK;
    }

    static int lock(sqlite3_file*, int) { return SQLITE_OK; }

    static int checkReservedLock(sqlite3_file*, int* isReserved)
    {
        *isReserved = 0;
        return SQLITE_OK;
    }

    static int fileControl(sqlite3_file* file, int what, void* argument)
    {
        if (what != SQLITE_FCNTL_LAST_ERRNO) return SQLITE_NOTFOUND;
        *static_cast<int*>(argument) = openOf(file).lastError();
        return SQLITE_OK;
    }

    static int sectorSize(sqlite3_file*) { return 4096; }
    static int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* given)
    {
        static const sqlite3_io_methods methods = {1,
                                                   &close,
                                                   &read,
                                                   &write,
                                                   &truncate,
                                                   &sync,
                                                   &fileSize,
                                                   &lock,
                                                   &lock,
                                                   &checkReservedLock,
                                                   &fileControl,
                                                   &sectorSize,
                                                   &characteristics,
                                                   nullptr,
                                                   nullptr,
                                                   nullptr,
                                                   nullptr,
                                                   nullptr,
                                                   nullptr};
        VirtualDisk& disk = diskOf(vfs);
        file->pMethods = nullptr;
        if (disk.isOff_ || name == nullptr) return SQLITE_CANTOPEN;
        auto& names = disk.names_;
        auto found = names.find(name);
        if (found == names.end()) {
            if ((flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
            if (disk.operate() != 0) return SQLITE_IOERR;
            found = names.emplace(name, std::make_shared<VirtualFile>()).first;
        }
        reinterpret_cast<Slot*>(file)->open = new OpenFile(disk, found->second, name);
        file->pMethods = &methods;
        if (given != nullptr) *given = flags;
        return SQLITE_OK;
    }

    static int remove(sqlite3_vfs* vfs, const char* name, int isDurable)
    {
        VirtualDisk& disk = diskOf(vfs);
        if (disk.operate() != 0) return SQLITE_IOERR_DELETE;
        if (disk.names_.erase(name) == 0) return SQLITE_IOERR_DELETE_NOENT;
        if (isDurable != 0) disk.durableNames_ = disk.names_;
        return SQLITE_OK;
    }

    static int access(sqlite3_vfs* vfs, const char* name, int, int* isThere)
    {
        VirtualDisk& disk = diskOf(vfs);
        if (disk.isOff_) return SQLITE_IOERR_ACCESS;
        const auto found = disk.names_.find(name);
        // As the layer for Unix does: a file of no bytes does not exist.
        *isThere = found != disk.names_.end() && found->second->size() > 0 ? 1 : 0;
        return SQLITE_OK;
    }

    static int fullPathname(sqlite3_vfs*, const char* name, int count, char* into)
    {
        sqlite3_snprintf(count, into, "%s", name);
        return SQLITE_OK;
    }

    static int randomness(sqlite3_vfs*, int count, char* into)
    {
        std::memset(into, 7, static_cast<std::size_t>(count));
        return count;
    }

    static int sleep(sqlite3_vfs*, int microseconds) { return microseconds; }

    static int currentTime(sqlite3_vfs*, double* julianDay)
    {
        *julianDay = 2460000.0;
        return SQLITE_OK;
    }

    static int lastError(sqlite3_vfs*, int, char*) { return 0; }
};

sqlite3_vfs virtualVfs(VirtualDisk& disk, const char* name)
{
    sqlite3_vfs vfs{};
    vfs.iVersion = 1;
    vfs.szOsFile = sizeof(Slot);
    vfs.mxPathname = 512;
    vfs.zName = name;
    vfs.pAppData = &disk;
    vfs.xOpen = &Vfs::open;
    vfs.xDelete = &Vfs::remove;
    vfs.xAccess = &Vfs::access;
    vfs.xFullPathname = &Vfs::fullPathname;
    vfs.xRandomness = &Vfs::randomness;
    vfs.xSleep = &Vfs::sleep;
    vfs.xCurrentTime = &Vfs::currentTime;
    vfs.xGetLastError = &Vfs::lastError;
    return vfs;
}

}  // namespace liaison::sim
