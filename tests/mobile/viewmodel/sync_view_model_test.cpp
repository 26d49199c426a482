// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/sync_view_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

#include "liaison/v1/care.pb.h"
#include "tests/support/open_profile.h"

namespace liaison::test {

namespace {

using namespace std::chrono_literals;

class Exchanging : public testing::Test {
protected:
    RecordId writePerson(OpenProfile& who, const char* name)
    {
        v1::Person person;
        person.set_given_name("Simone");
        person.set_family_name(name);
        return who.write(schema.kind("Person")->number, person);
    }

    TempFolder folder;
    FakeClock clock;
    const Schema& schema = Schema::care();
    SmallCentre centre{folder, clock, schema};
    OpenProfile supervisor{folder, "Garrigue", centre, v1::ROLE_SUPERVISOR, schema};
    OpenProfile nurse{folder, "Morel", centre, v1::ROLE_NURSE, schema};
};

}  // namespace

TEST_F(Exchanging, SaysWhatWaitsOnThisPhone)
{
    SyncViewModel model(nurse.workplace());
    QAbstractItemModelTester tester(model.waiting());
    EXPECT_TRUE(model.nothingWaits());

    writePerson(nurse, "Rouchon");

    ASSERT_EQ(model.waiting()->count(), 1);
    EXPECT_FALSE(model.nothingWaits());
    EXPECT_EQ(model.waiting()->value(0, "title").toString(), "Personne, Simone Rouchon");
    EXPECT_EQ(model.waiting()->value(0, "words").toString(), "1 personne");
    EXPECT_EQ(model.waiting()->value(0, "hour").toString(), "10:00");
    EXPECT_EQ(model.waiting()->value(0, "icon").toString(), "smartphone");
    EXPECT_EQ(model.icon(), "cloud_off");
    EXPECT_EQ(model.explanation(),
              "Tout est gardé sur ce téléphone et partira au retour du réseau.");
}

TEST_F(Exchanging, SaysByHowMuchTheClockOfThisPhoneIsOff)
{
    nurse.synchronise();
    SyncViewModel model(nurse.workplace());
    EXPECT_EQ(model.clockTitle(), "");
    const DeviceStanding& standing = nurse.ledger().standing();
    Greeting greeting{standing.role, standing.epoch, standing.head, standing.view, clock.now};

    greeting.centreClock = clock.now - 12min;
    ASSERT_TRUE(nurse.ledger().takeWelcome(greeting, clock.now));
    EXPECT_TRUE(model.clockTitle().startsWith("Ce téléphone avance de 12"));
    EXPECT_TRUE(model.clockText().contains("Rien n’est perdu"));
    greeting.centreClock = clock.now + 72h;
    ASSERT_TRUE(nurse.ledger().takeWelcome(greeting, clock.now));
    EXPECT_TRUE(model.clockTitle().startsWith("Ce téléphone retarde de 3 jour"));
    greeting.centreClock = clock.now + 2min;
    ASSERT_TRUE(nurse.ledger().takeWelcome(greeting, clock.now));
    EXPECT_EQ(model.clockTitle(), "");
}

TEST_F(Exchanging, SaysReceivedOnlyAfterTheReceipt)
{
    writePerson(nurse, "Rouchon");
    SyncViewModel model(nurse.workplace());
    QAbstractItemModelTester tester(model.exchanges());
    ASSERT_EQ(model.exchanges()->count(), 0);

    clock.advance(42min);
    nurse.synchronise();

    EXPECT_TRUE(model.nothingWaits());
    ASSERT_GE(model.exchanges()->count(), 1);
    bool isReceived = false;
    for (int i = 0; i < model.exchanges()->count(); ++i) {
        const QVariantMap row = model.exchanges()->row(i);
        if (row["icon"] != "done_all") continue;
        isReceived = true;
        EXPECT_EQ(row["hour"].toString(), "10:42");
        EXPECT_EQ(row["title"].toString(), "Personne, Simone Rouchon");
        EXPECT_EQ(row["words"].toString(), "Reçu par le centre, 1 personne");
    }
    EXPECT_TRUE(isReceived);
}

TEST_F(Exchanging, CountsWhatCameFromTheCentreTogether)
{
    for (const char* name : {"Rouchon", "Delpech", "Lafaye"}) {
        writePerson(supervisor, name);
    }
    supervisor.synchronise();
    nurse.synchronise();

    SyncViewModel model(nurse.workplace());

    const QVariantMap row = model.exchanges()->row(0);
    EXPECT_EQ(row["icon"].toString(), "arrow_downward");
    EXPECT_TRUE(row["words"].toString().contains("3 personnes"))
        << row["words"].toString().toStdString();
}

TEST_F(Exchanging, PutsTheSavesOfAnEarlierDayTogether)
{
    writePerson(nurse, "Rouchon");
    writePerson(nurse, "Delpech");
    nurse.synchronise();

    clock.advance(24h);
    SyncViewModel model(nurse.workplace());

    int received = 0;
    for (int i = 0; i < model.exchanges()->count(); ++i) {
        if (model.exchanges()->value(i, "icon").toString() != "done_all") continue;
        ++received;
        EXPECT_EQ(model.exchanges()->value(i, "hour").toString(), "hier");
        EXPECT_EQ(model.exchanges()->value(i, "title").toString(), "2 personnes");
    }
    EXPECT_EQ(received, 1);
    EXPECT_TRUE(model.sizeText().endsWith("sur ce téléphone"));
}

}  // namespace liaison::test
