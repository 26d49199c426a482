// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "shared/base/sha256.h"
#include "shared/ledger/file_store.h"
#include "tests/sim/virtual_disk.h"
#include "tests/support/made_file.h"

namespace liaison::sim {

namespace {

const StoreKey kKey = StoreKey::make();
const std::string kPath = "/disk/ledger.files.db";
constexpr Instant kNow{std::chrono::milliseconds(1'789'372'800'000)};

/// What somebody was told about the store before the power went.
struct Told {
    bool isPut = false;
    std::uint64_t held = 0;
    bool isComplete = false;
};

const std::string kOwn = madePicture(90'000, 1);
const std::string kForeign = madePicture(70'000, 2);

/// Puts a file of its own, then takes another one in parts of 9,000 bytes, as far as it gets.
Told writeOn(VirtualDisk& disk)
{
    Told told;
    auto store = FileStore::open(kPath, kKey, disk);
    if (!store) return told;
    told.isPut = bool(store->put(kOwn));
    const FileReference foreign{sha256(kForeign), kForeign.size(), "image/jpeg"};
    while (!told.isComplete) {
        const auto part = std::string_view(kForeign).substr(told.held, 9'000);
        const auto progress = store->append(foreign, told.held, part, kNow);
        if (!progress) return told;
        told.held = progress->held;
        told.isComplete = progress->isComplete;
    }
    return told;
}

}  // namespace

TEST(FileStoreCrash, KeepsWhatWasSaidToBeThereWhereverThePowerIsCut)
{
    std::size_t cutsInside = 0;
    std::size_t cutsBetween = 0;
    for (std::size_t operation = 0; operation < 160; ++operation) {
        SCOPED_TRACE("operation " + std::to_string(operation));
        Dice dice(operation);
        VirtualDisk disk(dice);
        disk.cutPowerAfter(operation);
        const Told told = writeOn(disk);
        if (told.isPut && !told.isComplete) ++cutsBetween;
        disk.cutPower();
        disk.restart();
        cutsInside += disk.cutsInsideWrites();

        auto store = FileStore::open(kPath, kKey, disk);
        ASSERT_TRUE(store) << store.error().detail;
        const auto own = store->whole(sha256(kOwn));
        const auto foreign = store->find(sha256(kForeign));

        ASSERT_TRUE(foreign);
        if (told.isPut) EXPECT_TRUE(own);
        if (own) EXPECT_EQ(*own, kOwn);
        const std::uint64_t held = *foreign ? (*foreign)->held : 0;
        EXPECT_GE(held, told.held);
        if (told.isComplete) EXPECT_EQ(*store->whole(sha256(kForeign)), kForeign);
        const FileReference file{sha256(kForeign), kForeign.size(), "image/jpeg"};
        for (std::uint64_t at = held; at < kForeign.size();) {
            const auto part = std::string_view(kForeign).substr(at, kFileChunkBytesMax);
            at = store->append(file, at, part, kNow)->held;
        }
        EXPECT_EQ(*store->whole(file.sha256), kForeign);
    }
    EXPECT_GT(cutsInside, 40u);
    EXPECT_GT(cutsBetween, 10u);
}

}  // namespace liaison::sim
