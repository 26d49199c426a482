// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <fstream>

#include "tests/shared/sqlite/note_store.h"
#include "tests/support/file_size_limit.h"
#include "tests/support/temp_folder.h"

namespace liaison {

namespace {

const StoreKey kKey = StoreKey::make();

/// A file system of its own with room for `bytes`; needs root.
class SmallDisk {
public:
    explicit SmallDisk(const std::string& bytes)
    {
        const std::string options = "size=" + bytes;
        isMounted_ = ::mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, options.c_str()) == 0;
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk()
    {
        if (isMounted_) ::umount(folder_.path().c_str());
    }
    bool isMounted() const { return isMounted_; }
    std::string file(const std::string& name) const { return folder_.file(name); }

    void fill() const
    {
        std::ofstream filler(file("filler"), std::ios::binary);
        const std::string block(4096, 'f');
        while (filler.write(block.data(), std::streamsize(block.size())).flush()) {}
    }
    void makeRoom() const { std::filesystem::remove(file("filler")); }

private:
    TempFolder folder_;
    bool isMounted_ = false;
};

/// Writes `notes` notes of 1,000 bytes in one transaction.
Result<Done> writeMany(NoteStore& store, std::int64_t from, int notes)
{
    auto transaction = Transaction::begin(store.database());
    if (!transaction) return transaction.error();
    for (std::int64_t id = from; id < from + notes; ++id) {
        auto written = store.write(id, std::string(1000, 'n'));
        if (!written) return written.error();
    }
    return transaction->commit();
}

}  // namespace

TEST(FullDisk, RefusesASmallCommitAndKeepsWhatWasThere)
{
    const TempFolder folder;
    auto store = NoteStore::open(folder.file("centre.db"), kKey);
    ASSERT_TRUE(writeMany(*store, 1, 10));
    {
        const test::FileSizeLimit limit(64 * 1024);

        EXPECT_EQ(writeMany(*store, 100, 200).error().code, ErrorCode::diskFull);
        EXPECT_EQ(store->count(), 10);
    }

    EXPECT_TRUE(writeMany(*store, 100, 200));
    EXPECT_EQ(store->count(), 210);
    EXPECT_EQ(store->check(), "ok");
}

TEST(FullDisk, RefusesATransactionThatOutgrowsItsMemory)
{
    const TempFolder folder;
    auto store = NoteStore::open(folder.file("centre.db"), kKey);
    ASSERT_TRUE(writeMany(*store, 1, 10));
    {
        const test::FileSizeLimit limit(512 * 1024);

        EXPECT_EQ(writeMany(*store, 100, 20'000).error().code, ErrorCode::diskFull);
        EXPECT_EQ(store->count(), 10);
    }

    EXPECT_TRUE(writeMany(*store, 100, 10));
    EXPECT_EQ(store->check(), "ok");
}

TEST(FullDisk, LeavesNothingBehindWhenAStoreCannotBeFounded)
{
    const TempFolder folder;
    const std::string path = folder.file("centre.db");
    {
        const test::FileSizeLimit limit(4096);
        EXPECT_EQ(Database::open(path, kKey).error().code, ErrorCode::diskFull);
    }

    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
    EXPECT_TRUE(Database::open(path, kKey));
}

TEST(FullDisk, RefusesWritesOnARealFullDiskAndRecoversWhenThereIsRoom)
{
    const SmallDisk disk("1m");
    if (!disk.isMounted()) GTEST_SKIP() << "only root may mount a small disk";
    const std::string path = disk.file("centre.db");
    {
        auto store = NoteStore::open(path, kKey);
        ASSERT_TRUE(writeMany(*store, 1, 10));
        disk.fill();

        EXPECT_EQ(writeMany(*store, 100, 200).error().code, ErrorCode::diskFull);
        EXPECT_EQ(store->count(), 10);
        EXPECT_EQ(Database::open(disk.file("other.db"), kKey).error().code, ErrorCode::diskFull);

        disk.makeRoom();
        EXPECT_TRUE(writeMany(*store, 100, 200));
        disk.fill();
    }

    auto again = NoteStore::open(path, kKey);

    ASSERT_TRUE(again) << again.error().detail;
    EXPECT_EQ(again->count(), 210);
    EXPECT_EQ(again->check(), "ok");
}

}  // namespace liaison
