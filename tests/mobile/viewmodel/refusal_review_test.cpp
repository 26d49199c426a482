// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/refusal_review.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

#include "liaison/v1/care.pb.h"
#include "mobile/viewmodel/to_handle_view_model.h"
#include "tests/support/open_profile.h"

namespace liaison::test {

namespace {

/// An edit of the aide that the centre refused, and the supervisor's phone that heard of it.
class ReviewOfRefusals : public testing::Test {
protected:
    ReviewOfRefusals()
    {
        // Before its first contact a phone does not know what its role may write.
        v1::Person written;
        written.set_given_name("Odette");
        written.set_family_name("Marsac");
        written.set_gir(3);
        marsac = aide.write(person.number, written);
        aide.synchronise();
        supervisor.synchronise();
    }

    std::uint64_t saves() { return supervisor.ledger().standing().lastN; }

    TempFolder folder;
    FakeClock clock;
    const Schema& schema = Schema::care();
    const KindSchema& person = *schema.kind("Person");
    SmallCentre centre{folder, clock, schema};
    OpenProfile supervisor{folder, "Garrigue", centre, v1::ROLE_SUPERVISOR, schema};
    OpenProfile nurse{folder, "Morel", centre, v1::ROLE_NURSE, schema};
    OpenProfile aide{folder, "Benali", centre, v1::ROLE_AIDE, schema};
    RecordId marsac;
};

}  // namespace

TEST_F(ReviewOfRefusals, SaysWhoWroteWhatAndOffersToTakeItOver)
{
    ToHandleViewModel model(supervisor.workplace());
    QAbstractItemModelTester tester(model.items());

    ASSERT_EQ(model.count(), 1);
    EXPECT_TRUE(model.items()->value(0, "what").toString().startsWith("Refusé à "));
    EXPECT_TRUE(model.items()->value(0, "what").toString().contains("Benali"));
    EXPECT_EQ(model.items()->value(0, "actionText").toString(), "Reprendre");
    EXPECT_EQ(model.items()->value(0, "leaveText").toString(), "Laisser");
    const QString words = model.items()->value(0, "words").toString();
    EXPECT_TRUE(words.contains("son rôle")) << words.toStdString();
    EXPECT_TRUE(words.contains("Marsac")) << words.toStdString();
    nurse.synchronise();
    EXPECT_EQ(ToHandleViewModel(nurse.workplace()).count(), 0);
}

TEST_F(ReviewOfRefusals, WritesNothingAsLongAsItCanBeTakenBack)
{
    ToHandleViewModel model(supervisor.workplace());
    const std::uint64_t before = saves();

    model.handle(0);
    EXPECT_EQ(model.count(), 0);
    EXPECT_EQ(model.undoText(), "Vous reprenez cette modification");
    model.undo();

    EXPECT_EQ(model.count(), 1);
    EXPECT_EQ(model.undoText(), "");
    EXPECT_EQ(saves(), before);
}

TEST_F(ReviewOfRefusals, SavesWhatWasTakenOverWhenTheApplicationMayBeStopped)
{
    ToHandleViewModel model(supervisor.workplace());
    const std::uint64_t before = saves();

    model.handle(0);
    Q_EMIT supervisor.workplace().keepAsked();

    EXPECT_EQ(saves(), before + 1);
    EXPECT_EQ(model.undoText(), "");
    EXPECT_EQ(model.problem(), "");
    EXPECT_EQ(model.count(), 0);
    EXPECT_EQ(supervisor.workplace().personName(marsac), "Odette Marsac");
}

TEST_F(ReviewOfRefusals, SavesWhatWasTakenOverWhenTheProfileIsClosed)
{
    const std::uint64_t before = saves();
    {
        ToHandleViewModel model(supervisor.workplace());
        model.handle(0);
    }

    EXPECT_EQ(saves(), before + 1);
}

TEST_F(ReviewOfRefusals, TellsItsAuthorWhoTookItOver)
{
    {
        ToHandleViewModel model(supervisor.workplace());
        model.handle(0);
    }
    supervisor.synchronise();
    aide.synchronise();
    ToHandleViewModel model(aide.workplace());

    ASSERT_EQ(model.count(), 1);
    EXPECT_EQ(model.items()->value(0, "what").toString(), "Modification reprise");
    EXPECT_TRUE(model.items()->value(0, "words").toString().contains("Garrigue"));
    EXPECT_TRUE(aide.workplace().whereabouts(marsac).text.startsWith("Reçu par le centre"));
}

TEST_F(ReviewOfRefusals, LeavesARefusedEditOnThisPhoneForGood)
{
    const std::uint64_t before = saves();
    {
        ToHandleViewModel model(supervisor.workplace());
        model.leave(0);
        EXPECT_EQ(model.undoText(), "Modification laissée de côté");
    }

    EXPECT_EQ(ToHandleViewModel(supervisor.workplace()).count(), 0);
    EXPECT_EQ(saves(), before);
}

}  // namespace liaison::test
