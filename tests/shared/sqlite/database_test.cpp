// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sqlite/database.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <vector>

#include "tests/shared/sqlite/note_store.h"
#include "tests/support/temp_folder.h"

namespace liaison {

namespace {

const StoreKey kKey = StoreKey::make();

std::string contents(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void put(const std::string& path, const std::string& bytes)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << bytes;
}

std::string makeStore(const TempFolder& folder, int notes)
{
    const std::string path = folder.file("centre.db");
    auto store = NoteStore::open(path, kKey);
    for (int i = 1; i <= notes; ++i) {
        EXPECT_TRUE(store->write(i, std::string(500, 'x')));
    }
    return path;
}

ErrorCode openingFailure(const std::string& path, const StoreKey& key = kKey)
{
    auto opened = Database::open(path, key);
    EXPECT_FALSE(opened);
    return opened ? ErrorCode::empty : opened.error().code;
}

std::string setting(Database& database, const char* pragma)
{
    auto query = database.prepare(pragma);
    if (!query || !*query->step()) return {};
    return std::string(query->text(0));
}

}  // namespace

TEST(Database, KeepsWhatWasWritten)
{
    const TempFolder folder;
    const std::string path = makeStore(folder, 3);

    auto again = NoteStore::open(path, kKey);

    ASSERT_TRUE(again) << again.error().detail;
    EXPECT_EQ(again->count(), 3);
    EXPECT_EQ(again->check(), "ok");
}

TEST(Database, IsReadableByItsOwnerAlone)
{
    const TempFolder folder;
    const std::string path = folder.file("centre.db");
    auto store = NoteStore::open(path, kKey);
    ASSERT_TRUE(store->write(1, "a"));

    for (const char* suffix : {"", "-wal"}) {
        struct stat found = {};
        ASSERT_EQ(::stat((path + suffix).c_str(), &found), 0) << suffix;
        EXPECT_EQ(found.st_mode & 0777, 0600u) << suffix;
    }
}

TEST(Database, LeavesNoOtherFileThanItsLog)
{
    const TempFolder folder;
    auto store = NoteStore::open(folder.file("centre.db"), kKey);
    ASSERT_TRUE(store->write(1, std::string(100'000, 'x')));

    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names, (std::vector<std::string>{"centre.db", "centre.db-wal"}));
}

TEST(Database, RunsWithTheSettingsThatItsPromisesNeed)
{
    const TempFolder folder;
    auto database = Database::open(folder.file("centre.db"), kKey);
    ASSERT_TRUE(database);

    EXPECT_EQ(setting(*database, "PRAGMA journal_mode"), "wal");
    EXPECT_EQ(setting(*database, "PRAGMA synchronous"), "2");
    EXPECT_EQ(setting(*database, "PRAGMA locking_mode"), "exclusive");
    EXPECT_EQ(setting(*database, "PRAGMA temp_store"), "2");
    EXPECT_EQ(setting(*database, "PRAGMA foreign_keys"), "1");
    EXPECT_EQ(setting(*database, "PRAGMA trusted_schema"), "0");
    EXPECT_EQ(setting(*database, "PRAGMA mmap_size"), "0");
    EXPECT_EQ(setting(*database, "PRAGMA page_size"), "4096");
}

TEST(Database, RefusesAnotherKeyAndChangesNothing)
{
    const TempFolder folder;
    const std::string path = makeStore(folder, 3);
    const std::string before = contents(path);

    const ErrorCode code = openingFailure(path, StoreKey::make());

    EXPECT_EQ(code, ErrorCode::wrongKey);
    EXPECT_EQ(contents(path), before);
}

TEST(Database, TellsASecondOpenerAtOnceThatItIsInUse)
{
    const TempFolder folder;
    const std::string path = folder.file("centre.db");
    auto first = NoteStore::open(path, kKey);
    ASSERT_TRUE(first);

    const auto start = std::chrono::steady_clock::now();
    const ErrorCode code = openingFailure(path);
    const auto waited = std::chrono::steady_clock::now() - start;

    EXPECT_EQ(code, ErrorCode::inUse);
    EXPECT_LT(waited, std::chrono::seconds(2));
    EXPECT_TRUE(first->write(1, "the first opener goes on"));
}

TEST(Database, RefusesAFileCutToAnyLengthBelowAPageAndKeepsItsLog)
{
    const TempFolder folder;
    const std::string path = makeStore(folder, 3);
    const std::string whole = contents(path);

    for (const std::size_t length : {0u, 1u, 100u, 511u, 512u, 4095u}) {
        put(path, whole.substr(0, length));
        put(path + "-wal", "what somebody may still recover");

        EXPECT_EQ(openingFailure(path), ErrorCode::damaged) << length;
        EXPECT_EQ(contents(path).size(), length);
        EXPECT_EQ(contents(path + "-wal"), "what somebody may still recover");
    }
}

TEST(Database, RefusesALogWithoutItsStore)
{
    const TempFolder folder;
    const std::string path = folder.file("centre.db");
    put(path + "-wal", "committed work");

    EXPECT_EQ(openingFailure(path), ErrorCode::damaged);
    EXPECT_EQ(contents(path + "-wal"), "committed work");
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(Database, RefusesAJournalPlantedBesideIt)
{
    const TempFolder folder;
    const std::string path = makeStore(folder, 3);
    put(path + "-journal", "not ours");

    EXPECT_EQ(openingFailure(path), ErrorCode::damaged);
    EXPECT_EQ(contents(path + "-journal"), "not ours");
}

TEST(Database, RefusesBytesThatAreNoDatabase)
{
    const TempFolder folder;
    const std::string path = folder.file("centre.db");
    put(path, std::string(8192, 'z'));

    EXPECT_EQ(openingFailure(path), ErrorCode::damaged);
}

TEST(Database, RefusesADatabaseOfAnotherProgram)
{
    const TempFolder folder;
    const std::string path = folder.file("centre.db");
    sqlite3* foreign = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &foreign), SQLITE_OK);
    sqlite3_exec(foreign, "CREATE TABLE t(a)", nullptr, nullptr, nullptr);
    sqlite3_close(foreign);

    EXPECT_EQ(openingFailure(path), ErrorCode::damaged);
}

TEST(Database, RefusesAStoreWithoutItsSeal)
{
    const TempFolder folder;
    const std::string path = makeStore(folder, 1);
    {
        auto store = NoteStore::open(path, kKey);
        ASSERT_TRUE(store->database().execute("DELETE FROM seal"));
    }
    EXPECT_EQ(openingFailure(path), ErrorCode::damaged);
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &raw), SQLITE_OK);
    sqlite3_exec(raw, "DROP TABLE seal", nullptr, nullptr, nullptr);
    sqlite3_close(raw);

    EXPECT_EQ(openingFailure(path), ErrorCode::damaged);
}

TEST(Database, FoundsAnewOverWhatAnInterruptedFoundingLeft)
{
    const TempFolder folder;
    const std::string path = folder.file("centre.db");
    put(path + ".new", "half a store");
    put(path + ".new-wal", "half a log");

    auto store = NoteStore::open(path, kKey);

    ASSERT_TRUE(store) << store.error().detail;
    EXPECT_FALSE(std::filesystem::exists(path + ".new"));
    EXPECT_FALSE(std::filesystem::exists(path + ".new-wal"));
}

TEST(Database, NamesAFolderThatIsNotThere)
{
    const TempFolder folder;

    EXPECT_EQ(openingFailure(folder.file("absent/centre.db")), ErrorCode::notFound);
}

TEST(Database, LetsNoSqlNameAnotherFile)
{
    const TempFolder folder;
    auto store = NoteStore::open(folder.file("centre.db"), kKey);
    const std::string other = folder.file("other.db");

    for (const std::string& sql :
         {"ATTACH '" + other + "' AS other", "ATTACH 'file:" + other + "?vfs=unix' AS other",
          "VACUUM INTO '" + other + "'", "VACUUM INTO 'file:" + other + "?vfs=unix'"}) {
        EXPECT_FALSE(store->database().execute(sql)) << sql;
        EXPECT_FALSE(std::filesystem::exists(other)) << sql;
    }
}

TEST(Database, TakesAPathThatLooksLikeAUriForAPlainName)
{
    const TempFolder folder;
    const std::string path = folder.file("file:centre.db?mode=memory");

    ASSERT_TRUE(NoteStore::open(path, kKey)->write(1, "a"));

    EXPECT_TRUE(std::filesystem::exists(path));
    EXPECT_EQ(NoteStore::open(path, kKey)->count(), 1);
}

TEST(Database, ReportsAPageThatWasOverwritten)
{
    const TempFolder folder;
    const std::string path = makeStore(folder, 200);
    std::string bytes = contents(path);
    for (std::size_t i = 4096; i < bytes.size(); ++i) {
        bytes[i] = '\x5a';
    }
    put(path, bytes);

    auto store = Database::open(path, kKey);

    EXPECT_EQ(store.error().code, ErrorCode::damaged);
}

TEST(Database, StaysWholeWhenItMoves)
{
    const TempFolder folder;
    auto store = NoteStore::open(folder.file("centre.db"), kKey);
    auto transaction = Transaction::begin(store->database());
    ASSERT_TRUE(store->write(1, "before"));

    NoteStore moved = *std::move(store);
    ASSERT_TRUE(moved.write(2, "after"));
    ASSERT_TRUE(transaction->commit());

    EXPECT_EQ(moved.count(), 2);
}

}  // namespace liaison
