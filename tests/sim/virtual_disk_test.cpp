// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/virtual_disk.h"

#include <gtest/gtest.h>

#include "shared/ledger/device_ledger.h"
#include "tests/shared/sqlite/note_store.h"

namespace liaison::sim {

namespace {

const StoreKey kKey = StoreKey::make();
const std::string kPath = "/disk/notes.db";
constexpr std::int64_t kNotesPerCommit = 3;

/// Opens the store and writes transactions of three notes until one fails or `commits` are done;
/// the last note that was acknowledged.
std::int64_t writeOn(VirtualDisk& disk, int commits)
{
    auto store = NoteStore::open(kPath, kKey, disk);
    if (!store) return 0;
    std::int64_t acknowledged = store->last();
    for (int i = 0; i < commits; ++i) {
        auto transaction = Transaction::begin(store->database());
        if (!transaction) return acknowledged;
        std::int64_t id = acknowledged;
        while (id < acknowledged + kNotesPerCommit) {
            if (!store->write(++id, std::string(700, 'n'))) return acknowledged;
        }
        if (!transaction->commit()) return acknowledged;
        acknowledged = id;
    }
    return acknowledged;
}

void expectWhole(VirtualDisk& disk, std::int64_t acknowledged)
{
    auto store = NoteStore::open(kPath, kKey, disk);
    ASSERT_TRUE(store) << store.error().detail;
    EXPECT_EQ(store->check(), "ok");
    EXPECT_EQ(store->count(), store->last());
    EXPECT_EQ(store->count() % kNotesPerCommit, 0);
    EXPECT_GE(store->count(), acknowledged);
    EXPECT_LE(store->count(), acknowledged + kNotesPerCommit);
}

}  // namespace

TEST(VirtualDisk, KeepsEveryAcknowledgedCommitWhereverThePowerIsCut)
{
    std::size_t inside = 0;
    for (std::size_t operation = 0; operation < 120; ++operation) {
        for (std::uint64_t seed = 0; seed < 6; ++seed) {
            SCOPED_TRACE("operation " + std::to_string(operation) + " seed " +
                         std::to_string(seed));
            Dice dice(operation * 1000 + seed);
            VirtualDisk disk(dice);
            disk.cutPowerAfter(operation);
            const std::int64_t acknowledged = writeOn(disk, 12);
            disk.cutPower();
            disk.restart();

            ASSERT_NO_FATAL_FAILURE(expectWhole(disk, acknowledged));
            inside += disk.cutsInsideWrites();
        }
    }
    EXPECT_GT(inside, 100u);
}

TEST(VirtualDisk, KeepsEveryAcknowledgedCommitWhenThePowerIsCutWhileRecovering)
{
    std::size_t recovered = 0;
    for (std::size_t operation = 0; operation < 20; ++operation) {
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            Dice dice(operation * 1000 + seed);
            VirtualDisk disk(dice);
            disk.cutPowerAfter(60);
            const std::int64_t acknowledged = writeOn(disk, 30);
            disk.restart();
            disk.cutPowerAfter(operation);
            static_cast<void>(writeOn(disk, 0));
            recovered += disk.isOff() ? 1 : 0;
            disk.cutPower();
            disk.restart();

            ASSERT_NO_FATAL_FAILURE(expectWhole(disk, acknowledged));
        }
    }
    EXPECT_GT(recovered, 10u);
}

TEST(VirtualDisk, AcknowledgesNothingThatAFailedWriteOrSyncTookBack)
{
    std::size_t failures = 0;
    for (std::size_t operation = 0; operation < 100; ++operation) {
        for (std::uint64_t seed = 0; seed < 6; ++seed) {
            SCOPED_TRACE("operation " + std::to_string(operation) + " seed " +
                         std::to_string(seed));
            Dice dice(operation * 1000 + seed);
            VirtualDisk disk(dice);
            disk.setForgetful(seed % 2 == 0);
            disk.failAfter(operation);
            std::int64_t acknowledged = 0;
            for (int i = 0; i < 4; ++i) {
                acknowledged = std::max(acknowledged, writeOn(disk, 4));
            }
            failures += disk.failures();
            disk.cutPower();
            disk.restart();

            ASSERT_NO_FATAL_FAILURE(expectWhole(disk, acknowledged));
        }
    }
    EXPECT_GT(failures, 300u);
}

TEST(VirtualDisk, RefusesWhatItHasNoRoomForAndGoesOnWhenThereIsRoom)
{
    Dice dice(1);
    VirtualDisk disk(dice);
    auto store = NoteStore::open(kPath, kKey, disk);
    ASSERT_TRUE(store);
    disk.limitRoom(8192);

    auto written = store->write(1, std::string(100'000, 'n'));
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::diskFull);
    EXPECT_GT(disk.refusals(), 0u);

    disk.giveRoom();
    EXPECT_TRUE(store->write(1, std::string(100'000, 'n')));
    EXPECT_EQ(store->check(), "ok");
}

TEST(VirtualDisk, HoldsTheSameStoreWhereItsImageIsPut)
{
    Dice dice(1);
    VirtualDisk disk(dice);
    VirtualDisk other(dice);
    const std::int64_t acknowledged = writeOn(disk, 10);

    other.put(disk.image());

    EXPECT_EQ(acknowledged, 30);
    ASSERT_NO_FATAL_FAILURE(expectWhole(other, acknowledged));
}

TEST(VirtualDisk, LeavesALedgerThatOpensWhereverFoundingAndMigratingAreCut)
{
    for (std::size_t operation = 0; operation < 90; ++operation) {
        SCOPED_TRACE(operation);
        Dice dice(operation);
        VirtualDisk disk(dice);
        disk.cutPowerAfter(operation);
        static_cast<void>(DeviceLedger::open("/disk/ledger.db", kKey, Schema::care(), disk));
        disk.cutPower();
        disk.restart();

        const auto ledger = DeviceLedger::open("/disk/ledger.db", kKey, Schema::care(), disk);

        ASSERT_TRUE(ledger) << ledger.error().detail;
    }
}

}  // namespace liaison::sim
