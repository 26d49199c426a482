// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/store_key.h"
#include "shared/sqlite/disk.h"
#include "shared/sqlite/statement.h"

struct sqlite3;

namespace liaison {

/// One SQLite file, owned by this process while the object lives.
///
/// What it promises: a commit is on the disk when it returns (write-ahead log, `synchronous=FULL`);
/// nobody else opens the file meanwhile; a file that is not a whole store is refused before SQLite
/// could "repair" it; nothing is memory-mapped and no temporary file is written; SQL cannot name
/// another file. One thread at a time.
///
/// **Not encrypted yet.** The key is checked, not used: the file holds HMAC-SHA-256 of a random
/// salt under it, so that another key is refused with `wrongKey`, but whoever holds the disk reads
/// the contents. Encryption at rest comes behind this same `open(path, key)`.
class Database {
public:
    /// Opens the store at `path`, or founds an empty one where there is none (its folder must
    /// exist). A power cut while founding leaves either nothing or a whole empty store.
    ///
    /// Fails with `wrongKey`; `inUse` at once while another opener has it; `damaged` when the file
    /// is cut, is not a store of ours or lacks what belongs to it; `diskFull` or `io` from the
    /// system. Then nothing was changed and nothing was deleted. `disk` must outlive the store.
    static Result<Database> open(const std::filesystem::path& path, const StoreKey& key,
                                 Disk& disk = systemDisk());

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    /// Every Statement and Transaction is gone by then; an open one is a bug.
    ~Database();

    /// A statement for one SQL command, compiled at its first use and kept for the next.
    ///
    /// SQL that SQLite does not understand is `malformed`.
    Result<Statement> prepare(std::string_view sql);

    /// Runs commands separated by semicolons, without parameters and without reading rows.
    Result<Done> execute(std::string_view sql);

    /// Rows that the last INSERT, UPDATE or DELETE touched.
    std::int64_t changes() const;
    /// The same for all of them since the file was opened.
    std::int64_t totalChanges() const;
    /// Names the present transaction among all since the file was opened; 0 outside of any.
    std::uint64_t transactionNumber() const;
    /// The rowid of the last INSERT.
    std::int64_t lastRowId() const;

private:
    friend class Transaction;

    explicit Database(std::unique_ptr<SqliteHandle> handle);

    std::unique_ptr<SqliteHandle> handle_;
};

}  // namespace liaison
