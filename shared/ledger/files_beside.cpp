// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/files_beside.h"

namespace liaison {

FilesBeside::FilesBeside(const std::filesystem::path& ledger, const StoreKey& key, Disk& disk)
    : path_(std::filesystem::path(ledger).replace_extension(".files.db")), key_(key), disk_(&disk)
{
}

Result<FileStore*> FilesBeside::open()
{
    if (store_) return &*store_;
    auto opened = FileStore::open(path_, key_, *disk_);
    if (!opened) return opened.error();
    return &store_.emplace(*std::move(opened));
}

Result<FileStore*> FilesBeside::ifThere()
{
    if (store_) return &*store_;
    const auto found = disk_->look(path_);
    if (!found) return found.error();
    if (!*found) return static_cast<FileStore*>(nullptr);
    return open();
}

}  // namespace liaison
