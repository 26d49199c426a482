// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shared/sync/files_fixture.h"

namespace liaison::test {

namespace {

constexpr auto kDiskFull = static_cast<std::uint32_t>(ErrorCode::diskFull);

class FilesLimited : public FilesHandedOver {
protected:
    void limit(std::uint64_t bytes)
    {
        const auto kept = centre.ledger().setFilesLimit(bytes);
        ASSERT_TRUE(kept) << kept.error().detail;
    }

    std::uint64_t held() { return filesAtCentre().usage()->bytes; }

    StoredFile at(SmallPhone& phone, const std::string& bytes)
    {
        return (*files(phone).find(sha256(bytes))).value_or(StoredFile{});
    }

    /// A device past everything that the centre has to tell it.
    void hearAll(RawDevice& raw)
    {
        while (raw.hear().edits().remaining() != 0) {}
    }

    v1::FileHeld send(RawDevice& raw, const std::string& bytes, std::uint64_t from)
    {
        const std::string part = bytes.substr(from, kFileChunkBytesMax);
        EXPECT_TRUE(raw.say(raw.chunk(sha256(bytes), from, part)));
        return raw.hear().file_held();
    }
};

}  // namespace

TEST_F(FilesLimited, WaitOnTheirPhoneWhileTheCentreHasNoRoom)
{
    limit(100'000);
    attach(claire, photo_, small_);

    SmallLine line(claire, centre);
    ASSERT_TRUE(line.run());

    EXPECT_TRUE(has(filesAtCentre(), small_)) << "what fits is taken";
    EXPECT_FALSE((*filesAtCentre().find(sha256(photo_))).has_value());
    EXPECT_TRUE(has(files(claire), photo_));
    EXPECT_FALSE(at(claire, photo_).confirmedAt);
    EXPECT_EQ(at(claire, photo_).declined, ErrorCode::diskFull);
    EXPECT_FALSE(at(claire, small_).declined);
    EXPECT_TRUE(line.isSettled());
    const int passed = line.passed();
    line.deviceSession().lookForFiles();
    ASSERT_TRUE(line.run());
    EXPECT_EQ(line.passed(), passed) << "offered again in the same conversation";
}

TEST_F(FilesLimited, AreOfferedAgainInALaterConversationAndTakenWhenThereIsRoom)
{
    limit(100'000);
    attach(claire, photo_, small_);
    synchronise(claire, centre);
    synchronise(claire, centre);
    ASSERT_FALSE(has(filesAtCentre(), photo_));

    limit(photo_.size() + small_.size());
    synchronise(claire, centre);

    EXPECT_TRUE(has(filesAtCentre(), photo_));
    EXPECT_EQ(held(), centre.ledger().standing().filesBytesMax);
    EXPECT_TRUE(at(claire, photo_).confirmedAt);
    EXPECT_FALSE(at(claire, photo_).declined);
}

TEST_F(FilesLimited, HoldNoEditUpAndHideNothingThatTheCentreHas)
{
    attach(claire, photo_, small_);
    synchronise(claire, centre);
    limit(0);
    attach(aude, photo_, small_);
    const std::string second = madePicture(20'000, 3);
    attach(aude, second, {});
    const RecordId girard = aude.write(kPerson, person("Girard"));

    synchronise(aude, centre);

    EXPECT_EQ(shownAtCentre(girard).family_name(), "Girard");
    EXPECT_TRUE(at(aude, photo_).confirmedAt) << "what the centre has takes no room";
    EXPECT_EQ(at(aude, second).declined, ErrorCode::diskFull);
    fetch(nadia, photo_);
    EXPECT_TRUE(has(files(nadia), photo_));
}

TEST_F(FilesLimited, CountWhatHasComeOfThemAndNotWhatIsStillToCome)
{
    const std::string second = madePicture(60'000, 3);
    attach(claire, photo_, {});
    attach(claire, second, {});
    SmallLine line(claire, centre);
    ASSERT_TRUE(line.runAtMost(4));
    ASSERT_EQ(held(), 0u);
    limit(photo_.size() + second.size() - 1);
    RawDevice raw(claire, centre);
    hearAll(raw);

    EXPECT_EQ(raw.offer(sha256(photo_), photo_.size()).code(), 0u);
    EXPECT_EQ(send(raw, photo_, 0).held(), kFileChunkBytesMax);
    EXPECT_EQ(raw.offer(sha256(second), second.size()).code(), 0u);
    EXPECT_TRUE(send(raw, second, 0).complete());
    const v1::FileHeld declined = raw.offer(sha256(photo_), photo_.size());

    EXPECT_EQ(held(), kFileChunkBytesMax + second.size());
    EXPECT_EQ(declined.code(), kDiskFull);
    EXPECT_EQ(declined.held(), kFileChunkBytesMax) << "what came stays for another time";
    const auto tooMuch = raw.say(raw.chunk(sha256(photo_), kFileChunkBytesMax, "x"));
    EXPECT_EQ(tooMuch.error().code, ErrorCode::outOfPlace);
}

TEST_F(FilesLimited, EndWhereTheLimitIsReachedOnTheWay)
{
    attach(claire, photo_, {});
    SmallLine line(claire, centre);
    ASSERT_TRUE(line.runAtMost(4));
    RawDevice raw(claire, centre);
    hearAll(raw);
    EXPECT_EQ(raw.offer(sha256(photo_), photo_.size()).code(), 0u);
    EXPECT_EQ(send(raw, photo_, 0).code(), 0u);

    limit(2 * kFileChunkBytesMax - 1);
    EXPECT_EQ(send(raw, photo_, 0).code(), 0u) << "bytes that are here take no room";
    EXPECT_EQ(send(raw, photo_, kFileChunkBytesMax).code(), kDiskFull);

    EXPECT_EQ(held(), kFileChunkBytesMax);
    limit(photo_.size());
    synchronise(claire, centre);
    EXPECT_TRUE(has(filesAtCentre(), photo_));
}

TEST_F(FilesLimited, AreTakenUpToTwentyGibibytesUnlessSomebodySaysOtherwise)
{
    EXPECT_EQ(centre.ledger().standing().filesBytesMax, 20ULL * 1024 * 1024 * 1024);

    limit(12'345);
    centre.restart();

    EXPECT_EQ(centre.ledger().standing().filesBytesMax, 12'345u);
}

}  // namespace liaison::test
