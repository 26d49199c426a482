// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "shared/base/bytes.h"
#include "tests/server/running_server.h"

namespace liaison::test {
namespace {

std::uint32_t number(ErrorCode code)
{
    return static_cast<std::uint32_t>(code);
}

/// One connected phone that must not notice what happens to the other.
class BadInput : public testing::Test {
protected:
    BadInput()
    {
        bystander_.connect();
        bystander_.settle();
    }

    /// What the server says to these bytes behind a good greeting.
    std::uint32_t farewellTo(const std::string& bytes)
    {
        TlsClient client(server_.port(), {.key = &phone_.key()});
        client.send(phone_.hello());
        EXPECT_TRUE(client.receive()->has_welcome());
        client.sendBytes(bytes);
        return client.farewell();
    }

    std::uint32_t farewellTo(const v1::FromDevice& message) { return farewellTo(frameOf(message)); }

    void expectBystanderUndisturbed()
    {
        const RecordId person = bystander_.savePerson("Morel");
        bystander_.settle();
        EXPECT_EQ(bystander_.familyName(person), "Morel");
        EXPECT_EQ(bystander_.digest(), server_.digest(v1::ROLE_NURSE));
    }

    RunningServer server_;
    WirePhone phone_{server_, server_.supervisorInvite()};
    WirePhone bystander_{server_, server_.invite(v1::ROLE_NURSE, "Kerouac")};
};

TEST_F(BadInput, EndsOnlyTheConnectionThatABadFrameCameOn)
{
    const std::string before = server_.digest(v1::ROLE_SUPERVISOR);

    EXPECT_EQ(farewellTo(std::string(4, '\0')), number(ErrorCode::malformed));
    EXPECT_EQ(farewellTo("\xff\xff\xff\xff"), number(ErrorCode::tooLarge));
    EXPECT_EQ(farewellTo(frameWith(2, "12345678")), number(ErrorCode::malformed));
    EXPECT_EQ(farewellTo(frameWith(1, "12345678")), number(ErrorCode::malformed));
    EXPECT_EQ(farewellTo(frameWith(0, "\xff\xff\xff\xff")), number(ErrorCode::malformed));
    EXPECT_EQ(farewellTo(frameWith(9, 0, "12345678")), number(ErrorCode::malformed));
    EXPECT_EQ(farewellTo(frameWith(kFrameBytesMax + 1, 0, "")), number(ErrorCode::tooLarge));

    EXPECT_EQ(server_.digest(v1::ROLE_SUPERVISOR), before);
    EXPECT_EQ(server_.logged(phone_.key().number().text() + " left: malformed"), 5U);
    EXPECT_EQ(server_.logged(phone_.key().number().text() + " left: tooLarge"), 2U);
    EXPECT_EQ(server_.logged(bystander_.key().number().text() + " left"), 0U);
    expectBystanderUndisturbed();
}

TEST_F(BadInput, EndsTheConnectionOfAMessageOutOfPlace)
{
    v1::FromDevice join;
    join.mutable_join()->set_invite("again");

    EXPECT_EQ(farewellTo(v1::FromDevice()), number(ErrorCode::outOfPlace));
    EXPECT_EQ(farewellTo(phone_.hello()), number(ErrorCode::outOfPlace));
    EXPECT_EQ(farewellTo(join), number(ErrorCode::outOfPlace));
    TlsClient early(server_.port(), {.key = &phone_.key()});
    early.send(ping(1));
    EXPECT_EQ(early.farewell(), number(ErrorCode::outOfPlace));

    expectBystanderUndisturbed();
}

TEST_F(BadInput, EndsTheConnectionOfEditsThatAreNone)
{
    v1::FromDevice push;
    push.mutable_push()->set_number(1);
    push.mutable_push()->set_first_n(1);
    push.mutable_push()->set_chain(phone_.hello().hello().chain());
    push.mutable_push()->add_edits("not an edit");

    EXPECT_EQ(farewellTo(push), number(ErrorCode::malformed));

    expectBystanderUndisturbed();
}

TEST_F(BadInput, AllowsLittleBeforeTheGreeting)
{
    TlsClient client(server_.port(), {.key = &phone_.key()});

    client.sendBytes(frameWith(kFrameBytesMaxGreeting + 1, 0, ""));

    EXPECT_EQ(client.farewell(), number(ErrorCode::tooLarge));
}

TEST_F(BadInput, AllowsLeastToAKeyThatNobodyKnows)
{
    const DeviceKey stranger = *DeviceKey::make();
    const Offer offer{.key = &stranger, .alpn = "liaison-join/1"};
    TlsClient large(server_.port(), offer);
    large.sendBytes(frameWith(kFrameBytesMaxUnknown + 1, 0, ""));
    EXPECT_EQ(large.farewell(), number(ErrorCode::tooLarge));

    TlsClient greeting(server_.port(), offer);
    greeting.send(phone_.hello());
    EXPECT_EQ(greeting.farewell(), number(ErrorCode::outOfPlace));

    TlsClient garbage(server_.port(), offer);
    garbage.sendBytes(frameWith(0, "\xff\xff\xff\xff"));
    EXPECT_EQ(garbage.farewell(), number(ErrorCode::malformed));
    expectBystanderUndisturbed();
}

TEST_F(BadInput, SurvivesRandomBytesAnywhere)
{
    for (int i = 0; i < 50; ++i)
        EXPECT_NE(farewellTo(randomBytes(200)), 0U);

    expectBystanderUndisturbed();
}

TEST_F(BadInput, SurvivesLinesCutAnywhere)
{
    const std::string frame = frameOf(phone_.hello());
    for (std::size_t size = 0; size < frame.size(); size += 7) {
        TlsClient client(server_.port(), {.key = &phone_.key()});
        client.sendBytes(frame.substr(0, size + 1));
    }

    expectBystanderUndisturbed();
}

}  // namespace
}  // namespace liaison::test
