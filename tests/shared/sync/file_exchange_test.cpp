// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/plant.h"
#include "tests/shared/sync/files_fixture.h"

namespace liaison::test {

namespace {

using namespace std::chrono_literals;

}  // namespace

TEST_F(FilesHandedOver, ReachTheCentreWholeAndOthersByTheirThumbnails)
{
    attach(claire, photo_, small_);

    synchronise(claire, centre);
    synchronise(aude, centre);

    EXPECT_TRUE(has(filesAtCentre(), photo_));
    EXPECT_TRUE(has(filesAtCentre(), small_));
    EXPECT_TRUE(files(claire).unconfirmed()->empty());
    EXPECT_TRUE(has(files(aude), small_));
    EXPECT_FALSE(has(files(aude), photo_));
    fetch(aude, photo_);
    EXPECT_TRUE(has(files(aude), photo_));
}

TEST_F(FilesHandedOver, GoOnWhereTheyWereCutWhateverMessageWasTheLast)
{
    attach(claire, photo_, small_);
    int lines = 0;
    for (; !has(filesAtCentre(), photo_) && lines < 100; ++lines) {
        const auto before = filesAtCentre().find(sha256(photo_));
        SmallLine line(claire, centre);
        ASSERT_TRUE(line.runAtMost(4 + lines));
        const auto after = filesAtCentre().find(sha256(photo_));
        if (*before) EXPECT_GE((*after)->held, (*before)->held);
    }
    EXPECT_GT(lines, 3);
    ASSERT_TRUE(files(aude).want({sha256(photo_), photo_.size(), "image/jpeg"}));
    for (lines = 0; !has(files(aude), photo_) && lines < 100; ++lines) {
        SmallLine line(aude, centre);
        ASSERT_TRUE(line.runAtMost(4 + lines));
    }
    EXPECT_GT(lines, 3);
    EXPECT_TRUE(has(files(aude), small_));
}

TEST_F(FilesHandedOver, GoOnAtAnyByteThatAnotherHasLeftOff)
{
    attach(claire, photo_, {});
    SmallLine line(claire, centre);
    ASSERT_TRUE(line.runAtMost(6));
    const FileReference file{sha256(photo_), photo_.size(), "image/jpeg"};
    ASSERT_TRUE(filesAtCentre().append(file, 0, photo_.substr(0, 77'777), clock.now));

    synchronise(claire, centre);

    EXPECT_TRUE(has(filesAtCentre(), photo_));
}

TEST_F(FilesHandedOver, AreKeptOnceForAllWhoNameThem)
{
    attach(claire, photo_, small_);
    attach(aude, photo_, small_);
    synchronise(claire, centre);

    SmallLine line(aude, centre);
    ASSERT_TRUE(line.run());

    EXPECT_EQ(filesAtCentre().usage()->files, 2u);
    EXPECT_LT(line.passed(), 12) << "what is there is not sent again";
    EXPECT_TRUE(files(aude).unconfirmed()->empty());
}

TEST_F(FilesHandedOver, ComeToWhoeverWaitsAsSoonAsTheyAreWhole)
{
    attach(claire, photo_, small_);
    SmallLine first(claire, centre);
    ASSERT_TRUE(first.runAtMost(5));
    ASSERT_FALSE(has(filesAtCentre(), small_));
    SmallLine waiting(aude, centre);
    ASSERT_TRUE(waiting.run());
    EXPECT_FALSE(has(files(aude), small_));
    EXPECT_TRUE(waiting.isSettled());

    synchronise(claire, centre);
    ASSERT_TRUE(waiting.run());

    EXPECT_TRUE(has(files(aude), small_));
}

TEST_F(FilesHandedOver, LetEditsGoFirst)
{
    attach(claire, photo_, small_);
    SmallLine line(claire, centre);
    ASSERT_TRUE(line.runAtMost(8));
    ASSERT_FALSE(has(filesAtCentre(), photo_));
    claire.write(kPerson, access("clé chez la voisine"), person_);

    auto next = line.deviceSession().next(clock.now);

    ASSERT_TRUE(next && *next);
    EXPECT_TRUE((*next)->has_push());
}

TEST_F(FilesHandedOver, AreTakenAndGivenOnlyWhereARecordOfTheViewNamesThem)
{
    attach(claire, photo_, small_);
    synchronise(claire, centre);
    const std::string foreign = madePicture(5'000, 3);
    RawDevice raw(nadia, centre);
    while (raw.hear().edits().remaining() != 0) {}

    const v1::FromCentre absent = raw.want(sha256(foreign));
    EXPECT_TRUE(absent.has_file_absent());
    EXPECT_FALSE(absent.file_absent().awaited());
    EXPECT_EQ(raw.want(sha256(small_)).file_chunk().bytes(), small_);
    EXPECT_EQ(raw.offer(sha256(foreign), foreign.size()).code(),
              static_cast<std::uint32_t>(ErrorCode::notFound));
    EXPECT_EQ(raw.offer(sha256(small_), small_.size() + 1).code(),
              static_cast<std::uint32_t>(ErrorCode::notFound));
    EXPECT_EQ(raw.say(raw.chunk(sha256(foreign), 0, foreign)).error().code, ErrorCode::outOfPlace);
    EXPECT_EQ(filesAtCentre().usage()->files, 2u);
}

TEST_F(FilesHandedOver, DoNotExistForThoseWhoseMemberHasNoRightAnyMore)
{
    attach(claire, photo_, small_);
    synchronise(claire, centre);
    synchronise(nadia, centre);
    RawDevice raw(nadia, centre);
    auto device = **centre.ledger().device(nadia.number());
    device.isRevoked = true;
    auto transaction = centre.ledger().ledger().begin();
    ASSERT_TRUE(centre.ledger().keepDevice(device));
    ASSERT_TRUE(centre.ledger().ledger().commit(*transaction));

    v1::FromDevice message;
    message.mutable_file_want()->set_sha256(sha256(photo_));
    ASSERT_TRUE(raw.say(message));

    SmallLine line(nadia, centre);
    EXPECT_FALSE(line.run());
    EXPECT_EQ(line.fault().code, ErrorCode::revoked);
}

TEST_F(FilesHandedOver, AreSentAgainWhenWhatCameWasNotWhatTheNameSays)
{
    attach(claire, photo_, {});
    SmallLine line(claire, centre);
    ASSERT_TRUE(line.runAtMost(6));
    RawDevice raw(nadia, centre);
    while (raw.hear().edits().remaining() != 0) {}
    std::uint64_t held = raw.offer(sha256(photo_), photo_.size()).held();
    while (held < photo_.size()) {
        const std::size_t count = std::min<std::size_t>(65'536, photo_.size() - held);
        ASSERT_TRUE(raw.say(raw.chunk(sha256(photo_), held, std::string(count, 'x'))));
        const v1::FileHeld answer = raw.hear().file_held();
        EXPECT_FALSE(answer.complete());
        if (answer.held() < held) break;
        held = answer.held();
    }
    EXPECT_FALSE(has(filesAtCentre(), photo_));

    synchronise(claire, centre);

    EXPECT_TRUE(has(filesAtCentre(), photo_));
}

TEST_F(FilesHandedOver, SurviveACorruptedBeginningAtTheCentre)
{
    attach(claire, photo_, {});
    SmallLine line(claire, centre);
    ASSERT_TRUE(line.runAtMost(6));
    const FileReference file{sha256(photo_), photo_.size(), "image/jpeg"};
    ASSERT_TRUE(filesAtCentre().append(
        file, (*filesAtCentre().find(file.sha256)).value_or(StoredFile{}).held,
        std::string(100, 'x'), clock.now));

    synchronise(claire, centre);

    EXPECT_TRUE(has(filesAtCentre(), photo_));
}

TEST_F(FilesHandedOver, OverItsLimitsEndTheConversation)
{
    attach(claire, photo_, {});
    SmallLine line(claire, centre);
    ASSERT_TRUE(line.runAtMost(6));
    RawDevice raw(claire, centre);

    raw.offer(sha256(photo_), photo_.size());
    const auto tooLarge = raw.say(raw.chunk(sha256(photo_), 0, std::string(65'537, 'x')));
    EXPECT_EQ(tooLarge.error().code, ErrorCode::tooLarge);
    v1::FromDevice want;
    want.mutable_file_want()->set_sha256("short");
    EXPECT_EQ(raw.say(want).error().code, ErrorCode::malformed);
    want.mutable_file_want()->set_sha256(sha256(photo_));
    for (int i = 0; i < 4; ++i)
        ASSERT_TRUE(raw.say(want));
    EXPECT_EQ(raw.say(want).error().code, ErrorCode::busy);
}

TEST_F(FilesHandedOver, AreOfferedAgainToACentreThatWentBack)
{
    synchroniseAll();
    centre.backUp();
    attach(claire, photo_, small_);
    synchronise(claire, centre);
    synchronise(aude, centre);
    ASSERT_TRUE(has(filesAtCentre(), photo_));

    centre.restore();
    std::filesystem::remove(folder.file("centre.files.db"));
    synchronise(aude, centre);
    EXPECT_TRUE(has(filesAtCentre(), small_)) << "from a phone that had only fetched it";
    EXPECT_FALSE(has(filesAtCentre(), photo_));
    synchronise(claire, centre);

    EXPECT_TRUE(has(filesAtCentre(), photo_));
}

TEST_F(FilesHandedOver, ComeBackWithTheEditsThatNameThemWhereverTheLineWasCut)
{
    synchroniseAll();
    for (int cut = 1; cut < 16; ++cut) {
        SCOPED_TRACE(cut);
        centre.backUp();
        aude.write(kPerson, person("Girard"));
        synchronise(aude, centre);
        const std::string photo = madePicture(3'000, 100 + static_cast<unsigned>(cut));
        attach(claire, photo, "");
        SmallLine(claire, centre).runAtMost(cut);

        centre.restore();
        synchronise(claire, centre);

        EXPECT_TRUE(has(filesAtCentre(), photo));
        synchronise(aude, centre);
        synchronise(claire, centre);
    }
}

TEST_F(FilesHandedOver, AreOfferedAgainWhenTheFilesAloneWentBack)
{
    attach(claire, madePicture(5'000, 3), "");
    synchroniseAll();
    centre.backUpFiles();
    attach(claire, photo_, small_);
    synchronise(claire, centre);
    synchronise(aude, centre);

    centre.restoreFiles();
    attach(aude, madePicture(6'000, 5), "");
    synchronise(aude, centre);
    EXPECT_TRUE(has(filesAtCentre(), small_)) << "from a phone that had only fetched it";
    synchronise(claire, centre);

    EXPECT_TRUE(has(filesAtCentre(), photo_));
}

TEST_F(FilesHandedOver, AreNotOfferedAgainForAMarkThatTheCentreNeverGave)
{
    attach(claire, photo_, small_);
    synchronise(claire, centre);
    const std::string identity = filesAtCentre().identity();

    std::string mark = *files(claire).centreMark();
    mark.back() ^= 1;
    ASSERT_TRUE(files(claire).keepCentreMark(mark));
    synchronise(claire, centre);

    EXPECT_EQ(filesAtCentre().identity(), identity);
}

TEST_F(FilesHandedOver, AreOfferedAgainWhenTheirPhoneNamesThemAnewAfterTheCentreRemovedThem)
{
    const RecordId record = attach(claire, photo_, {});
    synchronise(claire, centre);
    fetch(aude, photo_);
    v1::Attachment other;
    *other.mutable_content() = files(claire).put(madePicture(1'000, 4))->message();
    claire.write(kAttachment, other, record);
    synchronise(claire, centre);
    ASSERT_EQ(*centre.ledger().sweepFiles(clock.now), 0u);
    ASSERT_EQ(*centre.ledger().sweepFiles(clock.now + 31 * 24h), 1u);
    ASSERT_FALSE(has(filesAtCentre(), photo_));
    ASSERT_TRUE(has(files(aude), photo_));

    // Whoever names it may have it from the centre, and need not keep it once more to name it.
    v1::Attachment anew;
    anew.set_person(person_.bytes());
    anew.set_at(clock.now.time_since_epoch().count());
    *anew.mutable_content() = FileReference{sha256(photo_), photo_.size(), "image/jpeg"}.message();
    aude.write(kAttachment, anew);
    synchronise(aude, centre);

    EXPECT_TRUE(has(filesAtCentre(), photo_));
    fetch(nadia, photo_);
    EXPECT_TRUE(has(files(nadia), photo_));
}

TEST_F(FilesHandedOver, AreFetchedForARecordThatThePhoneLostAndGotBack)
{
    synchronise(claire, centre);
    synchronise(aude, centre);
    const RecordId lost = attach(claire, photo_, small_);
    attach(claire, madePicture(9'000, 5), madePicture(900, 6));
    synchronise(claire, centre);
    SmallLine first(aude, centre);
    while (aude.ledger().ledger().fileNames().all()->size() < 4) {
        ASSERT_TRUE(first.runAtMost(1));
    }
    ASSERT_FALSE(has(files(aude), small_));
    const std::string loss = "DELETE FROM record WHERE id = x'" + toHex(lost.bytes()) + "'";
    ASSERT_TRUE(aude.ledger().ledger().database().execute(loss));
    SmallLine line(aude, centre);
    ASSERT_TRUE(line.run());
    ASSERT_FALSE(has(files(aude), small_));

    clock.advance(Comparison::kEvery);
    ASSERT_TRUE(line.run());

    EXPECT_EQ(aude.digest(), centre.digest(v1::ROLE_NURSE));
    EXPECT_TRUE(has(files(aude), small_));
}

TEST_F(FilesHandedOver, LeaveTheCentreAMonthAfterTheLastNameAndNotTheOthers)
{
    const RecordId record = attach(claire, photo_, small_);
    synchronise(claire, centre);
    v1::Attachment other;
    const std::string second = madePicture(1'000, 4);
    *other.mutable_content() = files(claire).put(second)->message();
    claire.write(kAttachment, other, record);
    synchronise(claire, centre);

    EXPECT_EQ(*centre.ledger().sweepFiles(clock.now), 0u);
    EXPECT_EQ(*centre.ledger().sweepFiles(clock.now + 29 * 24h), 0u);
    EXPECT_EQ(*centre.ledger().sweepFiles(clock.now + 31 * 24h), 1u);

    EXPECT_FALSE(has(filesAtCentre(), photo_));
    EXPECT_TRUE(has(filesAtCentre(), small_));
    EXPECT_TRUE(has(filesAtCentre(), second));
}

}  // namespace liaison::test
