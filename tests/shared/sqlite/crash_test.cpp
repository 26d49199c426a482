// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>

#include "tests/shared/sqlite/note_store.h"
#include "tests/support/temp_folder.h"

namespace liaison {

namespace {

const StoreKey kKey = StoreKey::make();
constexpr std::int64_t kNotesPerCommit = 3;

/// Where a child is, told through a pipe: in the middle of the transaction that ends with note
/// `last`, or past its commit.
struct Progress {
    std::int64_t last = 0;
    bool isCommitted = false;
};

/// Writes one transaction after another for ever, `stopIn` (0: none) never reaching its commit.
[[noreturn]] void writeUntilKilled(const std::string& path, int tell, std::int64_t stopIn)
{
    auto store = NoteStore::open(path, kKey);
    if (!store) ::_exit(1);
    std::int64_t id = store->last();
    for (std::int64_t turn = 1;; ++turn) {
        auto transaction = Transaction::begin(store->database());
        if (!transaction) ::_exit(2);
        for (std::int64_t i = 0; i < kNotesPerCommit; ++i) {
            if (!store->write(++id, std::string(1500, 'n'))) ::_exit(3);
        }
        const Progress inside{id, false};
        if (::write(tell, &inside, sizeof inside) != sizeof inside) ::_exit(4);
        if (turn == stopIn) ::pause();
        if (!transaction->commit()) ::_exit(5);
        const Progress past{id, true};
        if (::write(tell, &past, sizeof past) != sizeof past) ::_exit(6);
    }
}

struct Killing {
    std::int64_t acknowledged = 0;
    bool isInsideTransaction = false;
};

/// Runs a child and kills it as soon as it has told `news` things.
Killing killAfter(const std::string& path, int news, std::int64_t stopIn)
{
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        writeUntilKilled(path, ends[1], stopIn);
    }
    ::close(ends[1]);
    Killing killing;
    Progress progress;
    for (int heard = 0; ::read(ends[0], &progress, sizeof progress) == sizeof progress;) {
        if (progress.isCommitted) killing.acknowledged = progress.last;
        killing.isInsideTransaction = !progress.isCommitted;
        if (++heard == news) ::kill(child, SIGKILL);
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself: " << WEXITSTATUS(status);
    return killing;
}

}  // namespace

TEST(Crash, LosesNothingCommittedAndKeepsNoHalfTransaction)
{
    const TempFolder folder;
    const std::string path = folder.file("centre.db");
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    int insideTransaction = 0;
    std::int64_t before = 0;

    for (int round = 0; round < 40; ++round) {
        const int news = 1 + int(random() % 60);
        const bool isStopped = round % 2 == 0;
        const Killing killing =
            killAfter(path, isStopped ? 2 * news - 1 : news, isStopped ? news : 0);
        if (killing.isInsideTransaction) ++insideTransaction;

        auto store = NoteStore::open(path, kKey);
        ASSERT_TRUE(store) << store.error().detail;
        const std::int64_t count = store->count();
        ASSERT_GE(count, std::max(before, killing.acknowledged));
        ASSERT_EQ(count, store->last());
        ASSERT_EQ(count % kNotesPerCommit, 0);
        if (isStopped) ASSERT_EQ(count, std::max(before, killing.acknowledged));
        ASSERT_EQ(store->check(), "ok");
        before = count;
    }

    EXPECT_GE(insideTransaction, 20);
    EXPECT_GT(before, 0);
}

TEST(Crash, LeavesNothingOrAWholeStoreWhenFoundingIsKilled)
{
    const TempFolder folder;
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    int unfinished = 0;

    for (int round = 0; round < 60; ++round) {
        const std::string path = folder.file(std::to_string(round) + ".db");
        const auto microseconds = static_cast<suseconds_t>(1 + random() % 6000);
        const pid_t child = ::fork();
        if (child == 0) {
            // Nobody handles SIGALRM, so that it ends the child wherever it is.
            const itimerval alarm{{0, 0}, {0, microseconds}};
            ::setitimer(ITIMER_REAL, &alarm, nullptr);
            auto founded = Database::open(path, kKey);
            ::_exit(founded ? 0 : 1);
        }
        ::waitpid(child, nullptr, 0);
        if (!std::filesystem::exists(path)) ++unfinished;

        auto store = NoteStore::open(path, kKey);
        ASSERT_TRUE(store) << store.error().detail;
        ASSERT_EQ(store->check(), "ok");
        ASSERT_FALSE(std::filesystem::exists(path + ".new"));
    }

    EXPECT_GT(unfinished, 0);
}

TEST(Crash, LetsOneOfManyFoundTheStoreAndTellsTheOthersItIsInUse)
{
    const TempFolder folder;
    const std::string path = folder.file("centre.db");
    constexpr int kProcesses = 8;
    int gate[2];
    int held[2];
    ASSERT_EQ(::pipe(gate), 0);
    ASSERT_EQ(::pipe(held), 0);
    std::vector<pid_t> children;
    for (int i = 0; i < kProcesses; ++i) {
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(gate[1]);
            ::close(held[1]);
            char byte = 0;
            static_cast<void>(::read(gate[0], &byte, 1));
            auto opened = Database::open(path, kKey);
            if (!opened) ::_exit(opened.error().code == ErrorCode::inUse ? 1 : 2);
            // Stays open until every process has had its try.
            static_cast<void>(::read(held[0], &byte, 1));
            ::_exit(0);
        }
        children.push_back(child);
    }
    ::close(gate[1]);

    int inUse = 0;
    int owners = 0;
    int strange = 0;
    for (int i = 0; i < kProcesses - 1; ++i) {
        int status = 0;
        ::waitpid(-1, &status, 0);
        if (WEXITSTATUS(status) == 1) ++inUse;
        if (WEXITSTATUS(status) == 2) ++strange;
    }
    ::close(held[1]);
    int status = 0;
    ::waitpid(-1, &status, 0);
    if (WEXITSTATUS(status) == 0) ++owners;
    ::close(gate[0]);
    ::close(held[0]);

    EXPECT_EQ(owners, 1);
    EXPECT_EQ(inUse, kProcesses - 1);
    EXPECT_EQ(strange, 0);
}

}  // namespace liaison
