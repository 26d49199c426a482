// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sqlite/statement.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/shared/sqlite/note_store.h"
#include "tests/support/temp_folder.h"

namespace liaison {

namespace {

class StatementTest : public testing::Test {
protected:
    StatementTest()
    {
        EXPECT_TRUE(database_.execute("CREATE TABLE t(a INTEGER, b BLOB, c TEXT, d REAL) STRICT"));
    }

    Statement prepared(const char* sql)
    {
        auto statement = database_.prepare(sql);
        EXPECT_TRUE(statement) << sql;
        return *std::move(statement);
    }

    TempFolder folder_;
    Database database_ = *Database::open(folder_.file("t.db"), StoreKey::make());
};

}  // namespace

TEST_F(StatementTest, GivesBackEveryTypeAsItWasBound)
{
    const std::string blob("\0\xff\0", 3);
    const std::int64_t least = std::numeric_limits<std::int64_t>::min();
    auto insert = prepared("INSERT INTO t VALUES(?, ?, ?, ?)");
    insert.bind(1, least).bindBlob(2, blob).bindText(3, "été").bindReal(4, 37.25);
    ASSERT_TRUE(insert.run());

    auto query = prepared("SELECT a, b, c, d FROM t");
    ASSERT_TRUE(*query.step());

    EXPECT_EQ(query.integer(0), least);
    EXPECT_EQ(query.blob(1), blob);
    EXPECT_EQ(query.text(2), "été");
    EXPECT_EQ(query.real(3), 37.25);
    EXPECT_FALSE(*query.step());
}

TEST_F(StatementTest, TellsEmptyFromNull)
{
    auto insert = prepared("INSERT INTO t VALUES(?, ?, ?, ?)");
    insert.bind(1, std::nullopt).bindBlob(2, std::string_view()).bindText(3, "").bindNull(4);
    ASSERT_TRUE(insert.run());

    auto query = prepared("SELECT a, b, c, d, typeof(b), typeof(c) FROM t");
    ASSERT_TRUE(*query.step());

    EXPECT_TRUE(query.isNull(0));
    EXPECT_EQ(query.optionalInteger(0), std::nullopt);
    EXPECT_EQ(query.optionalBlob(1), "");
    EXPECT_EQ(query.optionalBlob(3), std::nullopt);
    EXPECT_EQ(query.text(4), "blob");
    EXPECT_EQ(query.text(5), "text");
}

TEST_F(StatementTest, CopiesATemporary)
{
    auto insert = prepared("INSERT INTO t(b, c) VALUES(?, ?)");
    insert.bindBlob(1, std::string(1000, 'b'));
    insert.bindText(2, std::optional<std::string>(std::string(1000, 'c')));
    const std::string elsewhere(1000, 'z');
    ASSERT_TRUE(insert.run());

    auto query = prepared("SELECT b, c FROM t");
    ASSERT_TRUE(*query.step());

    EXPECT_EQ(query.blob(0), std::string(1000, 'b'));
    EXPECT_EQ(query.text(1), std::string(1000, 'c'));
}

TEST_F(StatementTest, MayBeUsedAgainAfterItsEnd)
{
    auto insert = prepared("INSERT INTO t(a) VALUES(?)");
    for (int i = 0; i < 10; ++i) {
        ASSERT_TRUE(insert.bind(1, i).run());
    }

    auto query = prepared("SELECT sum(a) FROM t WHERE a >= ?");
    ASSERT_TRUE(*query.bind(1, 5).step());
    EXPECT_EQ(query.integer(0), 35);
    query.reset();
    ASSERT_TRUE(*query.bind(1, 9).step());
    EXPECT_EQ(query.integer(0), 9);
}

TEST_F(StatementTest, OfTheSameSqlMayBeOpenTwiceAtOnce)
{
    ASSERT_TRUE(database_.execute("INSERT INTO t(a) VALUES(1), (2)"));
    auto outer = prepared("SELECT a FROM t ORDER BY a");

    int pairs = 0;
    while (*outer.step()) {
        auto inner = prepared("SELECT a FROM t ORDER BY a");
        while (*inner.step())
            ++pairs;
    }

    EXPECT_EQ(pairs, 4);
}

TEST_F(StatementTest, StartsWithoutTheValuesOfItsLastUse)
{
    {
        auto insert = prepared("INSERT INTO t(a, c) VALUES(?, ?)");
        ASSERT_TRUE(insert.bind(1, 1).bindText(2, "kept to itself").run());
    }
    auto insert = prepared("INSERT INTO t(a, c) VALUES(?, ?)");
    ASSERT_TRUE(insert.bind(1, 2).run());

    auto query = prepared("SELECT c FROM t WHERE a = 2");
    ASSERT_TRUE(*query.step());
    EXPECT_TRUE(query.isNull(0));
}

TEST_F(StatementTest, TellsAKeyThatExistsFromABrokenRule)
{
    ASSERT_TRUE(database_.execute("CREATE TABLE k(id INTEGER PRIMARY KEY, n INTEGER NOT NULL)"));
    ASSERT_TRUE(database_.execute("INSERT INTO k VALUES(1, 1)"));
    auto insert = prepared("INSERT INTO k VALUES(?, ?)");

    EXPECT_EQ(insert.bind(1, 1).bind(2, 1).run().error().code, ErrorCode::alreadyThere);
    EXPECT_EQ(insert.bind(1, 2).bindNull(2).run().error().code, ErrorCode::malformed);
    EXPECT_TRUE(insert.bind(1, 2).bind(2, 1).run());
}

TEST_F(StatementTest, RefusesSqlWithoutMeaning)
{
    EXPECT_EQ(database_.prepare("SELEKT 1").error().code, ErrorCode::malformed);
    EXPECT_EQ(database_.prepare("SELECT \"no such column\" FROM t").error().code,
              ErrorCode::malformed);
}

TEST_F(StatementTest, KeepsForeignKeys)
{
    ASSERT_TRUE(
        database_.execute("CREATE TABLE parent(id INTEGER PRIMARY KEY);"
                          "CREATE TABLE child(p INTEGER REFERENCES parent(id))"));

    EXPECT_FALSE(database_.execute("INSERT INTO child VALUES(7)"));
}

TEST_F(StatementTest, FindsWordsWithoutTheirAccents)
{
    ASSERT_TRUE(
        database_.execute("CREATE VIRTUAL TABLE search USING "
                          "fts5(text, tokenize=\"unicode61 remove_diacritics 2\")"));
    ASSERT_TRUE(database_.execute("INSERT INTO search VALUES('Été à la mer')"));
    auto query = prepared("SELECT count(*) FROM search WHERE search MATCH ?");
    ASSERT_TRUE(*query.bindText(1, "ete").step());
    EXPECT_EQ(query.integer(0), 1);
    query.reset();

    EXPECT_EQ(query.bindText(1, "\"unfinished").step().error().code, ErrorCode::malformed);
}

using StatementDeathTest = StatementTest;

TEST_F(StatementDeathTest, StopsTheProgramThatReadsAColumnNotThere)
{
    auto query = prepared("SELECT 1");
    EXPECT_DEATH(query.integer(0), "column not there");
    ASSERT_TRUE(*query.step());
    EXPECT_DEATH(query.integer(1), "column not there");
    EXPECT_DEATH(prepared("SELECT ?").bind(2, 1), "no parameter");
}

}  // namespace liaison
