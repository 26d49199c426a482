// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sqlite/foundation.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <string>
#include <thread>
#include <utility>

#include "shared/sqlite/error.h"
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

std::filesystem::path beside(const std::filesystem::path& path, const char* suffix)
{
    return path.string() + suffix;
}

bool isThere(const std::filesystem::path& path)
{
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

/// Keeps two processes from founding in the same folder at once. It is the folder that is locked,
/// since closing a descriptor of the store itself would drop the locks that SQLite holds on it.
Result<Descriptor> lockFolder(const std::filesystem::path& folder)
{
    Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.number() < 0) {
        if (errno == ENOENT) return Error{ErrorCode::notFound, "no folder " + folder.string()};
        return systemError(errno, "open folder");
    }
    constexpr int kTries = 100;
    for (int i = 0; i < kTries; ++i) {
        if (::flock(opened.number(), LOCK_EX | LOCK_NB) == 0) return opened;
        if (errno != EWOULDBLOCK && errno != EINTR) return systemError(errno, "lock folder");
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return Error{ErrorCode::inUse, "another process is founding a store in this folder"};
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

Result<std::unique_ptr<SqliteHandle>> openWith(const std::filesystem::path& path, int mode)
{
    // Debian's SQLite reads "file:" names as URIs, which could choose another file system layer.
    // Where somebody used SQLite before us this comes too late; the absolute path and the limit
    // below keep the promise then.
    static const int forbidden = sqlite3_config(SQLITE_CONFIG_URI, 0);
    static_cast<void>(forbidden);

    auto handle = std::make_unique<SqliteHandle>();
    const int flags = mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(path.c_str(), &handle->db, flags, nullptr);
    if (code != SQLITE_OK) return handle->failure(code);
    sqlite3_limit(handle->db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_db_config(handle->db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle->db, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle->db, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    auto set = execute(*handle, kSettings);
    if (!set) return set.error();
    return handle;
}

/// Writes the empty store into the file of no bytes at `path`, leaving it closed and whole.
Result<Done> writeEmptyStore(const std::filesystem::path& path, const StoreKey& key)
{
    auto opened = openWith(path, SQLITE_OPEN_READWRITE);
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

Result<Done> syncFile(const std::filesystem::path& path)
{
    const Descriptor file(::open(path.c_str(), O_RDWR | O_CLOEXEC));
    if (file.number() < 0) return systemError(errno, "open new store");
    if (::fsync(file.number()) != 0) return systemError(errno, "fsync new store");
    return done();
}

void removeUnfinished(const std::filesystem::path& unfinished)
{
    // Never acknowledged to anybody: what an earlier founding left before its rename.
    std::error_code ignored;
    for (const char* suffix : {"", "-journal", "-wal"}) {
        std::filesystem::remove(beside(unfinished, suffix), ignored);
    }
}

Result<Done> makeUnder(const std::filesystem::path& unfinished, const StoreKey& key)
{
    {
        const Descriptor file(
            ::open(unfinished.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (file.number() < 0) return systemError(errno, "create new store");
    }
    auto written = writeEmptyStore(unfinished, key);
    if (!written) return written.error();
    return syncFile(unfinished);
}

}  // namespace

Result<bool> liesAt(const std::filesystem::path& path)
{
    struct stat found = {};
    if (::stat(path.c_str(), &found) != 0) {
        if (errno != ENOENT) return systemError(errno, "look at store");
        if (isThere(beside(path, "-wal"))) {
            return Error{ErrorCode::damaged, "the log of a store is there, the store is not"};
        }
        return false;
    }
    if (!S_ISREG(found.st_mode)) return Error{ErrorCode::damaged, "the store is not a file"};
    if (found.st_size < kPageBytes) {
        return Error{ErrorCode::damaged,
                     "the store is cut to " + std::to_string(found.st_size) + " bytes"};
    }
    if (isThere(beside(path, "-journal"))) {
        return Error{ErrorCode::damaged, "a journal that is not ours lies beside the store"};
    }
    return true;
}

Result<Done> foundStore(const std::filesystem::path& path, const StoreKey& key)
{
    auto folder = lockFolder(path.parent_path());
    if (!folder) return folder.error();
    if (isThere(path)) return done();
    const std::filesystem::path unfinished = beside(path, ".new");
    removeUnfinished(unfinished);
    auto made = makeUnder(unfinished, key);
    if (!made) {
        removeUnfinished(unfinished);
        return made.error();
    }
    if (::rename(unfinished.c_str(), path.c_str()) != 0) return systemError(errno, "rename store");
    if (::fsync(folder->number()) != 0) return systemError(errno, "fsync folder");
    return done();
}

Result<std::unique_ptr<SqliteHandle>> openStore(const std::filesystem::path& path)
{
    auto opened = openWith(path, SQLITE_OPEN_READWRITE);
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
