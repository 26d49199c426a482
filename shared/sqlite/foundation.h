// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "shared/base/result.h"
#include "shared/base/store_key.h"
#include "shared/sqlite/disk.h"
#include "shared/sqlite/handle.h"

namespace liaison {

/// Sets what SQLite takes for a whole process; to be called before anything else of SQLite is.
void settleSqlite();

/// Whether a store lies at `path`, judged without SQLite, which would take a file of no bytes for
/// a new database and delete the log beside it. False when nothing is there; `damaged` when what is
/// there cannot be a whole store.
Result<bool> liesAt(Disk& disk, const std::filesystem::path& path);

/// Makes an empty sealed store at `path`, where none is: under the name `path`.new, closed,
/// fsynced, renamed, its folder fsynced; so a power cut leaves nothing or a whole store. When
/// another process founds it first, that one stays.
Result<Done> foundStore(Disk& disk, const std::filesystem::path& path, const StoreKey& key);

/// Opens the existing file, takes the lock that keeps every other opener out, and checks that it
/// is a store of ours. The seal is not looked at.
Result<std::unique_ptr<SqliteHandle>> openStore(Disk& disk, const std::filesystem::path& path);

}  // namespace liaison
