// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/to_handle_view_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <set>

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

TEST_F(ToHandle, SaysOfARefusedEditThatTheCentreDidNotKeepIt)
{
    nurse.synchronise();
    Workplace& workplace = nurse.workplace();
    ASSERT_TRUE(workplace.whereabouts(rouchon).text.startsWith("Reçu par le centre"));
    v1::Person other;
    other.set_given_name("Odette");
    other.set_family_name("Marsac");
    const RecordId unsent = nurse.write(person.number, other);
    const RecordId refused = rouchon;
    writeAccess(nurse, "code 47B12");

    const Verdict verdict{
        false, *nurse.ledger().ledger().head() + 1, clock.now, ErrorCode::outOfRange, 0, 0};
    ASSERT_TRUE(
        nurse.ledger().takeVerdicts({{nurse.ledger().standing().lastN, verdict}}, clock.now));

    EXPECT_EQ(workplace.whereabouts(refused).text, "Non retenu par le centre à 10:00");
    EXPECT_EQ(workplace.whereabouts(refused).tone, "garance");
    EXPECT_EQ(workplace.whereabouts(unsent).text, "Sur ce téléphone");
}

TEST_F(ToHandle, SaysOfARecordWrittenAgainAfterARefusalWhereTheNewEditIs)
{
    nurse.synchronise();
    writeAccess(nurse, "code 47B12");
    const Verdict verdict{
        false, *nurse.ledger().ledger().head() + 1, clock.now, ErrorCode::outOfRange, 0, 0};
    ASSERT_TRUE(
        nurse.ledger().takeVerdicts({{nurse.ledger().standing().lastN, verdict}}, clock.now));

    writeAccess(nurse, "code 47B21");

    EXPECT_EQ(nurse.workplace().whereabouts(rouchon).text, "Sur ce téléphone");
}

TEST_F(ToHandle, SaysTheSameOfTheRowsOfAListAsOfEachRecord)
{
    v1::Person other;
    for (const char* name : {"Delpech", "Lafaye", "Marsac"}) {
        other.set_family_name(name);
        nurse.write(person.number, other);
    }
    nurse.synchronise();
    writeAccess(nurse, "code 47B12");
    const Verdict verdict{
        false, *nurse.ledger().ledger().head() + 1, clock.now, ErrorCode::outOfRange, 0, 0};
    ASSERT_TRUE(
        nurse.ledger().takeVerdicts({{nurse.ledger().standing().lastN, verdict}}, clock.now));
    nurse.write(person.number, other);

    const auto rows = *nurse.ledger().ledger().records({.kind = person.number});
    const auto places = nurse.workplace().whereabouts(rows);

    ASSERT_EQ(rows.size(), 5u);
    std::set<std::string> texts;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto one = nurse.workplace().whereabouts(rows[i].id);
        EXPECT_EQ(places[i].text.toStdString(), one.text.toStdString());
        EXPECT_EQ(places[i].icon.toStdString(), one.icon.toStdString());
        texts.insert(one.icon.toStdString());
    }
    EXPECT_EQ(texts, (std::set<std::string>{"block", "done_all", "smartphone"}));
}

TEST_F(ToHandle, ShowsItsAuthorARecordThatWasSentBackUntilTheyAnswer)
{
    v1::Transmission written;
    written.set_person(rouchon.bytes());
    written.set_at(clock.now.time_since_epoch().count());
    written.set_data("Genou douloureux");
    const KindSchema& note = *schema.kind("Transmission");
    nurse.synchronise();
    const RecordId record = nurse.write(note.number, written);
    nurse.synchronise();
    supervisor.synchronise();
    v1::Review review;
    review.set_about(record.bytes());
    review.set_person(rouchon.bytes());
    review.set_at(clock.now.time_since_epoch().count());
    review.set_state("RENVOYE");
    review.set_field_number(note.field("data")->number);
    review.set_comment("Quel genou ?");
    const KindSchema& reviews = *schema.kind("Review");
    const RecordId sent = supervisor.write(reviews.number, review);
    supervisor.synchronise();
    clock.advance(1h);
    nurse.synchronise();
    aide.synchronise();
    ToHandleViewModel model(nurse.workplace());
    QSignalSpy asked(&model, &ToHandleViewModel::formAsked);

    ASSERT_EQ(model.count(), 1);
    EXPECT_TRUE(model.items()->value(0, "what").toString().startsWith("Renvoyé par "));
    EXPECT_EQ(model.items()->value(0, "person").toString(), "Simone Rouchon");
    EXPECT_EQ(model.items()->value(0, "words").toString(), "Données : « Quel genou ? »");
    EXPECT_EQ(ToHandleViewModel(aide.workplace()).count(), 0);
    EXPECT_EQ(ToHandleViewModel(supervisor.workplace()).count(), 0);
    model.handle(0);
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked[0][0].value<RecordId>().text(), record.text());
    EXPECT_EQ(asked[0][2].toString(), "data");

    clock.advance(1min);
    v1::Transmission answer;
    answer.set_data("Genou droit douloureux");
    nurse.write(note.number, answer, record);
    EXPECT_EQ(model.count(), 0);

    // The supervisor may ask again.
    v1::Review again;
    again.set_comment("Depuis quand ?");
    clock.advance(1min);
    nurse.synchronise();
    supervisor.synchronise();
    again.set_state("RENVOYE");
    supervisor.write(reviews.number, again, sent);
    supervisor.synchronise();
    clock.advance(1min);
    nurse.synchronise();
    EXPECT_EQ(model.count(), 1);
}

TEST_F(ToHandle, ForgetsWhatWasSentBackWhenTheSupervisorHasValidatedIt)
{
    v1::Transmission written;
    written.set_person(rouchon.bytes());
    written.set_at(clock.now.time_since_epoch().count());
    written.set_data("Genou douloureux");
    nurse.synchronise();
    const RecordId record = nurse.write(schema.kind("Transmission")->number, written);
    nurse.synchronise();
    supervisor.synchronise();
    for (const char* state : {"RENVOYE", "VALIDE"}) {
        clock.advance(1min);
        v1::Review review;
        review.set_about(record.bytes());
        review.set_person(rouchon.bytes());
        review.set_at(clock.now.time_since_epoch().count());
        review.set_state(state);
        supervisor.write(schema.kind("Review")->number, review);
        supervisor.synchronise();
        nurse.synchronise();
        EXPECT_EQ(ToHandleViewModel(nurse.workplace()).count(),
                  std::string_view(state) == "RENVOYE" ? 1 : 0);
    }
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
