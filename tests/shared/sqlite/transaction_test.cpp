// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sqlite/transaction.h"

#include <gtest/gtest.h>

#include "tests/shared/sqlite/note_store.h"
#include "tests/support/temp_folder.h"

namespace liaison {

namespace {

const StoreKey kKey = StoreKey::make();

}  // namespace

TEST(Transaction, TakesBackWhatWasNotCommitted)
{
    const TempFolder folder;
    auto store = NoteStore::open(folder.file("t.db"), kKey);
    ASSERT_TRUE(store->write(1, "kept"));
    {
        auto transaction = Transaction::begin(store->database());
        ASSERT_TRUE(store->write(2, "taken back"));
        ASSERT_EQ(store->count(), 2);
    }

    EXPECT_EQ(store->count(), 1);
    EXPECT_TRUE(store->write(2, "anew"));
}

TEST(Transaction, KeepsEverythingItCommitted)
{
    const TempFolder folder;
    {
        auto store = NoteStore::open(folder.file("t.db"), kKey);
        auto transaction = Transaction::begin(store->database());
        ASSERT_TRUE(store->write(1, "one"));
        ASSERT_TRUE(store->write(2, "two"));
        ASSERT_TRUE(transaction->commit());
    }

    EXPECT_EQ(NoteStore::open(folder.file("t.db"), kKey)->count(), 2);
}

TEST(Transaction, GoesOnAfterAKeyThatExists)
{
    const TempFolder folder;
    auto store = NoteStore::open(folder.file("t.db"), kKey);
    auto transaction = Transaction::begin(store->database());
    ASSERT_TRUE(store->write(1, "one"));

    EXPECT_EQ(store->write(1, "again").error().code, ErrorCode::alreadyThere);

    ASSERT_TRUE(store->write(2, "two"));
    ASSERT_TRUE(transaction->commit());
    EXPECT_EQ(store->count(), 2);
}

TEST(Transaction, WritesNothingMoreOnceSqliteGaveItUp)
{
    const TempFolder folder;
    auto store = NoteStore::open(folder.file("t.db"), kKey);
    ASSERT_TRUE(store->write(1, "kept"));
    {
        auto transaction = Transaction::begin(store->database());
        ASSERT_TRUE(store->write(2, "lost with the rest"));
        ASSERT_TRUE(store->database().execute("ROLLBACK"));

        EXPECT_EQ(store->write(3, "would stand alone").error().code, ErrorCode::io);
        EXPECT_EQ(transaction->commit().error().code, ErrorCode::io);
    }

    EXPECT_EQ(store->count(), 1);
}

TEST(TransactionDeathTest, StopsTheProgramThatNestsThem)
{
    const TempFolder folder;
    auto store = NoteStore::open(folder.file("t.db"), kKey);
    auto outer = Transaction::begin(store->database());

    EXPECT_DEATH(static_cast<void>(Transaction::begin(store->database())), "inside a transaction");
}

}  // namespace liaison
