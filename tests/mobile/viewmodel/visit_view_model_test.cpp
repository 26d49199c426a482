// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/visit_view_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include "mobile/viewmodel/today_view_model.h"
#include "mobile/viewmodel/transmission_view_model.h"
#include "mobile/viewmodel/vitals_view_model.h"
#include "tests/support/open_profile.h"

namespace liaison::test {

namespace {

using namespace std::chrono_literals;

class Visiting : public testing::Test {
protected:
    Visiting()
    {
        v1::Person simone;
        simone.set_civility("MME");
        simone.set_given_name("Simone");
        simone.set_family_name("Rouchon");
        simone.mutable_bounds()->mutable_systolic()->set_high(150);
        person = nurse.write(kind("Person"), simone);
        v1::Visit planned;
        planned.set_person(person.bytes());
        planned.mutable_planned()->set_start(milliseconds(clock.now));
        planned.mutable_planned()->set_end(milliseconds(clock.now + 45min));
        planned.set_status("PREVUE");
        planned.set_purpose("Suivi infirmier, pilulier");
        planned.mutable_members()->add_id(nurse.workplace().member().bytes());
        visit = nurse.write(kind("Visit"), planned);
        for (const char* label : {"Prise du traitement", "Aide à la douche"}) {
            v1::Intervention act;
            act.set_person(person.bytes());
            act.set_visit(visit.bytes());
            act.set_at(milliseconds(clock.now));
            act.set_prestation("V2-SOI-02");
            act.set_label(label);
            act.set_planned(true);
            act.set_position(++acts);
            nurse.write(kind("Intervention"), act);
        }
        nurse.synchronise();
        clock.advance(10min);
    }

    std::uint32_t kind(const char* name) { return schema.kind(name)->number; }
    static std::int64_t milliseconds(Instant at) { return at.time_since_epoch().count(); }

    void type(VitalsViewModel& vitals, const QString& digits)
    {
        for (const QChar digit : digits) {
            vitals.type(QString(digit));
        }
    }

    std::unique_ptr<VitalsViewModel> openVitals(VisitViewModel& model, int index)
    {
        VitalsViewModel* opened = nullptr;
        QObject::connect(&model, &VisitViewModel::vitalsOpened,
                         [&](VitalsViewModel* vitals) { opened = vitals; });
        model.openVitals(index);
        opened->setParent(nullptr);
        return std::unique_ptr<VitalsViewModel>(opened);
    }

    TempFolder folder;
    FakeClock clock;
    const Schema& schema = Schema::care();
    SmallCentre centre{folder, clock, schema};
    OpenProfile nurse{folder, "Morel", centre, v1::ROLE_NURSE, schema};
    RecordId person;
    RecordId visit;
    int acts = 0;
};

}  // namespace

TEST_F(Visiting, SavesAVisitThatWentAsPlannedAsOneEdit)
{
    const std::uint64_t before = nurse.ledger().standing().lastN;
    VisitViewModel model(nurse.workplace(), visit);
    ASSERT_EQ(model.plannedCount(), 2);
    EXPECT_EQ(model.person(), "Mme Simone Rouchon");

    model.allAsPlanned();
    clock.advance(20min);
    model.finish();

    EXPECT_EQ(nurse.ledger().standing().lastN, before + 1);
    const auto saved = nurse.workplace().shown<v1::Visit>(visit);
    EXPECT_EQ(saved.status(), "REALISEE");
    EXPECT_EQ(saved.actual().end() - saved.actual().start(), 20 * 60 * 1000);
    const auto done = nurse.ledger().ledger().records({.kind = kind("Intervention")});
    for (const RecordRow& row : *done) {
        EXPECT_EQ(nurse.workplace().shown<v1::Intervention>(row.id).outcome(), "FAIT");
    }
    EXPECT_TRUE(nurse.ledger().drafts()->empty());
    EXPECT_EQ(*nurse.ledger().ledger().count({.kind = kind("Transmission")}), 0u);
}

TEST_F(Visiting, OpensAgainAsItWasLeftAfterTheProgramWasKilled)
{
    {
        VisitViewModel model(nurse.workplace(), visit);
        model.tick(0);
        model.explain(1, "REFUS_PERSONNE", "préfère jeudi");
        model.writeNote(0, "Genou droit douloureux");
        model.draft().flush();
    }

    VisitViewModel again(nurse.workplace(), visit);

    EXPECT_EQ(again.planned()->value(0, "outcome").toString(), "done");
    EXPECT_EQ(again.planned()->value(1, "outcome").toString(), "refused");
    EXPECT_EQ(again.planned()->value(1, "reason").toString(), "Refus\u00a0: préfère jeudi");
    EXPECT_EQ(again.notes()->value(0, "value").toString(), "Genou droit douloureux");
}

TEST_F(Visiting, TakesABloodPressureTypedOnThePadAndMarksWhatIsOutOfBounds)
{
    VisitViewModel model(nurse.workplace(), visit);
    const auto vitals = openVitals(model, 0);
    ASSERT_EQ(vitals->label(), "Tension");

    type(*vitals, "152");
    EXPECT_EQ(vitals->part(), 1);
    type(*vitals, "84");
    vitals->next();

    EXPECT_EQ(model.vitals()->value(0, "value").toString(), "152/84");
    EXPECT_EQ(model.vitals()->value(0, "warning").toString(), "au-dessus de 150");
    model.finish();
    const auto rows = *nurse.ledger().ledger().records({.kind = kind("Vitals")});
    ASSERT_EQ(rows.size(), 1u);
    const auto reading = nurse.workplace().shown<v1::Vitals>(rows[0].id);
    EXPECT_EQ(reading.blood_pressure().systolic(), 152);
    EXPECT_EQ(reading.visit(), visit.bytes());
}

TEST_F(Visiting, ReplacesAValueThatStandsThereWhenItIsTypedAgain)
{
    VisitViewModel model(nurse.workplace(), visit);
    type(*openVitals(model, 0), "15284");
    ASSERT_EQ(model.vitals()->value(0, "value").toString(), "152/84");
    const auto vitals = openVitals(model, 0);
    EXPECT_TRUE(vitals->isReplaced());

    type(*vitals, "148");
    EXPECT_EQ(vitals->first(), "148");
    EXPECT_EQ(vitals->second(), "84");
    EXPECT_EQ(vitals->part(), 1);
    type(*vitals, "86");

    EXPECT_FALSE(vitals->isReplaced());
    EXPECT_EQ(model.vitals()->value(0, "value").toString(), "148/86");
}

TEST_F(Visiting, GoesBackToTheFirstNumberWhenItIsErasedRightAfterItsLastDigit)
{
    VisitViewModel model(nurse.workplace(), visit);
    type(*openVitals(model, 0), "15284");
    const auto vitals = openVitals(model, 0);

    type(*vitals, "149");
    vitals->erase();
    type(*vitals, "8");

    EXPECT_EQ(vitals->first(), "148");
    EXPECT_EQ(vitals->second(), "84");
}

TEST_F(Visiting, TakesNoMoreDigitsThanThePlausibleRangeNeeds)
{
    VisitViewModel model(nurse.workplace(), visit);

    const auto pressure = openVitals(model, 0);
    type(*pressure, "15284999");
    EXPECT_EQ(pressure->first() + "/" + pressure->second(), "152/849");

    const auto weight = openVitals(model, 2);
    type(*weight, "4521");
    EXPECT_EQ(weight->first(), "452");
    weight->clear();
    type(*weight, "54");
    weight->typeMark();
    type(*weight, "27");
    EXPECT_EQ(weight->first(), "54,2");
}

TEST_F(Visiting, KeepsTheBarOfTheFirstNumberWhileTheSecondIsTyped)
{
    VisitViewModel model(nurse.workplace(), visit);
    const auto vitals = openVitals(model, 0);

    type(*vitals, "15284");

    ASSERT_EQ(vitals->part(), 1);
    EXPECT_TRUE(vitals->hasBounds());
    EXPECT_EQ(vitals->highText(), "150");
    EXPECT_GT(vitals->mark(), vitals->boundHigh());
    EXPECT_TRUE(vitals->boundsSource().startsWith(vitals->firstLabel()));
}

TEST_F(Visiting, StaysAtAValueThatCannotBe)
{
    VisitViewModel model(nurse.workplace(), visit);
    const auto vitals = openVitals(model, 2);
    ASSERT_EQ(vitals->label(), "Poids");

    type(*vitals, "452");
    vitals->next();

    EXPECT_EQ(vitals->problem(), "Entre 25,0 et 250,0 kg");
    EXPECT_EQ(vitals->label(), "Poids");
    EXPECT_EQ(model.vitals()->value(2, "value").toString(), "");
}

TEST_F(Visiting, HandsANoteOnInTheSameSave)
{
    VisitViewModel model(nurse.workplace(), visit);
    TransmissionViewModel* note = nullptr;
    QObject::connect(&model, &VisitViewModel::transmissionOpened,
                     [&](TransmissionViewModel* opened) { note = opened; });
    model.openTransmission();

    note->chooseTarget(0);
    note->write(0, "Genou droit douloureux à la marche");
    note->setUrgent(true);
    note->add();
    model.finish();

    const auto rows = *nurse.ledger().ledger().records({.kind = kind("Transmission")});
    ASSERT_EQ(rows.size(), 1u);
    const auto saved = nurse.workplace().shown<v1::Transmission>(rows[0].id);
    EXPECT_EQ(saved.cible(), "DOULEUR");
    EXPECT_EQ(saved.data(), "Genou droit douloureux à la marche");
    EXPECT_TRUE(saved.is_emergency());
    EXPECT_EQ(saved.person(), person.bytes());
}

TEST_F(Visiting, CanBeTakenUpAgainRightAfterItsEnd)
{
    VisitViewModel model(nurse.workplace(), visit);
    model.allAsPlanned();
    model.finish();
    ASSERT_TRUE(model.isUndoable());
    ASSERT_FALSE(model.isEditable());

    model.undo();

    EXPECT_TRUE(model.isEditable());
    EXPECT_EQ(model.planned()->value(0, "outcome").toString(), "done");
    EXPECT_EQ(nurse.workplace().shown<v1::Visit>(visit).status(), "EN_COURS");
}

TEST_F(Visiting, ShowsInTheDayWhereItIs)
{
    TodayViewModel today(nurse.workplace());
    QAbstractItemModelTester tester(today.visits(),
                                    QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_EQ(today.visits()->count(), 1);
    EXPECT_EQ(today.visits()->value(0, "actionText").toString(), "Commencer la visite");

    VisitViewModel model(nurse.workplace(), visit);
    today.refresh();
    EXPECT_EQ(today.visits()->value(0, "actionText").toString(), "Reprendre la visite");
    model.finish();
    EXPECT_EQ(today.visits()->value(0, "phase").toString(), "past");
    EXPECT_EQ(today.visits()->value(0, "stateText").toString(), "Sur ce téléphone");
    EXPECT_TRUE(today.waitingText().startsWith("1"));
    nurse.synchronise();
    EXPECT_TRUE(today.visits()->value(0, "stateText").toString().startsWith("Reçu par le centre"));

    today.showNextDay();
    EXPECT_EQ(today.visits()->count(), 0);
}

}  // namespace liaison::test
