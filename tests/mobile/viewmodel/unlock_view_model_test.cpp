// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/unlock_view_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include "tests/mobile/store/made_profile.h"
#include "tests/support/open_profile.h"

namespace liaison::test {

namespace {

using namespace std::chrono_literals;

constexpr const char* kWrong = "000000";

class Unlocking : public testing::Test {
protected:
    Unlocking()
    {
        add("1", "Claire Morel", kTestPin);
        add("2", "Nadia Benali", "une phrase assez longue");
    }

    void add(const char* name, const char* member, const char* pin)
    {
        JoiningProfile joining =
            need(JoiningProfile::begin(folder.path() / name, someInvite(member), pin));
        need(std::move(joining).complete(someAnswer(), Schema::care()));
    }

    /// What a program that is started now finds on the disk.
    AppSettings kept() const { return AppSettings::in(folder.path()); }

    TempFolder folder;
    FakeClock clock;
    HandClock hand{clock};
    DateWords words{hand};
    AppSettings settings;
    ProfileStore store{folder.path()};
};

}  // namespace

TEST_F(Unlocking, ShowsWhoIsOnThisPhoneWithoutOpeningAnything)
{
    UnlockViewModel unlock(store, settings, words, Schema::care());
    QAbstractItemModelTester tester(unlock.profiles(),
                                    QAbstractItemModelTester::FailureReportingMode::Fatal);

    ASSERT_EQ(unlock.profiles()->count(), 2);
    EXPECT_EQ(unlock.centre(), "CRT Les Tilleuls");
    EXPECT_EQ(unlock.profiles()->value(0, "name").toString(), "Claire");
    EXPECT_EQ(unlock.profiles()->value(0, "initials").toString(), "CM");
    EXPECT_EQ(unlock.profiles()->value(0, "role").toString(), "Infirmière");
    EXPECT_EQ(unlock.askText(), "Code de Claire");
    unlock.setCurrent(1);
    EXPECT_EQ(unlock.askText(), "Code de Nadia");
}

TEST_F(Unlocking, ShortensANameOfOneWordToOneLetter)
{
    add("3", "Responsable", kTestPin);

    UnlockViewModel unlock(store, settings, words, Schema::care());

    EXPECT_EQ(unlock.profiles()->value(2, "name").toString(), "Responsable");
    EXPECT_EQ(unlock.profiles()->value(2, "initials").toString(), "R");
}

TEST_F(Unlocking, OpensTheChosenProfileWithItsCodeAndRemembersHowLongTheCodeIs)
{
    UnlockViewModel unlock(store, settings, words, Schema::care());
    QSignalSpy opened(&unlock, &UnlockViewModel::opened);
    EXPECT_EQ(unlock.pinLength(), 0);

    unlock.open(kTestPin);

    ASSERT_EQ(opened.count(), 1);
    EXPECT_EQ(unlock.takeProfile().card().memberName, "Claire Morel");
    EXPECT_EQ(unlock.pinLength(), 6);
    EXPECT_EQ(kept().entrances["1"].pinLength, 6);
}

TEST_F(Unlocking, ShowsNoDotsForAPassphrase)
{
    UnlockViewModel unlock(store, settings, words, Schema::care());
    QSignalSpy opened(&unlock, &UnlockViewModel::opened);
    ASSERT_TRUE(unlock.choose("2"));

    unlock.open("une phrase assez longue");

    EXPECT_EQ(opened.count(), 1);
    EXPECT_EQ(unlock.pinLength(), 0);
}

TEST_F(Unlocking, SaysWhoseCodeItIsNotUntilSomethingElseIsTyped)
{
    UnlockViewModel unlock(store, settings, words, Schema::care());
    QSignalSpy opened(&unlock, &UnlockViewModel::opened);

    unlock.open(kWrong);

    EXPECT_EQ(opened.count(), 0);
    EXPECT_EQ(unlock.problem(), "Ce n’est pas le code de Claire. Essayez encore.");
    unlock.forgetProblem();
    EXPECT_EQ(unlock.problem(), "");
}

TEST_F(Unlocking, StaysClosedForAWhileAfterThreeWrongCodesEvenWhenStartedAgain)
{
    {
        UnlockViewModel unlock(store, settings, words, Schema::care());
        for (int i = 0; i < 3; ++i) {
            unlock.open(kWrong);
        }
        EXPECT_TRUE(unlock.problem().contains("5\u00a0min")) << unlock.problem().toStdString();
    }
    AppSettings restarted = kept();
    UnlockViewModel unlock(store, restarted, words, Schema::care());
    QSignalSpy opened(&unlock, &UnlockViewModel::opened);

    clock.advance(4min);
    unlock.open(kTestPin);
    EXPECT_EQ(opened.count(), 0);
    EXPECT_TRUE(unlock.problem().contains("1\u00a0min")) << unlock.problem().toStdString();

    clock.advance(1min);
    unlock.open(kTestPin);
    EXPECT_EQ(opened.count(), 1);
    EXPECT_EQ(kept().entrances["1"].failures, 0);
}

TEST_F(Unlocking, WaitsTwiceAsLongAfterEachFurtherWrongCode)
{
    UnlockViewModel unlock(store, settings, words, Schema::care());
    for (int i = 0; i < 3; ++i) {
        unlock.open(kWrong);
    }
    clock.advance(5min);

    unlock.open(kWrong);

    EXPECT_TRUE(unlock.problem().contains("10\u00a0min")) << unlock.problem().toStdString();
    EXPECT_EQ(settings.entrances["2"].failures, 0);
}

TEST_F(Unlocking, DoesNotCountATryThatFailedForAnotherReason)
{
    const Profile elsewhere = need(Profile::open(folder.path() / "1", kTestPin, Schema::care()));
    UnlockViewModel unlock(store, settings, words, Schema::care());

    for (int i = 0; i < 4; ++i) {
        unlock.open(kTestPin);
    }

    EXPECT_TRUE(unlock.problem().contains("déjà ouverte")) << unlock.problem().toStdString();
    EXPECT_EQ(kept().entrances["1"].failures, 0);
}

TEST_F(Unlocking, IsNotClosedForLongerByAClockThatWasAheadForAWhile)
{
    UnlockViewModel unlock(store, settings, words, Schema::care());
    QSignalSpy opened(&unlock, &UnlockViewModel::opened);
    clock.advance(24h * 365);
    for (int i = 0; i < 3; ++i) {
        unlock.open(kWrong);
    }

    clock.advance(-24h * 365);
    unlock.open(kTestPin);
    EXPECT_EQ(opened.count(), 0);
    clock.advance(5min);
    unlock.open(kTestPin);

    EXPECT_EQ(opened.count(), 1);
}

}  // namespace liaison::test
