// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "mobile/viewmodel/app_view_model.h"
#include "mobile/viewmodel/record_form.h"
#include "mobile/viewmodel/register_types.h"
#include "mobile/viewmodel/sync_view_model.h"
#include "tests/e2e/region.h"

namespace liaison::e2e {

namespace {

constexpr const char* kPin = "271828";

}  // namespace

/// The application without its pages, at a real centre.
class LiveApplication : public Region {
protected:
    LiveApplication()
    {
        registerTypes();
        QObject::connect(&app, &AppViewModel::formOpened, [&](RecordForm* one) { form = one; });
        QObject::connect(&app, &AppViewModel::syncOpened, [&](SyncViewModel* one) { sync = one; });
    }

    template <typename Holds>
    void until(const char* what, Holds holds)
    {
        if (!QTest::qWaitFor(holds, static_cast<int>(std::chrono::milliseconds(kPatience).count())))
            throw std::runtime_error(std::string("waited in vain for ") + what);
    }

    void enter(const std::string& code)
    {
        app.join()->setCode(QString::fromStdString(code));
        app.join()->proceed();
        app.join()->setPin(kPin);
        app.join()->setPinAgain(kPin);
        app.join()->proceed();
    }

    void join(const std::string& code)
    {
        enter(code);
        until("the first day", [&] { return app.phase() == "ready"; });
    }

    void write(const RecordId& record, const char* field, const char* text)
    {
        Q_EMIT app.profile()->workplace().formAsked(record, field);
        ASSERT_TRUE(form->writeField(field, text));
        form->save();
        ASSERT_EQ(form->problem(), "");
    }

    bool isReceived() { return *app.profile()->workplace().device().waiting() == 0; }

    SystemClock clock;
    AppViewModel app{folder.path() / "profiles", clock, Schema::care()};
    RecordForm* form = nullptr;
    SyncViewModel* sync = nullptr;
};

TEST_F(LiveApplication, JoinsWithACodeAndShowsWhatTheCentreHolds)
{
    const Phone desk = joined("supervisor", "Sophie Garrigue");
    desk.create("Person", somePerson());
    desk.sync();
    ASSERT_EQ(app.phase(), "join");

    join(server.invite("aide", "Farid Benali"));

    EXPECT_EQ(app.memberName(), "Farid Benali");
    ASSERT_EQ(app.persons()->persons()->count(), 1);
    EXPECT_EQ(app.persons()->persons()->value(0, "name").toString(), "Colette Bonnet");
    app.lock();
    EXPECT_EQ(app.unlock()->askText(), "Code de Farid");
    EXPECT_EQ(app.unlock()->pinLength(), 6);
}

TEST_F(LiveApplication, SaysReceivedWhenAnotherCanReadIt)
{
    const Phone desk = joined("supervisor", "Sophie Garrigue");
    const std::string person = desk.create("Person", somePerson());
    desk.sync();
    join(server.invite("nurse", "Anne Morel"));

    write(*RecordId::fromText(person), "access", "2e étage, code 47B12");
    until("the receipt", [&] { return isReceived(); });

    EXPECT_TRUE(app.waitingText().startsWith("Rien à envoyer"));
    desk.sync();
    EXPECT_EQ(desk.shown(person, "access"), "2e étage, code 47B12");
}

TEST_F(LiveApplication, KeepsWorkingWithoutTheCentreAndSendsWhenItIsBack)
{
    const Phone desk = joined("supervisor", "Sophie Garrigue");
    const std::string person = desk.create("Person", somePerson());
    desk.sync();
    join(server.invite("nurse", "Anne Morel"));
    app.openSync();
    until("contact", [&] { return sync->contactText() == "En contact avec le centre"; });
    server.kill();
    until("silence", [&] { return sync->contactText().startsWith("Hors connexion"); });

    write(*RecordId::fromText(person), "access", "Rez-de-chaussée");

    EXPECT_EQ(sync->waitingText(), "1 à envoyer");
    ASSERT_EQ(sync->waiting()->count(), 1);
    EXPECT_EQ(sync->waiting()->value(0, "title").toString(), "Personne, Colette Bonnet");
    start();
    sync->tryNow();
    until("the receipt", [&] { return isReceived(); });
    EXPECT_EQ(sync->waiting()->count(), 0);
    EXPECT_EQ(sync->exchanges()->value(0, "icon").toString(), "done_all");
}

TEST_F(LiveApplication, SaysThatACodeWasUsedAlreadyAndStaysWhereItWas)
{
    const std::string code = server.invite("nurse", "Anne Morel");
    phone("Anne Morel").join(code);

    enter(code);
    until("the answer", [&] { return !app.join()->problem().isEmpty(); });

    EXPECT_EQ(app.join()->problem(), "Ce code n’est pas, ou n’est plus, valable.");
    EXPECT_NE(app.join()->advice(), "");
    EXPECT_EQ(app.phase(), "join");
    EXPECT_TRUE(app.join()->mayGoBack());
}

}  // namespace liaison::e2e
