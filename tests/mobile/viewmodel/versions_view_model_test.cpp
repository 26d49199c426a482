// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/versions_view_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include "liaison/v1/care.pb.h"
#include "tests/support/open_profile.h"

namespace liaison::test {

namespace {

using namespace std::chrono_literals;

/// Two members who write about M. Castang's home without seeing each other.
class Versions : public testing::Test {
protected:
    Versions()
    {
        v1::Person andre;
        andre.set_civility("M");
        andre.set_given_name("André");
        andre.set_family_name("Castang");
        andre.mutable_address()->set_city("Lalinde");
        andre.set_access("2e étage gauche, code 45A10");
        castang = supervisor.write(person.number, andre);
        supervisor.synchronise();
        nurse.synchronise();
        aide.synchronise();
    }

    void writeAccess(OpenProfile& who, const char* words)
    {
        clock.advance(5min);
        v1::Person patch;
        patch.set_access(words);
        who.write(person.number, patch, castang);
    }

    void disagree()
    {
        writeAccess(aide, "2e étage gauche, code 47B21, interphone en panne");
        writeAccess(nurse, "2e étage gauche, code 47B12, clé chez la voisine");
        aide.synchronise();
        nurse.synchronise();
        aide.synchronise();
    }

    std::string accessOn(OpenProfile& who)
    {
        return who.workplace().shown<v1::Person>(castang).access();
    }

    bool isDisputed(OpenProfile& who)
    {
        return !who.workplace().reading(castang, person.number).disputed().empty();
    }

    TempFolder folder;
    FakeClock clock;
    const Schema& schema = Schema::care();
    const KindSchema& person = *schema.kind("Person");
    const std::uint32_t access = person.field("access")->number;
    SmallCentre centre{folder, clock, schema};
    OpenProfile supervisor{folder, "Garrigue", centre, v1::ROLE_SUPERVISOR, schema};
    OpenProfile nurse{folder, "Morel", centre, v1::ROLE_NURSE, schema};
    OpenProfile aide{folder, "Benali", centre, v1::ROLE_AIDE, schema};
    RecordId castang;
};

}  // namespace

TEST_F(Versions, ShowBothWithTheirAuthorsAndWhatStoodBefore)
{
    disagree();

    VersionsViewModel model(nurse.workplace(), castang, access);
    QAbstractItemModelTester tester(model.versions());

    EXPECT_EQ(model.field(), "Accès au logement");
    EXPECT_TRUE(model.subject().endsWith("Castang, Lalinde"));
    ASSERT_EQ(model.versions()->count(), 2);
    EXPECT_EQ(model.versions()->value(0, "who").toString(), "Vous");
    EXPECT_EQ(model.versions()->value(0, "actionText").toString(), "Garder ma version");
    EXPECT_EQ(model.versions()->value(0, "marked").toString(),
              "2e étage gauche, code <b>47B12</b>, <b>clé chez la voisine</b>");
    EXPECT_TRUE(model.versions()->value(1, "who").toString().contains("Benali"));
    EXPECT_EQ(model.versions()->value(1, "stateIcon").toString(), "done_all");
    EXPECT_EQ(model.beforeText(), "2e étage gauche, code 45A10");
    EXPECT_TRUE(model.beforeAuthor().contains("Garrigue"));
    EXPECT_TRUE(model.isEditable());
    EXPECT_TRUE(model.isMergeable());
    EXPECT_EQ(model.stepText(), "");
}

TEST_F(Versions, AreSettledForEverybodyByTheOneThatIsKept)
{
    disagree();
    VersionsViewModel model(nurse.workplace(), castang, access);
    QSignalSpy closed(&nurse.workplace(), &Workplace::closeAsked);

    model.keep(1);
    nurse.synchronise();
    aide.synchronise();

    EXPECT_EQ(closed.count(), 1);
    EXPECT_FALSE(isDisputed(nurse));
    EXPECT_FALSE(isDisputed(aide));
    EXPECT_EQ(accessOn(nurse), "2e étage gauche, code 47B21, interphone en panne");
    EXPECT_EQ(accessOn(aide), accessOn(nurse));
}

TEST_F(Versions, AreJoinedInTheSameOrderByWhoeverKeepsBoth)
{
    disagree();
    VersionsViewModel nurses(nurse.workplace(), castang, access);
    VersionsViewModel aides(aide.workplace(), castang, access);

    nurses.keepAll();
    aides.keepAll();
    nurse.synchronise();
    aide.synchronise();
    nurse.synchronise();

    EXPECT_FALSE(isDisputed(nurse));
    EXPECT_FALSE(isDisputed(aide));
    EXPECT_EQ(accessOn(nurse),
              "2e étage gauche, code 47B21, interphone en panne\n"
              "2e étage gauche, code 47B12, clé chez la voisine");
}

TEST_F(Versions, StayWhenTheChoiceIsLeftForLater)
{
    disagree();
    VersionsViewModel model(nurse.workplace(), castang, access);
    QSignalSpy closed(&nurse.workplace(), &Workplace::closeAsked);

    model.later();

    EXPECT_EQ(closed.count(), 1);
    EXPECT_TRUE(isDisputed(nurse));
    EXPECT_EQ(*nurse.ledger().waiting(), 0u);
}

TEST_F(Versions, LeadFromOneFieldToTheNext)
{
    v1::Person diet;
    diet.set_diet("Sans sel");
    nurse.write(person.number, diet, castang);
    diet.set_diet("Mixé");
    supervisor.write(person.number, diet, castang);
    supervisor.synchronise();
    disagree();
    VersionsViewModel model(nurse.workplace(), castang, access);
    QSignalSpy closed(&nurse.workplace(), &Workplace::closeAsked);
    EXPECT_EQ(model.stepText(), "1 sur 2");

    model.keep(0);

    EXPECT_EQ(closed.count(), 0);
    EXPECT_EQ(model.field(), "Régime et textures");
    EXPECT_EQ(model.stepText(), "2 sur 2");
    model.keep(0);
    EXPECT_EQ(closed.count(), 1);
    EXPECT_FALSE(isDisputed(nurse));
}

TEST_F(Versions, AreShownButNotSettledByWhoMayNotWriteTheField)
{
    v1::Person diet;
    diet.set_diet("Sans sel");
    nurse.write(person.number, diet, castang);
    diet.set_diet("Mixé");
    supervisor.write(person.number, diet, castang);
    nurse.synchronise();
    supervisor.synchronise();
    aide.synchronise();

    VersionsViewModel model(aide.workplace(), castang, person.field("diet")->number);
    model.keep(0);
    model.keepAll();

    EXPECT_EQ(model.versions()->count(), 2);
    EXPECT_FALSE(model.isEditable());
    EXPECT_TRUE(isDisputed(aide));
    EXPECT_EQ(*aide.ledger().waiting(), 0u);
}

TEST_F(Versions, FollowWhatOthersSettleMeanwhile)
{
    disagree();
    VersionsViewModel model(aide.workplace(), castang, access);
    ASSERT_EQ(model.versions()->count(), 2);

    VersionsViewModel(nurse.workplace(), castang, access).keep(0);
    nurse.synchronise();
    aide.synchronise();

    EXPECT_EQ(model.versions()->count(), 1);
    EXPECT_FALSE(model.isEditable());
    EXPECT_EQ(model.explanation(), "Ce champ n’a plus qu’une version.");
}

}  // namespace liaison::test
