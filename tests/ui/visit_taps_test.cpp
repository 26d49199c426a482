// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QFontMetricsF>

#include "liaison/v1/care.pb.h"
#include "mobile/viewmodel/app_view_model.h"
#include "mobile/viewmodel/exchange_words.h"
#include "mobile/viewmodel/register_types.h"
#include "tests/support/open_profile.h"
#include "tests/ui/stage.h"

namespace liaison::test {

namespace {

using namespace std::chrono_literals;

/// The real application on the real ledger of a nurse, with one visit planned for now.
class Visiting : public testing::Test {
protected:
    void SetUp() override
    {
        registerTypes();
        writeTheDay();
        app = std::make_unique<AppViewModel>(folder.path(), hands, schema);
        ASSERT_TRUE(app->enter("Morel", "135790"));
        stage.show("qrc:/qt/qml/Liaison/Shell.qml", 390, 844,
                   {{"app", QVariant::fromValue<QObject*>(app.get())}});
    }

    /// As the window does it: one page takes the place of the other, then the old one goes.
    void lockAndUnlock()
    {
        app->lock();
        stage.show("qrc:/qt/qml/Liaison/UnlockPage.qml", 390, 844,
                   {{"unlock", QVariant::fromValue<QObject*>(app->unlock())}});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        ASSERT_TRUE(app->enter("Morel", "135790"));
        stage.show("qrc:/qt/qml/Liaison/Shell.qml", 390, 844,
                   {{"app", QVariant::fromValue<QObject*>(app.get())}});
    }

    void writeTheDay()
    {
        OpenProfile nurse(folder, "Morel", centre, v1::ROLE_NURSE, schema);
        v1::Person simone;
        simone.set_civility("MME");
        simone.set_given_name("Simone");
        simone.set_family_name("Rouchon");
        const auto person = nurse.write(kind("Person"), simone);
        v1::Visit planned;
        planned.set_person(person.bytes());
        planned.mutable_planned()->set_start(milliseconds(clock.now));
        planned.mutable_planned()->set_end(milliseconds(clock.now + 45min));
        planned.set_status("PREVUE");
        planned.mutable_members()->add_id(nurse.workplace().member().bytes());
        visit = nurse.write(kind("Visit"), planned);
        for (const char* label : {"Prise du traitement", "Aide a la douche"}) {
            v1::Intervention act;
            act.set_person(person.bytes());
            act.set_visit(visit.bytes());
            act.set_at(milliseconds(clock.now));
            act.set_prestation("V2-SOI-02");
            act.set_label(label);
            act.set_planned(true);
            nurse.write(kind("Intervention"), act);
        }
        clock.advance(1min);
    }

    std::uint32_t kind(const char* name) { return schema.kind(name)->number; }
    static std::int64_t milliseconds(Instant at) { return at.time_since_epoch().count(); }
    Workplace& workplace() { return app->profile()->workplace(); }
    std::string statusOfVisit() { return workplace().shown<v1::Visit>(visit).status(); }

    template <typename Message>
    std::vector<Message> saved(const char* name)
    {
        std::vector<Message> messages;
        const auto rows = workplace().ledger().records({.kind = kind(name)});
        for (const auto& row : *rows)
            messages.push_back(workplace().shown<Message>(row.id));
        return messages;
    }

    TempFolder folder;
    FakeClock clock;
    HandClock hands{clock};
    const Schema& schema = Schema::care();
    SmallCentre centre{folder, clock, schema};
    RecordId visit;
    std::unique_ptr<AppViewModel> app;
    Stage stage;
};

}  // namespace

TEST_F(Visiting, LogsAPlannedVisitAsPlannedWithThreeTaps)
{
    stage.tap(stage.button("Mme Simone Rouchon"));
    stage.tap(stage.button("Tout comme prévu"));
    stage.tap(stage.button("Terminer"));

    EXPECT_EQ(stage.taps(), 3);
    EXPECT_EQ(statusOfVisit(), "REALISEE");
    for (const auto& act : saved<v1::Intervention>("Intervention"))
        EXPECT_EQ(act.outcome(), "FAIT") << act.label();
    EXPECT_EQ(stage.warnings().join('\n').toStdString(), "");
    EXPECT_EQ(stage.cutTexts().join('\n').toStdString(), "");
}

TEST_F(Visiting, LogsARefusalAndAWordWithFiveTaps)
{
    stage.tap(stage.button("Mme Simone Rouchon"));
    stage.tap(stage.button("Pourquoi pas fait ? Aide a la douche"));
    ASSERT_TRUE(stage.waitForFocus("Un mot d’explication"));
    stage.type("preferait jeudi");
    stage.tap(stage.button("Refus"));
    stage.tap(stage.button("Tout comme prévu"));
    stage.tap(stage.button("Terminer"));

    EXPECT_EQ(stage.taps(), 5);
    EXPECT_EQ(statusOfVisit(), "REALISEE");
    int refused = 0;
    for (const auto& act : saved<v1::Intervention>("Intervention"))
        refused += act.outcome() != "FAIT" && act.reason_text() == "preferait jeudi" ? 1 : 0;
    EXPECT_EQ(refused, 1);
    EXPECT_EQ(stage.warnings().join('\n').toStdString(), "");
}

TEST_F(Visiting, LogsThreeVitalSignsAndANoteWithSevenTaps)
{
    stage.tap(stage.button("Mme Simone Rouchon"));
    stage.tap(stage.button("Tension"));
    stage.type("15284");
    stage.tap(stage.button("Suivant"));
    stage.type("76");
    stage.tap(stage.button("Suivant"));
    stage.type("54,2");
    stage.tap(stage.button("Revenir à la visite"));
    stage.tap(stage.named("Données"));
    stage.type("Genou droit douloureux");
    stage.tap(stage.button("Terminer"));

    EXPECT_EQ(stage.taps(), 7);
    EXPECT_EQ(statusOfVisit(), "REALISEE");
    const auto vitals = saved<v1::Vitals>("Vitals");
    ASSERT_EQ(vitals.size(), 1u);
    EXPECT_EQ(vitals[0].blood_pressure().systolic(), 152);
    EXPECT_EQ(vitals[0].blood_pressure().diastolic(), 84);
    EXPECT_EQ(vitals[0].heart_rate(), 76);
    EXPECT_EQ(vitals[0].weight(), 54.2);
    const auto notes = saved<v1::Transmission>("Transmission");
    ASSERT_EQ(notes.size(), 1u);
    EXPECT_EQ(notes[0].data(), "Genou droit douloureux");
    EXPECT_EQ(stage.warnings().join('\n').toStdString(), "");
}

TEST_F(Visiting, GoesOnWhereTypingStoppedWhenItIsUnlockedAgain)
{
    stage.tap(stage.button("Mme Simone Rouchon"));
    stage.tap(stage.named("Données"));
    stage.type("Genou droit");
    lockAndUnlock();

    ASSERT_TRUE(stage.waitForFocus("Données")) << stage.nameOfFocus().toStdString();
    EXPECT_EQ(stage.view().activeFocusItem()->property("text").toString().toStdString(),
              "Genou droit");
    EXPECT_EQ(stage.warnings().join('\n').toStdString(), "");
}

TEST_F(Visiting, OpensTheMeasureAgainThatWasBeingTyped)
{
    stage.tap(stage.button("Mme Simone Rouchon"));
    stage.tap(stage.button("Pouls"));
    stage.type("76");
    lockAndUnlock();

    ASSERT_TRUE(stage.waitForFocus("Clavier de chiffres")) << stage.nameOfFocus().toStdString();
    EXPECT_NE(stage.named("Pouls"), nullptr);
    EXPECT_EQ(stage.warnings().join('\n').toStdString(), "");
}

TEST_F(Visiting, CountsRecordsInWordsThatAgreeInBothLanguages)
{
    const KindCounts one{{kind("Member"), 1}, {kind("Visit"), 1}, {kind("Vitals"), 1}};
    const KindCounts three{{kind("Member"), 3}, {kind("Visit"), 3}, {kind("Vitals"), 3}};

    EXPECT_EQ(countWords(one, workplace()).toStdString(),
              "1 membre de l’équipe, 1 visite, 1 relevé de constantes");
    EXPECT_EQ(countWords(three, workplace()).toStdString(),
              "3 membres de l’équipe, 3 visites, 3 relevés de constantes");
    app->setLanguage("en");
    EXPECT_EQ(countWords(one, workplace()).toStdString(),
              "1 team member, 1 visit, 1 set of vital signs");
    EXPECT_EQ(countWords(three, workplace()).toStdString(),
              "3 team members, 3 visits, 3 sets of vital signs");
}

TEST_F(Visiting, SaysInBothLanguagesThatTheCentreDidNotKeepAnEdit)
{
    DeviceLedger& ledger = workplace().device();
    // The newest edit of all is an act; its record goes with it.
    const auto own = ledger.ledger().editsOf(ledger.standing().number, ledger.standing().lastN, 1);
    const auto act = *RecordId::fromBytes(own->front().edit.message().changes(0).record());
    const Verdict verdict{false, 1, clock.now, ErrorCode::outOfRange, 0, 0};
    ASSERT_TRUE(ledger.takeVerdicts({{ledger.standing().lastN, verdict}}, clock.now));

    EXPECT_TRUE(workplace().whereabouts(act).text.startsWith("Non retenu par le centre"));
    app->setLanguage("en");
    EXPECT_TRUE(workplace().whereabouts(act).text.startsWith("Not accepted by the centre"));
}

TEST_F(Visiting, FitsTheDaysOfTheLastWeekIntoTheMargin)
{
    constexpr int kDays = 7;
    for (const char* language : {"fr", "en"}) {
        app->setLanguage(language);
        for (const double scale : {1.0, 1.5, 2.0}) {
            stage.theme("textScale", scale);
            const auto* type = stage.theme("bodyStrong").value<QObject*>();
            const QFontMetricsF metrics(type->property("font").value<QFont>());
            const double room =
                stage.theme("marginColumn").toDouble() - stage.theme("hourGap").toDouble();
            for (int day = 0; day < kDays; ++day) {
                const QString words =
                    workplace().words().marginDay(clock.now - std::chrono::days(day));
                ASSERT_LE(metrics.horizontalAdvance(words), room)
                    << language << " " << scale << " " << words.toStdString();
            }
        }
    }
}

TEST_F(Visiting, StandsBehindTheCodeAgainWhenItIsLocked)
{
    app->lock();
    QCoreApplication::processEvents();

    EXPECT_EQ(app->phase(), "unlock");
    EXPECT_EQ(stage.warnings().join('\n').toStdString(), "");
}

}  // namespace liaison::test
