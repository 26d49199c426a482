// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sqlite/migration.h"

#include <gtest/gtest.h>

#include <array>

#include "tests/support/temp_folder.h"

namespace liaison {

namespace {

constexpr std::array kFirst = {Migration{1, "CREATE TABLE a(x); INSERT INTO a VALUES(1)"}};
constexpr std::array kSecond = {kFirst[0], Migration{2, "ALTER TABLE a ADD COLUMN y DEFAULT 2"}};
constexpr std::array kBroken = {kFirst[0], kSecond[1],
                                Migration{3, "CREATE TABLE b(x); INSERT INTO nowhere VALUES(1)"}};

class MigrationTest : public testing::Test {
protected:
    std::int64_t number(const char* sql)
    {
        auto query = database_.prepare(sql);
        return query && *query->step() ? query->integer(0) : -1;
    }

    TempFolder folder_;
    Database database_ = *Database::open(folder_.file("t.db"), StoreKey::make());
};

}  // namespace

TEST_F(MigrationTest, BringsANewStoreToTheLastStep)
{
    ASSERT_EQ(*schemaNumber(database_), 0);

    ASSERT_TRUE(migrate(database_, kSecond));

    EXPECT_EQ(*schemaNumber(database_), 2);
    EXPECT_EQ(number("SELECT y FROM a"), 2);
}

TEST_F(MigrationTest, TakesOnlyTheStepsThatAreMissing)
{
    ASSERT_TRUE(migrate(database_, kFirst));

    ASSERT_TRUE(migrate(database_, kSecond));
    ASSERT_TRUE(migrate(database_, kSecond));

    EXPECT_EQ(number("SELECT count(*) FROM a"), 1);
    EXPECT_EQ(number("SELECT x + y FROM a"), 3);
}

TEST_F(MigrationTest, RefusesANewerSchemaAndChangesNothing)
{
    ASSERT_TRUE(migrate(database_, kSecond));

    const auto refused = migrate(database_, kFirst);

    EXPECT_EQ(refused.error().code, ErrorCode::newerSchema);
    EXPECT_EQ(refused.error().detail, "the store is at schema 2, this program knows up to 1");
    EXPECT_EQ(*schemaNumber(database_), 2);
    EXPECT_EQ(number("SELECT y FROM a"), 2);
}

TEST_F(MigrationTest, KeepsTheStepsBeforeTheOneThatFailsAndNothingOfIt)
{
    const auto failed = migrate(database_, kBroken);

    EXPECT_EQ(failed.error().code, ErrorCode::malformed);
    EXPECT_EQ(failed.error().detail.rfind("schema step 3: ", 0), 0u) << failed.error().detail;
    EXPECT_EQ(*schemaNumber(database_), 2);
    EXPECT_EQ(number("SELECT count(*) FROM sqlite_schema WHERE name = 'b'"), 0);
}

}  // namespace liaison
