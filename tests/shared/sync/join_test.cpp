// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <fstream>

#include "shared/base/sha256.h"
#include "tests/support/small_world.h"

namespace liaison::test {

namespace {

using namespace std::chrono_literals;

class Joining : public testing::Test {
protected:
    Result<v1::Joined> tryJoin(const std::string& key, const std::string& secret)
    {
        v1::Join message;
        message.set_invite(made.stored.id);
        message.set_secret(secret);
        message.set_device_name("Téléphone de Nadia");
        return join(centre.ledger(), message, key, {std::string(32, 's')}, clock.now);
    }

    TempFolder folder;
    FakeClock clock;
    SmallCentre centre{folder, clock, Schema::care()};
    MadeInvite made = centre.invite(v1::ROLE_AIDE, "Benali");
    std::string pin = sha256("a key");
};

}  // namespace

TEST_F(Joining, MakesTheDeviceOfTheInvitedMember)
{
    const auto joined = tryJoin(pin, made.secret);

    ASSERT_TRUE(joined);
    const auto device = *centre.ledger().device(DeviceNumber::ofKey(pin));
    ASSERT_TRUE(device);
    EXPECT_EQ(device->member, made.stored.member);
    EXPECT_EQ(*centre.ledger().roleOf(device->member), v1::ROLE_AIDE);
    EXPECT_EQ(joined->centre_name(), "CRT Les Tilleuls");
}

TEST_F(Joining, GivesTheSameAnswerWhenTheSameKeyRepeatsIt)
{
    const auto first = tryJoin(pin, made.secret);
    clock.advance(23h);
    const auto again = tryJoin(pin, made.secret);

    ASSERT_TRUE(first && again);
    EXPECT_EQ(first->SerializeAsString(), again->SerializeAsString());
    EXPECT_EQ(centre.ledger().devices()->size(), 1u);
}

TEST_F(Joining, IsRefusedToASecondKey)
{
    ASSERT_TRUE(tryJoin(pin, made.secret));

    EXPECT_EQ(tryJoin(sha256("another key"), made.secret).error().code, ErrorCode::inviteRefused);
    EXPECT_EQ(centre.ledger().devices()->size(), 1u);
}

TEST_F(Joining, IsRefusedToAKeyThatIsADeviceAlready)
{
    ASSERT_TRUE(tryJoin(pin, made.secret));
    auto device = **centre.ledger().device(DeviceNumber::ofKey(pin));
    device.isRevoked = true;
    device.lastN = 12;
    auto transaction = centre.ledger().ledger().begin();
    ASSERT_TRUE(centre.ledger().keepDevice(device));
    ASSERT_TRUE(centre.ledger().ledger().commit(*transaction));
    made = centre.invite(v1::ROLE_NURSE, "Encore");

    EXPECT_EQ(tryJoin(pin, made.secret).error().code, ErrorCode::inviteRefused);

    device = **centre.ledger().device(DeviceNumber::ofKey(pin));
    EXPECT_TRUE(device.isRevoked);
    EXPECT_EQ(device.lastN, 12u);
}

TEST_F(Joining, IsRefusedAfterItsTime)
{
    clock.advance(15min);

    EXPECT_EQ(tryJoin(pin, made.secret).error().code, ErrorCode::inviteRefused);
}

TEST_F(Joining, IsBurnedByFiveWrongSecretsAndSaysTheSameEachTime)
{
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(tryJoin(pin, std::string(16, 'w')).error().code, ErrorCode::inviteRefused);
    }

    EXPECT_EQ(tryJoin(pin, made.secret).error().code, ErrorCode::inviteRefused);
}

TEST_F(Joining, LeavesNoMemberBehindWhenTheInviteCannotBeKept)
{
    Database& store = centre.ledger().ledger().database();
    const auto make = [this] {
        return invite(centre.ledger(), v1::ROLE_NURSE, "Kerouac", "Zoé", clock.now,
                      clock.now + 15min);
    };
    const auto head = *centre.ledger().ledger().head();
    const auto lastN = centre.ledger().standing().lastN;
    const std::string digest = centre.digest(v1::ROLE_SUPERVISOR);
    ASSERT_TRUE(
        store.execute("CREATE TRIGGER full BEFORE INSERT ON invite"
                      " BEGIN SELECT RAISE(FAIL, 'no room'); END"));

    EXPECT_FALSE(make());

    EXPECT_EQ(*centre.ledger().ledger().head(), head);
    EXPECT_EQ(centre.ledger().standing().lastN, lastN);
    EXPECT_EQ(centre.digest(v1::ROLE_SUPERVISOR), digest);
    ASSERT_TRUE(store.execute("DROP TRIGGER full"));
    const auto made = make();
    ASSERT_TRUE(made) << made.error().detail;
    EXPECT_EQ(*centre.ledger().roleOf(made->stored.member), v1::ROLE_NURSE);
}

TEST_F(Joining, KeepsNoSecretInTheCentresFile)
{
    ASSERT_TRUE(tryJoin(pin, made.secret));
    centre.restart();

    std::ifstream file(folder.file("centre.db"), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});

    EXPECT_FALSE(bytes.empty());
    EXPECT_EQ(bytes.find(made.secret), std::string::npos);
}

}  // namespace liaison::test
