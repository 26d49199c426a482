// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "shared/ledger/file_store.h"

namespace liaison {

/// The files beside a ledger, opened when somebody first needs them: most centres and phones have
/// none on most days, and an open store costs memory.
///
/// `ledger.db` has them in `ledger.files.db`, under the same key and on the same disk.
class FilesBeside {
public:
    FilesBeside(const std::filesystem::path& ledger, const StoreKey& key, Disk& disk);

    /// The store, founded if need be; valid as long as this object. Codes of `FileStore::open`;
    /// after an error the next call tries again.
    Result<FileStore*> open();
    /// The store, or null when none was ever founded.
    Result<FileStore*> ifThere();

private:
    std::filesystem::path path_;
    StoreKey key_;
    Disk* disk_;
    std::optional<FileStore> store_;
};

}  // namespace liaison
