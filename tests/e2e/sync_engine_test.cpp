// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/sync/sync_engine.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>
#include <nlohmann/json.hpp>

#include "mobile/store/ledger_json.h"
#include "mobile/store/save_json.h"
#include "tests/e2e/region.h"
#include "tests/support/dice.h"

namespace liaison::e2e {

namespace {

constexpr const char* kPin = "271828";

SyncPace hurried()
{
    SyncPace pace;
    pace.firstBackOff = std::chrono::milliseconds(50);
    pace.longestBackOff = std::chrono::milliseconds(400);
    return pace;
}

Profile opened(const Phone& phone)
{
    auto profile = Profile::open(phone.profile(), kPin, Schema::care());
    if (!profile) throw std::runtime_error(profile.error().detail);
    return *std::move(profile);
}

/// A phone whose engine runs inside the test, as it does inside the application.
struct LivePhone {
    explicit LivePhone(const Phone& phone, SyncPace pace = hurried())
        : profile(opened(phone)), engine(profile, clock, pace)
    {
        engine.start();
    }

    std::string save(const json& change)
    {
        const json document = {{"changes", json::array({change})}};
        const auto saved = saveJson(profile.ledger(), document, clock.now());
        if (!saved) throw std::runtime_error(saved.error().detail);
        engine.wake();
        return saved->records.at(0).text();
    }

    bool holds(const std::string& record)
    {
        const auto state = profile.ledger().ledger().record(*RecordId::fromText(record));
        return state && state->has_value();
    }

    SystemClock clock;
    Profile profile;
    SyncEngine engine;
};

json newPerson()
{
    return {{"kind", "Person"}, {"set", somePerson()}};
}

}  // namespace

class LiveSync : public Region {
protected:
    /// Lets the event loop run until it is so; fails after kPatience.
    void until(const std::string& what, const std::function<bool()>& holds)
    {
        QEventLoop loop;
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, &loop, [&] {
            if (holds()) loop.quit();
        });
        look.start(2);
        bool isTimeOut = false;
        QTimer::singleShot(kPatience, &loop, [&] {
            isTimeOut = true;
            loop.quit();
        });
        loop.exec();
        if (isTimeOut) throw std::runtime_error("waited in vain for " + what);
    }

    void untilSettled(LivePhone& phone)
    {
        until("a phone to settle", [&] { return phone.engine.isSettled(); });
    }

private:
    int count_ = 1;
    char name_[12] = "engine_test";
    char* arguments_[2] = {name_, nullptr};
    QCoreApplication application_{count_, arguments_};
};

TEST_F(LiveSync, BringsASaveToTheOtherPhoneAtOnce)
{
    LivePhone anne(joined("nurse", "Anne Morel"));
    LivePhone farid(joined("aide", "Farid Benali"));
    untilSettled(anne);
    untilSettled(farid);

    const std::string person = anne.save(newPerson());

    until("the save to arrive", [&] { return farid.holds(person); });
    untilSettled(anne);
    EXPECT_EQ(anne.engine.state(), SyncEngine::State::online);
    EXPECT_EQ(anne.engine.sentN(), 1u);
}

TEST_F(LiveSync, ComesBackByItselfAndSendsWhatWasSavedMeanwhile)
{
    LivePhone anne(joined("nurse", "Anne Morel"));
    untilSettled(anne);
    server.kill();
    until("the phone to notice", [&] { return anne.engine.state() == SyncEngine::State::offline; });
    anne.save(newPerson());
    EXPECT_FALSE(anne.engine.isSettled());
    EXPECT_EQ(*anne.profile.ledger().waiting(), 1u);

    start();

    untilSettled(anne);
    EXPECT_EQ(*anne.profile.ledger().waiting(), 0u);
}

TEST_F(LiveSync, PartsCopiesOfAPhoneThatOnlyTakeEachOthersLine)
{
    const Phone original = joined("nurse", "Anne Morel");
    const Phone copied = phone("copy");
    std::filesystem::copy(original.profile(), copied.profile(),
                          std::filesystem::copy_options::recursive);
    LivePhone anne(original);
    LivePhone copy(copied);

    until("the copies to take different numbers", [&] {
        return anne.profile.ledger().standing().number != copy.profile.ledger().standing().number;
    });
    until("both to rest side by side",
          [&] { return anne.engine.isSettled() && copy.engine.isSettled(); });

    const std::string person = copy.save(newPerson());
    until("the save to arrive", [&] { return anne.holds(person); });
}

TEST_F(LiveSync, NoticesALineThatHasDiedWithoutAWord)
{
    SyncPace pace = hurried();
    pace.pingAfter = std::chrono::milliseconds(100);
    pace.answerWithin = std::chrono::milliseconds(300);
    LivePhone anne(joined("nurse", "Anne Morel"), pace);
    untilSettled(anne);
    std::vector<ErrorCode> failures;
    QObject::connect(&anne.engine, &SyncEngine::failed, &anne.engine,
                     [&](ErrorCode code, const QString&) { failures.push_back(code); });

    line.set({.stopUpAfter = 0});

    until("the silence to be noticed", [&] { return !failures.empty(); });
    EXPECT_EQ(failures.front(), ErrorCode::timedOut);
    line.mend();
    untilSettled(anne);
}

TEST_F(LiveSync, IsPatientWithALineThatIsOnlySlow)
{
    SyncPace pace = hurried();
    pace.pingAfter = std::chrono::milliseconds(100);
    pace.answerWithin = std::chrono::milliseconds(250);
    LivePhone anne(joined("nurse", "Anne Morel"), pace);
    untilSettled(anne);
    int failures = 0;
    QObject::connect(&anne.engine, &SyncEngine::failed, &anne.engine, [&] { ++failures; });
    line.set({.pauseAfterPiece = std::chrono::milliseconds(20)});
    Dice dice{5};
    const auto before = std::chrono::steady_clock::now();

    const std::string person = anne.save(newPerson());
    for (int index = 0; index < 5; ++index) {
        std::string text(19'000, ' ');
        for (char& letter : text) {
            letter = static_cast<char>('!' + dice.below(90));
        }
        anne.save({{"kind", "Transmission"}, {"set", transmissionAbout(person, text)}});
    }

    untilSettled(anne);
    EXPECT_GT(std::chrono::steady_clock::now() - before, 4 * pace.answerWithin);
    EXPECT_EQ(failures, 0);
}

TEST_F(LiveSync, TriesEveryAddressOfTheCentre)
{
    const std::string dead = "127.0.0.1:1";
    const Phone phone = joined("nurse", "Anne Morel");
    server.command({"centre", "address", "CRT Les Tilleuls", dead, line.address()});
    phone.sync();

    LivePhone anne(phone);

    untilSettled(anne);
    EXPECT_EQ(anne.profile.card().addresses, (std::vector<std::string>{dead, line.address()}));
    EXPECT_EQ(joined("aide", "Farid Benali").sync().at("waiting"), 0);
}

TEST_F(LiveSync, TellsNothingToAServerThatIsNotTheCentres)
{
    LivePhone anne(joined("nurse", "Anne Morel"));
    untilSettled(anne);
    anne.engine.stop();
    anne.save(newPerson());
    const TempFolder otherFolder;
    Server impostor(otherFolder.path());
    impostor.addCentre(line.address());
    impostor.start();
    line.leadTo(impostor.port());
    line.mend();
    std::vector<ErrorCode> failures;
    QObject::connect(&anne.engine, &SyncEngine::failed, &anne.engine,
                     [&](ErrorCode code, const QString&) { failures.push_back(code); });

    anne.engine.start();

    until("the attempt to fail", [&] { return !failures.empty(); });
    EXPECT_EQ(failures.front(), ErrorCode::untrusted);
    EXPECT_LT(line.whole().up, 700u);
    EXPECT_EQ(*anne.profile.ledger().waiting(), 1u);

    line.leadTo(server.port());
    untilSettled(anne);
}

TEST_F(LiveSync, LeavesTheFieldToANewerConnectionOfTheSameDevice)
{
    const Phone anne = joined("nurse", "Anne Morel");
    std::filesystem::copy(anne.profile(), folder.path() / "copy",
                          std::filesystem::copy_options::recursive);
    LivePhone first(anne);
    untilSettled(first);
    std::vector<ErrorCode> failures;
    QObject::connect(&first.engine, &SyncEngine::failed, &first.engine,
                     [&](ErrorCode code, const QString&) {
                         failures.push_back(code);
                         first.engine.stop();
                     });

    LivePhone second(phone("copy"));

    until("the first to be replaced", [&] { return !failures.empty(); });
    untilSettled(second);
    EXPECT_EQ(failures.front(), ErrorCode::replaced);
}

}  // namespace liaison::e2e
