// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/file_store.h"

#include <gtest/gtest.h>

#include <map>

#include "shared/base/sha256.h"
#include "tests/support/made_file.h"
#include "tests/support/temp_folder.h"

namespace liaison {

namespace {

using namespace std::chrono_literals;

constexpr Instant kNow{std::chrono::milliseconds(1'789'372'800'000)};

class FileStores : public testing::Test {
protected:
    FileStores() { restart(); }

    void restart()
    {
        store.reset();
        auto opened = FileStore::open(folder.file("files.db"), key);
        ASSERT_TRUE(opened) << opened.error().detail;
        store.emplace(*std::move(opened));
    }

    FileReference referenceTo(const std::string& bytes)
    {
        return {sha256(bytes), bytes.size(), "image/jpeg"};
    }

    FileProgress add(const FileReference& file, std::uint64_t offset, std::string_view bytes)
    {
        const auto progress = store->append(file, offset, bytes, kNow);
        EXPECT_TRUE(progress) << progress.error().detail;
        return progress ? *progress : FileProgress{};
    }

    std::uint64_t sweep(bool isNamed, Instant now)
    {
        const auto removed = store->sweep([=](const std::string&) { return isNamed; }, now);
        EXPECT_TRUE(removed);
        return *removed;
    }

    bool isHere(const FileReference& file) { return store->find(file.sha256)->has_value(); }

    TempFolder folder;
    StoreKey key = StoreKey::make();
    std::optional<FileStore> store;
};

}  // namespace

TEST_F(FileStores, KeepAFileOnceWhoeverBringsIt)
{
    const std::string bytes = madePicture(200'000, 1);

    const auto first = store->put(bytes);
    const auto second = store->put(bytes);
    restart();

    ASSERT_TRUE(first && second);
    EXPECT_EQ(*first, *second);
    EXPECT_EQ(*first, referenceTo(bytes));
    EXPECT_EQ(*store->whole(first->sha256), bytes);
    EXPECT_EQ(store->usage()->files, 1u);
    EXPECT_EQ(store->usage()->bytes, bytes.size());
}

TEST_F(FileStores, RefuseWhatIsEmptyTooLargeOrOfAnotherFormat)
{
    EXPECT_EQ(store->put("").error().code, ErrorCode::empty);
    EXPECT_EQ(store->put("#!/bin/sh").error().code, ErrorCode::outOfRange);
    EXPECT_EQ(store->put(madePicture(kFileBytesMax + 1, 1)).error().code, ErrorCode::tooLarge);
    EXPECT_TRUE(store->put("%PDF-1.7"));
}

TEST_F(FileStores, GoOnAtAnyByteAfterARestart)
{
    const std::string bytes = madePicture(3'000, 2);
    const FileReference file = referenceTo(bytes);
    Dice dice(3);
    std::size_t resumptions = 0;

    std::uint64_t held = 0;
    while (held < bytes.size()) {
        const FileProgress progress =
            add(file, held, std::string_view(bytes).substr(held, dice.between(1, 700)));
        EXPECT_GT(progress.held, held);
        held = progress.held;
        if (held == bytes.size()) break;
        EXPECT_FALSE(progress.isComplete);
        restart();
        EXPECT_EQ((*store->find(file.sha256))->held, held);
        EXPECT_EQ(store->whole(file.sha256).error().code, ErrorCode::notFound);
        ++resumptions;
    }

    EXPECT_GT(resumptions, 3u);
    EXPECT_EQ(*store->whole(file.sha256), bytes);
    EXPECT_EQ(*store->read(file.sha256, 2'345, 100), bytes.substr(2'345, 100));
    EXPECT_EQ(*store->read(file.sha256, 2'990, 100), bytes.substr(2'990));
}

TEST_F(FileStores, TakeNothingTwiceAndNothingBehindAGap)
{
    const std::string bytes = madePicture(1'000, 4);
    const FileReference file = referenceTo(bytes);
    add(file, 0, bytes.substr(0, 400));

    EXPECT_EQ(add(file, 0, bytes.substr(0, 400)).held, 400u);
    EXPECT_EQ(add(file, 500, bytes.substr(500)).held, 400u);
    EXPECT_EQ(store->append(file, 900, bytes, kNow).error().code, ErrorCode::tooLarge);
    const FileProgress whole = add(file, 300, bytes.substr(300));

    EXPECT_TRUE(whole.isComplete);
    EXPECT_EQ(*store->whole(file.sha256), bytes);
}

TEST_F(FileStores, DiscardBytesThatDoNotAddUpToTheNameAndTakeTheRightOnesAfterwards)
{
    const std::string bytes = madePicture(1'000, 5);
    const FileReference file = referenceTo(bytes);
    std::string wrong = bytes;
    wrong[500] = static_cast<char>(wrong[500] ^ 1);

    const FileProgress mismatch = add(file, 0, wrong);

    EXPECT_TRUE(mismatch.isMismatch);
    EXPECT_FALSE(mismatch.isComplete);
    EXPECT_EQ(mismatch.held, 0u);
    EXPECT_EQ(store->usage()->bytes, 0u);
    EXPECT_TRUE(add(file, 0, bytes).isComplete);
    EXPECT_EQ(*store->whole(file.sha256), bytes);
}

TEST_F(FileStores, BeginAnewWhenAFileWasToHaveAnotherSize)
{
    const std::string bytes = madePicture(1'000, 6);
    FileReference lie = referenceTo(bytes);
    lie.size = 5'000;
    add(lie, 0, std::string(900, 'x'));

    EXPECT_TRUE(add(referenceTo(bytes), 0, bytes).isComplete);
    EXPECT_TRUE(add(lie, 0, std::string(900, 'x')).isComplete);
    EXPECT_EQ(*store->whole(lie.sha256), bytes);
}

TEST_F(FileStores, KnowWhatTheCentreHasUntilItIsAnotherOne)
{
    const FileReference file = *store->put(madePicture(500, 7));
    ASSERT_TRUE(store->meetCentre("A"));
    EXPECT_EQ(store->unconfirmed()->size(), 1u);
    ASSERT_TRUE(store->confirm(file.sha256, "mark", kNow));
    EXPECT_FALSE(*store->meetCentre("A"));
    EXPECT_TRUE(store->unconfirmed()->empty());

    EXPECT_TRUE(*store->meetCentre("B"));

    EXPECT_EQ(store->unconfirmed()->size(), 1u);
}

TEST_F(FileStores, RemoveWhatNobodyHasNamedForAMonthAndNotADayEarlier)
{
    const std::string bytes = madePicture(500, 8);
    const FileReference file = referenceTo(bytes);
    add(file, 0, bytes);

    EXPECT_EQ(sweep(false, kNow), 0u);
    EXPECT_EQ(sweep(false, kNow + 29 * 24h), 0u);
    EXPECT_EQ(sweep(true, kNow + 31 * 24h), 0u);
    EXPECT_EQ(sweep(false, kNow + 32 * 24h), 0u);
    EXPECT_EQ(sweep(false, kNow + 61 * 24h), 0u);
    EXPECT_TRUE(isHere(file));
    EXPECT_EQ(sweep(false, kNow + 62 * 24h), 1u);

    EXPECT_FALSE(isHere(file));
    EXPECT_EQ(store->usage()->bytes, 0u);
}

TEST_F(FileStores, NeverRemoveWhatTheCentreIsNotKnownToHave)
{
    const FileReference file = *store->put(madePicture(500, 9));

    EXPECT_EQ(sweep(false, kNow), 0u);
    EXPECT_EQ(sweep(false, kNow + 400 * 24h), 0u);

    EXPECT_TRUE(isHere(file));
}

TEST_F(FileStores, SweepOnceADayAlsoAfterTheClockWentBack)
{
    int asked = 0;
    const auto isNamed = [&](const std::string&) {
        ++asked;
        return true;
    };
    ASSERT_TRUE(store->put(madePicture(500, 10)));

    ASSERT_TRUE(store->sweepDaily(isNamed, kNow));
    ASSERT_TRUE(store->sweepDaily(isNamed, kNow + 23h));
    EXPECT_EQ(asked, 1);
    ASSERT_TRUE(store->sweepDaily(isNamed, kNow + 25h));
    ASSERT_TRUE(store->sweepDaily(isNamed, kNow));
    EXPECT_EQ(asked, 3);
}

TEST_F(FileStores, HaveRoomForWhatStaysWithinALimitTogether)
{
    const std::string bytes = madePicture(1'000, 11);
    const FileReference file = referenceTo(bytes);
    const FileReference other = referenceTo(madePicture(700, 12));
    add(file, 0, bytes.substr(0, 400));

    EXPECT_TRUE(*store->hasRoomFor(file, 400, 0)) << "it is here";
    EXPECT_TRUE(*store->hasRoomFor(file, 1'000, 1'000));
    EXPECT_FALSE(*store->hasRoomFor(file, 1'000, 999));
    EXPECT_FALSE(*store->hasRoomFor(file, 401, 400));
    EXPECT_TRUE(*store->hasRoomFor(other, 700, 1'100));
    EXPECT_FALSE(*store->hasRoomFor(other, 700, 1'099));
    EXPECT_TRUE(*store->hasRoomFor(other, 100, 500));
    FileReference lie = file;
    lie.size = 500;
    EXPECT_TRUE(*store->hasRoomFor(lie, 500, 500)) << "it would be begun anew";
    EXPECT_FALSE(*store->hasRoomFor(lie, 500, 499));
    add(file, 400, bytes.substr(400));
    EXPECT_TRUE(*store->hasRoomFor(file, 1'000, 0));
    EXPECT_TRUE(*store->hasRoomFor(lie, 500, 0)) << "the whole file stays what it is";
}

TEST_F(FileStores, CountWhatTheyHoldWhateverHappensToTheirFiles)
{
    constexpr std::uint64_t kSeed = 13;
    SCOPED_TRACE(kSeed);
    Dice dice(kSeed);
    const FileReference probe = referenceTo(madePicture(1'000, 99));
    std::map<std::string, int> happened;
    Instant now = kNow;
    for (int step = 0; step < 300; ++step) {
        const std::string bytes = madePicture(200 + 100 * dice.below(3), dice.below(4));
        FileReference file = referenceTo(bytes);
        const auto known = *store->find(file.sha256);
        const bool isSame = known && known->reference.size == file.size;
        const std::uint64_t from = isSame ? known->held : 0;
        switch (dice.below(8)) {
            case 0:
                ASSERT_TRUE(store->put(bytes));
                ASSERT_TRUE(store->confirm(file.sha256, "", now));
                break;
            case 1:
                happened["begun anew"] += isSame && !known->isComplete;
                file.size += 1;
                add(file, 0, std::string(50, 'x'));
                break;
            case 2:
                if (!isSame || known->isComplete) break;
                EXPECT_TRUE(add(file, from, std::string(file.size - from, 'x')).isMismatch);
                ++happened["discarded"];
                break;
            case 3:
                now += 31 * 24h;
                happened["swept"] += static_cast<int>(sweep(dice.oneIn(2), now));
                break;
            default:
                if (from < bytes.size()) add(file, from, std::string_view(bytes).substr(from, 90));
                happened["went on"] += from > 0 && from < bytes.size();
        }
        const std::uint64_t held = store->usage()->bytes;
        ASSERT_TRUE(*store->hasRoomFor(probe, 1'000, held + 1'000)) << "step " << step;
        ASSERT_FALSE(*store->hasRoomFor(probe, 1'000, held + 999)) << "step " << step;
    }
    for (const char* what : {"begun anew", "discarded", "swept", "went on"})
        EXPECT_GT(happened[what], 0) << what;
}

TEST_F(FileStores, RememberWhyTheCentreDidNotTakeAFileUntilItsNextBetterWord)
{
    const FileReference file = *store->put(madePicture(500, 14));
    const auto declined = [&] { return (*store->find(file.sha256))->declined; };
    const auto decline = [&] {
        ASSERT_TRUE(store->noteDeclined(file.sha256, ErrorCode::diskFull));
        restart();
        ASSERT_EQ(declined(), ErrorCode::diskFull);
    };

    decline();
    ASSERT_TRUE(store->noteGiven(file.sha256, 100));
    EXPECT_FALSE(declined());
    decline();
    ASSERT_TRUE(store->meetCentre("B"));
    EXPECT_FALSE(declined());
    decline();
    ASSERT_TRUE(store->confirm(file.sha256, "mark", kNow));
    EXPECT_FALSE(declined());
}

}  // namespace liaison
