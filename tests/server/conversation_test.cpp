// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/server/running_server.h"

namespace liaison::test {
namespace {

std::uint32_t number(ErrorCode code)
{
    return static_cast<std::uint32_t>(code);
}

TEST(Conversation, CarriesASaveToTheOtherPhone)
{
    RunningServer server;
    WirePhone nurse(server, server.invite(v1::ROLE_NURSE, "Kerouac"));
    WirePhone desk(server, server.supervisorInvite());
    const RecordId person = nurse.savePerson("Morel");

    nurse.connect();
    nurse.settle();
    desk.connect();
    desk.settle();

    EXPECT_EQ(desk.familyName(person), "Morel");
    EXPECT_EQ(nurse.digest(), server.digest(v1::ROLE_NURSE));
    EXPECT_EQ(desk.digest(), server.digest(v1::ROLE_SUPERVISOR));
}

TEST(Conversation, BringsASaveLiveToAConnectedPhone)
{
    RunningServer server;
    WirePhone nurse(server, server.invite(v1::ROLE_NURSE, "Kerouac"));
    WirePhone desk(server, server.supervisorInvite());
    nurse.connect();
    nurse.settle();
    desk.connect();
    desk.settle();

    const RecordId person = nurse.savePerson("Morel");
    nurse.settle();
    while (desk.familyName(person).empty() && !HasFatalFailure())
        desk.receiveOne();

    EXPECT_EQ(desk.familyName(person), "Morel");
}

TEST(Conversation, BringsAnInvitedMemberLiveToTheDesk)
{
    RunningServer server;
    WirePhone desk(server, server.supervisorInvite());
    desk.connect();
    desk.settle();

    server.invite(v1::ROLE_AIDE, "Petit");

    desk.receiveOne();
    desk.settle();
    EXPECT_EQ(desk.digest(), server.digest(v1::ROLE_SUPERVISOR));
}

TEST(Conversation, HoldsThousandsOfSavesFromSeveralPhones)
{
    RunningServer server;
    std::vector<std::unique_ptr<WirePhone>> phones;
    for (int i = 0; i < 4; ++i) {
        phones.push_back(
            std::make_unique<WirePhone>(server, server.invite(v1::ROLE_NURSE, "Nurse")));
        for (int n = 0; n < 300; ++n)
            phones.back()->savePerson("Person " + std::to_string(n));
    }

    std::vector<std::thread> threads;
    for (auto& phone : phones) {
        threads.emplace_back([&phone] {
            phone->connect();
            phone->settle();
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    for (auto& phone : phones) {
        phone->connect();
        phone->settle();
    }

    for (auto& phone : phones)
        EXPECT_EQ(phone->digest(), server.digest(v1::ROLE_NURSE));
}

TEST(Conversation, GoesToTheNewestConnectionOfADevice)
{
    RunningServer server;
    WirePhone phone(server, server.supervisorInvite());
    TlsClient older(server.port(), {.key = &phone.key()});
    older.send(phone.hello());
    ASSERT_TRUE(older.receive()->has_welcome());

    phone.connect();
    phone.settle();

    EXPECT_EQ(older.farewell(), number(ErrorCode::replaced));
    phone.savePerson("Morel");
    phone.settle();
    EXPECT_EQ(phone.digest(), server.digest(v1::ROLE_SUPERVISOR));
}

TEST(Conversation, EndsForEverybodyWhenTheServerStops)
{
    RunningServer server;
    WirePhone phone(server, server.supervisorInvite());
    phone.connect();
    phone.settle();
    TlsClient joining(server.port(), {.key = &phone.key(), .alpn = "liaison-join/1"});
    const RawLine silent(server.port());

    server.stop();

    EXPECT_EQ(phone.line().farewell(), number(ErrorCode::stopping));
    EXPECT_EQ(joining.farewell(), 0U);
    EXPECT_TRUE(silent.isEndedByServer());
}

TEST(Conversation, KeepsWhatWasPushedWhenTheServerStops)
{
    RunningServer server;
    WirePhone phone(server, server.supervisorInvite());
    const RecordId person = phone.savePerson("Morel");
    phone.connect();
    phone.settle();
    phone.disconnect();

    server.stop();
    server.start();

    WirePhone other(server, server.invite(v1::ROLE_NURSE, "Kerouac"));
    other.connect();
    other.settle();
    EXPECT_EQ(other.familyName(person), "Morel");
}

TEST(Conversation, NeedsTheUnlockToken)
{
    RunningServer server;
    WirePhone phone(server, server.supervisorInvite());
    TlsClient thief(server.port(), {.key = &phone.key()});
    v1::FromDevice hello = phone.hello();
    hello.mutable_hello()->set_unlock_token("guessed");

    thief.send(hello);

    const auto answer = thief.receive();
    ASSERT_TRUE(answer && answer->has_bye());
    EXPECT_EQ(answer->bye().code(), number(ErrorCode::locked));
    EXPECT_FALSE(thief.receive());
}

TEST(Joining, AnswersTheSameKeyTheSameAgain)
{
    RunningServer server;
    const DeviceKey key = *DeviceKey::make();
    const v1::FromCentre first = joinOver(server.port(), key, server.supervisorInvite());
    ASSERT_TRUE(first.has_joined());

    const v1::FromCentre again = joinOver(server.port(), key, server.supervisorInvite());

    EXPECT_EQ(again.SerializeAsString(), first.SerializeAsString());
}

TEST(Joining, GivesOneAnswerToEveryBadInvite)
{
    RunningServer server;
    const Invite good = server.supervisorInvite();
    Invite unknown = good;
    unknown.id = std::string(16, 'x');
    Invite wrong = server.invite(v1::ROLE_NURSE, "Kerouac");
    wrong.secret = std::string(16, 'x');
    WirePhone first(server, good);

    const auto answer = [&server](const Invite& invite) {
        return joinOver(server.port(), *DeviceKey::make(), invite).SerializeAsString();
    };

    const std::string used = answer(good);
    v1::FromCentre parsed;
    ASSERT_TRUE(parsed.ParseFromString(used));
    EXPECT_EQ(parsed.bye().code(), number(ErrorCode::inviteRefused));
    EXPECT_EQ(answer(unknown), used);
    EXPECT_EQ(answer(wrong), used);
}

}  // namespace
}  // namespace liaison::test
