// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/join_view_model.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include "tests/mobile/store/made_profile.h"
#include "tests/support/open_profile.h"

namespace liaison::test {

namespace {

using namespace std::chrono_literals;

class Joining : public testing::Test {
protected:
    Joining()
    {
        invite.addresses = {"127.0.0.1:1"};
        invite.expiresAt =
            Instant(std::chrono::floor<std::chrono::seconds>(clock.now + 8h).time_since_epoch());
        code = QString::fromStdString(need(invite.encode()));
    }

    /// Types the code and, twice, the PIN.
    void enter(JoinViewModel& join, const QString& pin, const QString& again)
    {
        join.setCode(code);
        join.proceed();
        join.setPin(pin);
        join.setPinAgain(again);
        join.proceed();
    }

    /// Nobody listens at the address of the invite, which the system says at once.
    void untilRefused(JoinViewModel& join)
    {
        QSignalSpy changed(&join, &JoinViewModel::changed);
        while (join.problem().isEmpty() && changed.wait(20'000)) {}
    }

    TempFolder folder;
    FakeClock clock;
    HandClock hand{clock};
    DateWords words{hand};
    ProfileStore store{folder.path()};
    Invite invite = someInvite("Thomas Roche");
    QString code;
};

}  // namespace

TEST_F(Joining, ReadsTheInvitationBeforeTheNetworkIsUsed)
{
    JoinViewModel join(store, words, Schema::care(), false);
    ASSERT_FALSE(join.mayProceed());

    join.setCode("  " + code.left(40) + "\n" + code.mid(40));

    EXPECT_EQ(join.centre(), "CRT Les Tilleuls");
    EXPECT_EQ(join.invitation(),
              "Invitation pour Thomas Roche, rôle infirmier, valable jusqu’à aujourd’hui 18:00.");
    EXPECT_TRUE(join.mayProceed());
    EXPECT_FALSE(join.mayGoBack());
    EXPECT_EQ(join.actionText(), "Choisir mon code secret");
}

TEST_F(Joining, StaysAtACodeThatWasCut)
{
    JoinViewModel join(store, words, Schema::care(), false);

    join.setCode(code.chopped(1));
    join.proceed();

    EXPECT_EQ(join.step(), 0);
    EXPECT_EQ(join.centre(), "");
    EXPECT_TRUE(join.problem().contains("incomplet"));
    join.setCode(code);
    EXPECT_EQ(join.problem(), "");
}

TEST_F(Joining, AsksForASecretThatIsLongEnoughAndTwiceTheSame)
{
    JoinViewModel join(store, words, Schema::care(), false);

    enter(join, "12345", "12345");
    EXPECT_EQ(join.step(), 1);
    EXPECT_TRUE(join.problem().contains("six chiffres"));
    join.setPin("271828");
    EXPECT_EQ(join.problem(), "");
    join.setPinAgain("271829");
    join.proceed();

    EXPECT_EQ(join.step(), 1);
    EXPECT_TRUE(join.problem().contains("pas pareils"));
    EXPECT_TRUE(need(store.profiles()).empty());
}

TEST_F(Joining, GoesOnWhereItWasBrokenOffWhenTheCentreCannotBeReached)
{
    JoinViewModel join(store, words, Schema::care(), false);
    enter(join, kTestPin, kTestPin);
    EXPECT_EQ(join.step(), 2);

    untilRefused(join);

    EXPECT_EQ(join.problem(), "Le centre est injoignable.");
    EXPECT_NE(join.advice(), "");
    EXPECT_EQ(join.actionText(), "Réessayer");
    EXPECT_TRUE(need(store.profiles()).empty());
    const auto begun = need(store.folderFor(invite));
    ASSERT_TRUE(std::filesystem::exists(begun));
    join.proceed();
    EXPECT_EQ(join.problem(), "");
    untilRefused(join);
    EXPECT_EQ(need(store.folderFor(invite)), begun);
}

TEST_F(Joining, GoesBackStepByStepAndOutToTheProfilesOfThisPhone)
{
    JoinViewModel join(store, words, Schema::care(), true);
    QSignalSpy left(&join, &JoinViewModel::left);
    enter(join, kTestPin, kTestPin);
    EXPECT_FALSE(join.mayGoBack());
    untilRefused(join);

    join.goBack();
    EXPECT_EQ(join.step(), 1);
    EXPECT_EQ(join.problem(), "");
    join.goBack();
    EXPECT_EQ(join.step(), 0);
    EXPECT_EQ(left.count(), 0);
    join.goBack();

    EXPECT_EQ(left.count(), 1);
}

}  // namespace liaison::test
