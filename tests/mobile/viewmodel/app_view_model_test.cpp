// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/app_view_model.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QSignalSpy>

#include "mobile/viewmodel/person_view_model.h"
#include "mobile/viewmodel/record_form.h"
#include "mobile/viewmodel/register_types.h"
#include "mobile/viewmodel/sync_view_model.h"
#include "mobile/viewmodel/versions_view_model.h"
#include "mobile/viewmodel/visit_view_model.h"
#include "tests/support/open_profile.h"

namespace liaison::test {

namespace {

constexpr const char* kPin = "135790";
constexpr const char* kName = "Claire Morel";

class Application : public testing::Test {
protected:
    Application() { registerTypes(); }

    /// A profile that has joined, with one person in it.
    void join(const std::string& name)
    {
        OpenProfile joined(folder, name, centre, v1::ROLE_NURSE, schema);
        v1::Person simone;
        simone.set_given_name("Simone");
        simone.set_family_name("Rouchon");
        person = joined.write(schema.kind("Person")->number, simone);
    }

    std::unique_ptr<AppViewModel> start()
    {
        return std::make_unique<AppViewModel>(folder.path(), hand, schema);
    }

    std::unique_ptr<AppViewModel> startReady()
    {
        join(kName);
        auto app = start();
        EXPECT_TRUE(app->enter(kName, kPin));
        return app;
    }

    /// What the event loop does once a page is gone.
    static void letGo() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

    TempFolder folder;
    FakeClock clock;
    HandClock hand{clock};
    const Schema& schema = Schema::care();
    SmallCentre centre{folder, clock, schema};
    RecordId person;
};

}  // namespace

TEST_F(Application, BeginsWithJoiningOnANewPhone)
{
    const auto app = start();

    EXPECT_EQ(app->phase(), "join");
    ASSERT_NE(app->join(), nullptr);
    EXPECT_FALSE(app->join()->mayGoBack());
    EXPECT_EQ(app->today(), nullptr);
    EXPECT_EQ(app->toHandleCount(), 0);
}

TEST_F(Application, AsksWhoIsThereOpensTheProfileAndLocksItAgain)
{
    join(kName);
    const auto app = start();
    QSignalSpy phases(app.get(), &AppViewModel::phaseChanged);
    ASSERT_EQ(app->phase(), "unlock");
    EXPECT_EQ(app->today(), nullptr);

    app->unlock()->open("000000");
    EXPECT_EQ(app->phase(), "unlock");
    app->unlock()->open(kPin);

    EXPECT_EQ(app->phase(), "ready");
    EXPECT_EQ(phases.count(), 1);
    EXPECT_NE(app->today(), nullptr);
    EXPECT_NE(app->persons(), nullptr);
    EXPECT_NE(app->intervention(), nullptr);
    EXPECT_NE(app->toHandle(), nullptr);
    EXPECT_EQ(app->memberName(), kName);
    EXPECT_EQ(app->memberInitials(), "CM");
    EXPECT_TRUE(app->waitingText().startsWith("1 à envoyer"));

    app->lock();
    letGo();

    EXPECT_EQ(app->phase(), "unlock");
    EXPECT_EQ(app->today(), nullptr);
    EXPECT_TRUE(app->unlock()->keptText().startsWith("Rien n’est perdu"));
    EXPECT_EQ(app->unlock()->pinLength(), 6);
    app->unlock()->open(kPin);
    EXPECT_EQ(app->phase(), "ready");
}

TEST_F(Application, LosesNothingThatWasBeingTypedWhenItIsLocked)
{
    const auto app = startReady();
    RecordForm* form = nullptr;
    QObject::connect(app.get(), &AppViewModel::formOpened, [&](RecordForm* one) { form = one; });
    Q_EMIT app->profile()->workplace().formAsked(person, "access");
    ASSERT_NE(form, nullptr);
    ASSERT_TRUE(form->writeField("access", "2e étage, code 47B12"));

    app->lock();
    letGo();
    ASSERT_TRUE(app->enter(kName, kPin));
    Q_EMIT app->profile()->workplace().formAsked(person, "access");

    EXPECT_EQ(form->fields()->value(0, "value").toString(), "2e étage, code 47B12");
}

TEST_F(Application, OpensTheFormAgainWhereTypingStopped)
{
    auto app = startReady();
    RecordForm* form = nullptr;
    const auto follow = [&] {
        form = nullptr;
        QObject::connect(app.get(), &AppViewModel::formOpened,
                         [&](RecordForm* one) { form = one; });
    };
    follow();
    app->resume();
    ASSERT_EQ(form, nullptr);
    Q_EMIT app->profile()->workplace().formAsked(person, QString());
    ASSERT_NE(form, nullptr);
    form->noteFocus(1);
    ASSERT_TRUE(form->writeField("access", "2e étage, code 47B12"));
    const QString field = form->fields()->value(1, "field").toString();
    clock.advance(std::chrono::minutes(5));
    app.reset();

    app = start();
    follow();
    ASSERT_TRUE(app->enter(kName, kPin));
    EXPECT_EQ(form, nullptr);
    app->resume();

    ASSERT_NE(form, nullptr);
    EXPECT_EQ(form->fields()->value(form->resume(), "field").toString(), field);
    EXPECT_EQ(form->resume(), -1);
    form = nullptr;
    app->resume();
    EXPECT_EQ(form, nullptr);
}

TEST_F(Application, LeavesItToThePersonWhichOfTwoDraftsToGoOnWith)
{
    auto app = startReady();
    QSignalSpy forms(app.get(), &AppViewModel::formOpened);
    Workplace& workplace = app->profile()->workplace();
    Q_EMIT workplace.formAsked(person, QString());
    ASSERT_TRUE(forms[0][0].value<RecordForm*>()->writeField("access", "code 47B12"));
    app->intervention()->setWords("Appel au cabinet");

    app->lock();
    letGo();
    ASSERT_TRUE(app->enter(kName, kPin));
    app->resume();

    EXPECT_EQ(forms.count(), 1);
}

TEST_F(Application, ResumesNothingOfAnEarlierSession)
{
    auto app = startReady();
    QSignalSpy forms(app.get(), &AppViewModel::formOpened);
    Q_EMIT app->profile()->workplace().formAsked(person, QString());
    ASSERT_TRUE(forms[0][0].value<RecordForm*>()->writeField("access", "code 47B12"));
    for (int session = 0; session < 2; ++session) {
        app->lock();
        letGo();
        clock.advance(std::chrono::minutes(5));
        ASSERT_TRUE(app->enter(kName, kPin));
    }

    app->resume();

    EXPECT_EQ(forms.count(), 1);
}

TEST_F(Application, OpensThePageThatIsAskedForAndLetsItGoAgain)
{
    const auto app = startReady();
    Workplace& workplace = app->profile()->workplace();
    QSignalSpy persons(app.get(), &AppViewModel::personOpened);
    QSignalSpy visits(app.get(), &AppViewModel::visitOpened);
    QSignalSpy forms(app.get(), &AppViewModel::formOpened);
    QSignalSpy versions(app.get(), &AppViewModel::versionsOpened);
    QSignalSpy syncs(app.get(), &AppViewModel::syncOpened);
    QSignalSpy places(app.get(), &AppViewModel::personsAsked);
    QSignalSpy closed(app.get(), &AppViewModel::closed);

    Q_EMIT workplace.personAsked(person);
    Q_EMIT workplace.unplannedVisitAsked(person);
    Q_EMIT workplace.unplannedVisitAsked(RecordId{});
    Q_EMIT workplace.formAsked(person, QString());
    Q_EMIT workplace.versionsAsked(person, v1::Person::kFamilyNameFieldNumber);
    app->openSync();
    Q_EMIT workplace.closeAsked();

    EXPECT_EQ(persons.count(), 1);
    EXPECT_EQ(visits.count(), 1);
    EXPECT_EQ(forms.count(), 1);
    EXPECT_EQ(versions.count(), 1);
    EXPECT_EQ(syncs.count(), 1);
    EXPECT_EQ(places.count(), 1);
    EXPECT_EQ(closed.count(), 1);
    auto* page = persons[0][0].value<PersonViewModel*>();
    QSignalSpy gone(page, &QObject::destroyed);
    app->release(page);
    letGo();
    EXPECT_EQ(gone.count(), 1);
}

TEST_F(Application, LeavesWhatIsNoPageOfItsOwnToItsOwner)
{
    const auto app = startReady();
    QObject foreign;
    QSignalSpy gone(&foreign, &QObject::destroyed);

    app->release(&foreign);
    app->release(nullptr);
    letGo();

    EXPECT_EQ(gone.count(), 0);
}

TEST_F(Application, KeepsItsLooksAndItsLanguage)
{
    {
        const auto app = start();
        EXPECT_EQ(app->language(), "fr");
        app->setDark(true);
        app->setReducedMotion(true);
        app->setTextScale(1.5);
        app->setLanguage("en");
    }

    const auto app = start();

    EXPECT_TRUE(app->isDark());
    EXPECT_FALSE(app->isHighContrast());
    EXPECT_TRUE(app->isMotionReduced());
    EXPECT_EQ(app->textScale(), 1.5);
    EXPECT_EQ(app->language(), "en");
    app->setTextScale(7);
    EXPECT_EQ(app->textScale(), 2);
}

TEST_F(Application, ChangesItsLanguageWhileItIsOpen)
{
    const auto app = startReady();
    QSignalSpy spoken(app.get(), &AppViewModel::languageChanged);
    EXPECT_EQ(app->today()->dateText(), "lundi 14 septembre");

    app->setLanguage("en");

    EXPECT_EQ(spoken.count(), 1);
    EXPECT_EQ(app->today()->dateText(), "Monday 14 September");
}

TEST_F(Application, EntersOnlyAProfileThatIsThereAndWithItsCode)
{
    join(kName);
    join("Nadia Benali");
    const auto app = start();

    EXPECT_FALSE(app->enter("Personne", kPin));
    EXPECT_FALSE(app->enter("Nadia Benali", "000000"));
    EXPECT_TRUE(app->enter("Nadia Benali", {}));
    EXPECT_EQ(app->phase(), "unlock");
    EXPECT_TRUE(app->enter({}, kPin));

    EXPECT_EQ(app->memberName(), "Nadia Benali");
    EXPECT_FALSE(app->enter(kName, kPin));
}

TEST_F(Application, JoinsAnotherCentreAndFindsTheWayBack)
{
    join(kName);
    const auto app = start();

    app->startJoining();
    EXPECT_EQ(app->phase(), "join");
    ASSERT_TRUE(app->join()->mayGoBack());
    app->join()->goBack();
    QCoreApplication::processEvents();

    EXPECT_EQ(app->phase(), "unlock");
    EXPECT_EQ(app->unlock()->askText(), "Code de Claire");
}

TEST_F(Application, CountsWhatIsToBeHandled)
{
    const auto app = startReady();
    QSignalSpy changed(app.get(), &AppViewModel::changed);
    ASSERT_EQ(app->toHandleCount(), 0);
    DeviceLedger& ledger = app->profile()->workplace().device();

    const Verdict verdict{false, 1, clock.now, ErrorCode::outOfRange, 0, 1};
    ASSERT_TRUE(ledger.takeVerdicts({{ledger.standing().lastN, verdict}}, clock.now));

    EXPECT_EQ(app->toHandleCount(), 1);
    EXPECT_GE(changed.count(), 1);
}

}  // namespace liaison::test
