// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/server/running_server.h"

namespace liaison::test {
namespace {

/// What a server does with an offer is seen by whether it says anything: a client of TLS 1.3
/// believes in the handshake before the server has looked at its key.
class Handshake : public testing::Test {
protected:
    /// True when the server took the client in and answered this message.
    bool isTakenIn(const Offer& offer, const v1::FromDevice& message)
    {
        TlsClient client(server_.port(), offer);
        if (client.hasShakenHands()) client.send(message);
        const bool isAnswered = client.hasShakenHands() && client.receive().has_value();
        reason_ = client.reason();
        return isAnswered;
    }

    v1::FromDevice join() const
    {
        v1::FromDevice message;
        message.mutable_join()->set_invite(std::string(16, 'i'));
        message.mutable_join()->set_secret(std::string(16, 's'));
        return message;
    }

    RunningServer server_;
    WirePhone phone_{server_, server_.supervisorInvite()};
    DeviceKey stranger_ = *DeviceKey::make();
    std::string reason_;
};

TEST_F(Handshake, TakesAKnownKeyIn)
{
    TlsClient client(server_.port(), {.key = &phone_.key()});

    ASSERT_TRUE(client.hasShakenHands()) << client.reason();
    EXPECT_EQ(client.version(), "TLSv1.3");
    EXPECT_EQ(client.serverPin(), server_.supervisorInvite().pins.at(0));
    client.send(phone_.hello());
    const auto welcome = client.receive();
    ASSERT_TRUE(welcome && welcome->has_welcome());
    EXPECT_FALSE(client.hasSession())
        << "a session that could be resumed skips the look at the key";
}

TEST_F(Handshake, RefusesAnUnknownKey)
{
    EXPECT_FALSE(isTakenIn({.key = &stranger_}, phone_.hello()));
}

TEST_F(Handshake, LetsAnUnknownKeyJoin)
{
    EXPECT_TRUE(isTakenIn({.key = &stranger_, .alpn = "liaison-join/1"}, join()));
}

TEST_F(Handshake, RefusesAClientWithoutACertificate)
{
    EXPECT_FALSE(isTakenIn({}, phone_.hello()));
    EXPECT_FALSE(isTakenIn({.alpn = "liaison-join/1"}, join()));
}

TEST_F(Handshake, RefusesAClientThatNamesNoConversation)
{
    EXPECT_FALSE(isTakenIn({.key = &phone_.key(), .alpn = ""}, phone_.hello()));
    EXPECT_FALSE(isTakenIn({.key = &stranger_, .alpn = ""}, join()));
}

TEST_F(Handshake, RefusesOtherConversations)
{
    EXPECT_FALSE(isTakenIn({.key = &phone_.key(), .alpn = "h2"}, phone_.hello()));
    EXPECT_FALSE(isTakenIn({.key = &phone_.key(), .alpn = "liaison/2"}, phone_.hello()));
}

TEST_F(Handshake, RefusesOlderVersionsOfTls)
{
    for (const int version : {TLS1_VERSION, TLS1_1_VERSION, TLS1_2_VERSION}) {
        TlsClient client(server_.port(), {.key = &phone_.key(), .version = version});
        EXPECT_FALSE(client.hasShakenHands()) << version;
    }
}

TEST_F(Handshake, RefusesOtherSignaturesThanEcdsaWithSha256)
{
    TlsClient client(server_.port(), {.key = &phone_.key(), .signatures = "ECDSA+SHA384"});

    EXPECT_FALSE(client.hasShakenHands() && client.send(phone_.hello()) && client.receive());
}

TEST_F(Handshake, KnowsItsDevicesAfterARestart)
{
    server_.stop();
    server_.start();

    EXPECT_TRUE(isTakenIn({.key = &phone_.key()}, phone_.hello())) << reason_;
    EXPECT_FALSE(isTakenIn({.key = &stranger_}, phone_.hello()));
}

TEST_F(Handshake, RefusesBytesThatAreNotTls)
{
    const RawLine line(server_.port());

    EXPECT_TRUE(line.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));

    EXPECT_TRUE(line.isEndedByServer());
    EXPECT_TRUE(isTakenIn({.key = &phone_.key()}, phone_.hello()));
}

}  // namespace
}  // namespace liaison::test
