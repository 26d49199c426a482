// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/server/running_server.h"

namespace liaison::test {
namespace {

constexpr Limits::Duration kShort = std::chrono::milliseconds(150);

std::uint32_t number(ErrorCode code)
{
    return static_cast<std::uint32_t>(code);
}

TEST(Deadline, EndsAConnectionThatNeverShakesHands)
{
    Limits limits;
    limits.handshake = kShort;
    RunningServer server(limits);
    const auto begun = std::chrono::steady_clock::now();

    const RawLine silent(server.port());

    EXPECT_TRUE(silent.isEndedByServer());
    EXPECT_GE(std::chrono::steady_clock::now() - begun, kShort);
    EXPECT_EQ(server.logged("handshake refused: a deadline passed"), 1U);
}

TEST(Turn, PassesToTheNextWhenADeviceIsUpToDateOrTakesTooLong)
{
    Limits limits;
    limits.turns = 1;
    limits.visit = kShort;
    RunningServer server(limits);
    WirePhone phone(server, server.supervisorInvite());
    phone.connect();
    phone.settle();

    // It has its turn, says nothing more, and loses it.
    TlsClient slow(server.port(), {.key = &phone.key()});
    const auto begun = std::chrono::steady_clock::now();
    TlsClient next(server.port(), {.key = &phone.key()});

    EXPECT_TRUE(slow.hasShakenHands());
    EXPECT_TRUE(next.hasShakenHands());
    EXPECT_GE(std::chrono::steady_clock::now() - begun, kShort / 2);
}

TEST(Deadline, EndsAConnectionThatSaysNothingAfterTheHandshake)
{
    Limits limits;
    limits.firstFrame = kShort;
    RunningServer server(limits);
    WirePhone phone(server, server.supervisorInvite());

    TlsClient known(server.port(), {.key = &phone.key()});
    TlsClient joining(server.port(), {.key = &phone.key(), .alpn = "liaison-join/1"});

    EXPECT_EQ(known.farewell(), number(ErrorCode::timedOut));
    EXPECT_EQ(joining.farewell(), number(ErrorCode::timedOut));
}

TEST(Deadline, EndsAConnectionThatSendsItsFirstFrameByteByByte)
{
    Limits limits;
    limits.firstFrame = kShort;
    RunningServer server(limits);
    WirePhone phone(server, server.supervisorInvite());
    TlsClient slow(server.port(), {.key = &phone.key()});
    const std::string frame = frameOf(phone.hello());

    for (std::size_t i = 0; i + 1 < frame.size(); ++i)
        slow.sendBytes(frame.substr(i, 1));

    EXPECT_EQ(slow.farewell(), number(ErrorCode::timedOut));
}

TEST(Deadline, EndsAFrameThatComesTooSlowly)
{
    Limits limits;
    limits.frameGrace = kShort;
    RunningServer server(limits);
    WirePhone phone(server, server.supervisorInvite());
    phone.connect();
    phone.settle();

    phone.line().sendBytes(frameWith(100'000, 0, "the beginning"));

    EXPECT_EQ(phone.line().farewell(), number(ErrorCode::timedOut));
}

TEST(Deadline, IsLongerForADeviceThatPings)
{
    Limits limits;
    limits.idle = kShort;
    RunningServer server(limits);
    WirePhone pinging(server, server.invite(v1::ROLE_NURSE, "Kerouac"));
    WirePhone silent(server, server.supervisorInvite());
    pinging.connect();
    pinging.line().send(pinging.hello());
    pinging.line().send(ping(1));
    while (!pinging.line().receive()->has_pong())
        continue;

    silent.connect();
    silent.settle();
    EXPECT_EQ(silent.line().farewell(), number(ErrorCode::timedOut));

    pinging.line().send(ping(2));
    std::optional<v1::FromCentre> answer;
    do {
        answer = pinging.line().receive();
        ASSERT_TRUE(answer);
    } while (!answer->has_pong());
    EXPECT_EQ(answer->pong().number(), 2U);
}

TEST(Deadline, EndsEveryConnectionInTheEnd)
{
    Limits limits;
    limits.connection = kShort;
    RunningServer server(limits);
    WirePhone phone(server, server.supervisorInvite());
    phone.connect();
    phone.line().send(phone.hello());

    EXPECT_EQ(phone.line().farewell(), number(ErrorCode::timedOut));
}

TEST(Admission, TurnsAwayWhoWouldBeTooMany)
{
    Limits limits;
    limits.strangersPerAddress = 2;
    RunningServer server(limits);
    WirePhone phone(server, server.supervisorInvite());
    const RawLine first(server.port());
    const RawLine second(server.port());

    const RawLine third(server.port());

    EXPECT_TRUE(third.isEndedByServer());
}

TEST(Admission, CountsKnownDevicesApartFromStrangers)
{
    Limits limits;
    limits.strangersPerAddress = 1;
    limits.connectionsPerAddress = 3;
    RunningServer server(limits);
    WirePhone one(server, server.invite(v1::ROLE_NURSE, "Kerouac"));
    WirePhone two(server, server.supervisorInvite());

    one.connect();
    one.settle();
    two.connect();
    two.settle();
    const RawLine stranger(server.port());
    const RawLine tooMany(server.port());

    EXPECT_TRUE(tooMany.isEndedByServer());
    one.savePerson("Morel");
    one.settle();
}

}  // namespace
}  // namespace liaison::test
