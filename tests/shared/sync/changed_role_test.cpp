// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shared/sync/centre_fixture.h"

namespace liaison::test {

class ChangedRole : public CentreAtWork {};

TEST_F(ChangedRole, TakesFromThePhoneWhatTheNewRoleMayNotRead)
{
    const RecordId rouchon = aude.write(kPerson, person("Rouchon"));
    aude.write(kPerson, history("Diabète"), rouchon);
    synchroniseAll();
    ASSERT_EQ(shown(claire, rouchon).medical_history(), "Diabète");

    giveRole(claire.member(), v1::ROLE_AIDE);
    synchronise(claire, centre);

    EXPECT_EQ(shown(claire, rouchon).medical_history(), "");
    EXPECT_EQ(shown(claire, rouchon).family_name(), "Rouchon");
    EXPECT_EQ(claire.digest(), centre.digest(v1::ROLE_AIDE));
    EXPECT_TRUE(claire.ledger().standing().isRunComplete());
}

TEST_F(ChangedRole, NarrowsAnEditOfWhichAPartMayStillBeRead)
{
    v1::Person written = person("Rouchon");
    written.set_medical_history("Diabète");
    const RecordId rouchon = aude.write(kPerson, written);
    synchroniseAll();

    giveRole(claire.member(), v1::ROLE_AIDE);
    synchronise(claire, centre);

    EXPECT_EQ(shown(claire, rouchon).family_name(), "Rouchon");
    EXPECT_EQ(shown(claire, rouchon).medical_history(), "");
}

TEST_F(ChangedRole, BringsWhatTheNewRoleMayRead)
{
    v1::Person written = person("Rouchon");
    written.set_medical_history("Diabète");
    const RecordId rouchon = aude.write(kPerson, written);
    synchroniseAll();
    ASSERT_EQ(shown(nadia, rouchon).medical_history(), "");

    giveRole(nadia.member(), v1::ROLE_NURSE);
    synchronise(nadia, centre);

    EXPECT_EQ(shown(nadia, rouchon).medical_history(), "Diabète");
    EXPECT_EQ(nadia.digest(), centre.digest(v1::ROLE_NURSE));
}

TEST_F(ChangedRole, HidesAtOnceAndDropsNothingBeforeTheNewRunIsComplete)
{
    for (int i = 0; i < 3; ++i)
        aude.write(kPerson, person("Neuve"));
    const RecordId rouchon = aude.write(kPerson, person("Rouchon"));
    aude.write(kPerson, history("Diabète"), rouchon);
    synchroniseAll();
    giveRole(claire.member(), v1::ROLE_AIDE);

    SmallLine line(claire, centre);
    ASSERT_TRUE(line.runAtMost(2));

    const auto held = [&] { return claire.ledger().ledger().editsOf(aude.number(), 1, 9)->size(); };
    EXPECT_FALSE(claire.ledger().standing().isRunComplete());
    EXPECT_EQ(shown(claire, rouchon).medical_history(), "");
    EXPECT_EQ(shown(claire, rouchon).family_name(), "Rouchon");
    EXPECT_EQ(held(), 5u);
    claire.restart();
    EXPECT_EQ(shown(claire, rouchon).medical_history(), "");
    synchronise(claire, centre);
    EXPECT_EQ(held(), 4u);
}

TEST_F(ChangedRole, AcceptsWhatWasWrittenBeforeItWasKnown)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchroniseAll();
    claire.write(kPerson, history("Diabète"), rouchon);
    giveRole(claire.member(), v1::ROLE_AIDE);

    synchronise(claire, centre);

    EXPECT_EQ(shownAtCentre(rouchon).medical_history(), "Diabète");
    EXPECT_EQ(*claire.ledger().refusedCount(), 0u);
}

TEST_F(ChangedRole, KeepsOwnUnsentWorkThroughEveryChange)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchroniseAll();
    giveRole(claire.member(), v1::ROLE_AIDE);
    claire.write(kPerson, access("Code 4512"), rouchon);
    SmallLine line(claire, centre);
    ASSERT_TRUE(line.runAtMost(1));
    giveRole(claire.member(), v1::ROLE_NURSE);

    synchronise(claire, centre);

    EXPECT_EQ(shownAtCentre(rouchon).access(), "Code 4512");
    EXPECT_EQ(claire.digest(), centre.digest(v1::ROLE_NURSE));
}

TEST_F(ChangedRole, LeavesTheOldOneToNoMoreEditsThanAPhoneCanHold)
{
    HeldRoles roles;
    roles.greet(v1::ROLE_NURSE, 0, 0, clock.now);
    roles.greet(v1::ROLE_AIDE, 1'000'000'000, 20, clock.now);

    EXPECT_EQ(roles.rolesFor(20 + HeldRoles::kUnsentMax, clock.now),
              (std::vector{v1::ROLE_AIDE, v1::ROLE_NURSE}));
    EXPECT_EQ(roles.rolesFor(21 + HeldRoles::kUnsentMax, clock.now), (std::vector{v1::ROLE_AIDE}));
}

TEST_F(ChangedRole, LeavesTheOldOneToNobodyForEver)
{
    HeldRoles roles;
    roles.greet(v1::ROLE_NURSE, 0, 0, clock.now);
    roles.greet(v1::ROLE_AIDE, 30, 20, clock.now);
    EXPECT_EQ(roles.rolesFor(25, clock.now + std::chrono::hours(24)),
              (std::vector{v1::ROLE_AIDE, v1::ROLE_NURSE}));

    EXPECT_EQ(roles.rolesFor(25, clock.now + std::chrono::hours(24 * 181)),
              (std::vector{v1::ROLE_AIDE}));
}

}  // namespace liaison::test
