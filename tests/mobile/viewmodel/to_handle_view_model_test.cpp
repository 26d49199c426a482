// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/to_handle_view_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include "liaison/v1/care.pb.h"
#include "mobile/viewmodel/record_form.h"
#include "tests/support/open_profile.h"

namespace liaison::test {

namespace {

using namespace std::chrono_literals;

class ToHandle : public testing::Test {
protected:
    ToHandle()
    {
        v1::Person simone;
        simone.set_given_name("Simone");
        simone.set_family_name("Rouchon");
        simone.set_access("code 45A10");
        rouchon = supervisor.write(person.number, simone);
        supervisor.synchronise();
    }

    void writeAccess(OpenProfile& who, const char* words)
    {
        v1::Person patch;
        patch.set_access(words);
        who.write(person.number, patch, rouchon);
    }

    TempFolder folder;
    FakeClock clock;
    const Schema& schema = Schema::care();
    const KindSchema& person = *schema.kind("Person");
    SmallCentre centre{folder, clock, schema};
    OpenProfile supervisor{folder, "Garrigue", centre, v1::ROLE_SUPERVISOR, schema};
    OpenProfile nurse{folder, "Morel", centre, v1::ROLE_NURSE, schema};
    OpenProfile aide{folder, "Benali", centre, v1::ROLE_AIDE, schema};
    RecordId rouchon;
};

}  // namespace

TEST_F(ToHandle, IsEmptyWhenNothingNeedsAPerson)
{
    nurse.synchronise();

    ToHandleViewModel model(nurse.workplace());

    EXPECT_EQ(model.count(), 0);
}

TEST_F(ToHandle, NamesAFieldInTwoVersionsAndOpensThem)
{
    nurse.synchronise();
    aide.synchronise();
    ToHandleViewModel model(nurse.workplace());
    QAbstractItemModelTester tester(model.items());
    QSignalSpy asked(&nurse.workplace(), &Workplace::versionsAsked);

    writeAccess(aide, "code 47B21");
    writeAccess(nurse, "code 47B12");
    aide.synchronise();
    nurse.synchronise();

    ASSERT_EQ(model.count(), 1);
    EXPECT_EQ(model.items()->value(0, "what").toString(), "Deux versions");
    EXPECT_EQ(model.items()->value(0, "person").toString(), "Simone Rouchon");
    EXPECT_TRUE(model.items()->value(0, "words").toString().startsWith("Accès au logement"));
    model.handle(0);
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked.front().at(1).toUInt(), person.field("access")->number);
}

TEST_F(ToHandle, LeavesADisagreementToThoseWhoMaySettleIt)
{
    nurse.synchronise();
    v1::Person diet;
    diet.set_diet("Sans sel");
    nurse.write(person.number, diet, rouchon);
    diet.set_diet("Mixé");
    supervisor.write(person.number, diet, rouchon);
    nurse.synchronise();
    supervisor.synchronise();
    aide.synchronise();

    EXPECT_EQ(ToHandleViewModel(aide.workplace()).count(), 0);
    EXPECT_EQ(ToHandleViewModel(supervisor.workplace()).count(), 1);
}

TEST_F(ToHandle, KeepsTheTextOfAnEditThatTheCentreRefused)
{
    // Before its first contact a phone does not know what its role may write.
    v1::Person written;
    written.set_given_name("Odette");
    written.set_family_name("Marsac");
    written.set_access("clé sous le pot");
    aide.write(person.number, written);
    aide.synchronise();
    ASSERT_EQ(*aide.ledger().refusedCount(), 1u);

    ToHandleViewModel model(aide.workplace());

    ASSERT_EQ(model.count(), 1);
    EXPECT_EQ(model.items()->value(0, "what").toString(), "Modification non retenue");
    const QString words = model.items()->value(0, "words").toString();
    EXPECT_TRUE(words.contains("votre rôle")) << words.toStdString();
    EXPECT_TRUE(words.contains("Marsac") || words.contains("clé sous le pot"));
}

TEST_F(ToHandle, PutsTheRefusedTextBackIntoAFormAndIsDoneWithIt)
{
    v1::Person written;
    written.set_given_name("Odette");
    written.set_family_name("Marsac");
    written.set_access("clé sous le pot");
    const RecordId record = aide.write(person.number, written);
    aide.synchronise();
    ToHandleViewModel model(aide.workplace());
    QSignalSpy asked(&model, &ToHandleViewModel::formAsked);

    model.handle(0);

    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(model.count(), 0);
    RecordForm form(aide.workplace(), record, person.number, {});
    bool isThere = false;
    for (int i = 0; i < form.fields()->count(); ++i) {
        isThere = isThere || form.fields()->value(i, "value").toString() == "clé sous le pot";
    }
    EXPECT_TRUE(isThere);
    EXPECT_EQ(ToHandleViewModel(aide.workplace()).count(), 0);
}

TEST_F(ToHandle, RemindsOfWhatWasBegunMoreThanADayAgo)
{
    nurse.synchronise();
    {
        RecordForm form(nurse.workplace(), rouchon, person.number, {});
        form.writeField("habits", "Café à dix heures");
    }
    ToHandleViewModel model(nurse.workplace());
    QSignalSpy asked(&model, &ToHandleViewModel::formAsked);
    EXPECT_EQ(model.count(), 0);

    clock.advance(25h);
    model.refresh();

    ASSERT_EQ(model.count(), 1);
    EXPECT_EQ(model.items()->value(0, "what").toString(), "À compléter");
    EXPECT_EQ(model.items()->value(0, "person").toString(), "Simone Rouchon");
    EXPECT_EQ(model.items()->value(0, "day").toString(), "hier");
    model.handle(0);
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked.front().at(1).toUInt(), person.number);
}

}  // namespace liaison::test
