// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sqlite/foundation.h"

#include <string>
#include <utility>

#include "shared/base/plant.h"
#include "shared/sqlite/seal.h"

namespace liaison {

namespace {

constexpr std::int64_t kPageBytes = 4096;
constexpr int kApplicationId = 0x4c696169;  // "Liai", shown by file(1)

// The lock mode comes first: it must be known before the first read, else the write-ahead log
// would want shared memory beside the file. fullfsync is what fsync means on Apple's systems.
constexpr const char* kSettings =
    "PRAGMA locking_mode=EXCLUSIVE; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0;"
    "PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON;"
    "PRAGMA fullfsync=ON; PRAGMA checkpoint_fullfsync=ON; PRAGMA synchronous=FULL;";

std::filesystem::path beside(const std::filesystem::path& path, const char* suffix)
{
    return path.string() + suffix;
}

/// Whether something lies there; what cannot be looked at does not.
bool isThere(Disk& disk, const std::filesystem::path& path)
{
    const auto found = disk.look(path);
    return found && *found;
}

Result<Done> execute(SqliteHandle& handle, const char* sql)
{
    const int code = sqlite3_exec(handle.db, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return handle.failure(code);
    return done();
}

/// The first column of the only row that this query answers with.
Result<std::string> ask(SqliteHandle& handle, const char* sql)
{
    std::string answer;
    const auto keep = [](void* into, int, char** values, char**) {
        *static_cast<std::string*>(into) = values[0] != nullptr ? values[0] : "";
        return 0;
    };
    const int code = sqlite3_exec(handle.db, sql, keep, &answer, nullptr);
    if (code != SQLITE_OK) return handle.failure(code);
    return answer;
}

Result<std::unique_ptr<SqliteHandle>> openWith(Disk& disk, const std::filesystem::path& path,
                                               int mode)
{
    settleSqlite();
    auto handle = std::make_unique<SqliteHandle>();
    const int flags = mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(path.c_str(), &handle->db, flags, disk.vfs());
    if (code != SQLITE_OK) return handle->failure(code);
    sqlite3_limit(handle->db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_db_config(handle->db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle->db, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle->db, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    auto set = execute(*handle, kSettings);
    if (!set) return set.error();
    if (planted("acknowledge-before-fsync")) {
        static_cast<void>(execute(*handle, "PRAGMA synchronous=OFF"));
    }
    return handle;
}

/// Writes the empty store into the file of no bytes at `path`, leaving it closed and whole.
Result<Done> writeEmptyStore(Disk& disk, const std::filesystem::path& path, const StoreKey& key)
{
    auto opened = openWith(disk, path, SQLITE_OPEN_READWRITE);
    if (!opened) return opened.error();
    SqliteHandle& handle = **opened;
    const std::string begin = "PRAGMA page_size=" + std::to_string(kPageBytes) +
                              "; PRAGMA journal_mode=MEMORY; BEGIN IMMEDIATE; "
                              "PRAGMA application_id=" +
                              std::to_string(kApplicationId);
    auto begun = execute(handle, begin.c_str());
    if (!begun) return begun.error();
    auto sealed = writeSeal(handle, key);
    if (!sealed) return sealed.error();
    auto committed = execute(handle, "COMMIT");
    if (!committed) return committed.error();
    auto mode = ask(handle, "PRAGMA journal_mode=WAL");
    if (!mode) return mode.error();
    if (*mode != "wal") return Error{ErrorCode::io, "no write-ahead log here: " + *mode};
    return done();
}

void removeUnfinished(Disk& disk, const std::filesystem::path& unfinished)
{
    // Never acknowledged to anybody: what an earlier founding left before its rename.
    for (const char* suffix : {"", "-journal", "-wal"}) {
        disk.remove(beside(unfinished, suffix));
    }
}

Result<Done> makeUnder(Disk& disk, const std::filesystem::path& unfinished, const StoreKey& key)
{
    if (auto created = disk.create(unfinished); !created) return created;
    if (auto written = writeEmptyStore(disk, unfinished, key); !written) return written;
    return disk.syncFile(unfinished);
}

}  // namespace

void settleSqlite()
{
    // Debian's SQLite reads "file:" names as URIs, which could choose another file system layer.
    // Where somebody used SQLite before us this comes too late; the absolute path of a store and
    // the limit on attached ones keep the promise then. Counting memory takes a lock for each piece
    // of it, and nobody asks for the count.
    static const int settled =
        sqlite3_config(SQLITE_CONFIG_URI, 0) | sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(settled);
}

Result<bool> liesAt(Disk& disk, const std::filesystem::path& path)
{
    const auto found = disk.look(path);
    if (!found) return found.error();
    if (!*found) {
        if (isThere(disk, beside(path, "-wal"))) {
            return Error{ErrorCode::damaged, "the log of a store is there, the store is not"};
        }
        return false;
    }
    if (!(*found)->isFile) return Error{ErrorCode::damaged, "the store is not a file"};
    if ((*found)->bytes < kPageBytes) {
        return Error{ErrorCode::damaged,
                     "the store is cut to " + std::to_string((*found)->bytes) + " bytes"};
    }
    if (isThere(disk, beside(path, "-journal"))) {
        return Error{ErrorCode::damaged, "a journal that is not ours lies beside the store"};
    }
    return true;
}

Result<Done> foundStore(Disk& disk, const std::filesystem::path& path, const StoreKey& key)
{
    // Keeps two processes from founding in the same folder at once.
    const auto locked = disk.lock(path.parent_path());
    if (!locked) return locked.error();
    if (isThere(disk, path)) return done();
    const std::filesystem::path unfinished = beside(path, ".new");
    removeUnfinished(disk, unfinished);
    if (auto made = makeUnder(disk, unfinished, key); !made) {
        removeUnfinished(disk, unfinished);
        return made;
    }
    if (auto renamed = disk.rename(unfinished, path); !renamed) return renamed;
    return disk.syncFolder(path.parent_path());
}

Result<std::unique_ptr<SqliteHandle>> openStore(Disk& disk, const std::filesystem::path& path)
{
    auto opened = openWith(disk, path, SQLITE_OPEN_READWRITE);
    if (!opened) return opened.error();
    auto id = ask(**opened, "PRAGMA application_id");
    if (!id) return id.error();
    if (*id != std::to_string(kApplicationId)) {
        return Error{ErrorCode::damaged, "the file is a database, but no store of ours"};
    }
    auto mode = ask(**opened, "PRAGMA journal_mode");
    if (!mode) return mode.error();
    if (*mode != "wal") {
        return Error{ErrorCode::damaged, "the store has lost its write-ahead log: " + *mode};
    }
    return opened;
}

}  // namespace liaison
