// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/judge.h"
#include "tests/shared/sync/centre_fixture.h"

namespace liaison::test {

class RestoredCentre : public CentreAtWork {};

TEST_F(RestoredCentre, GetsBackWhatItsPhonesStillHold)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchroniseAll();
    centre.backUp();
    claire.write(kPerson, access("Code 4512"), rouchon);
    const RecordId girard = aude.write(kPerson, person("Girard"));
    synchroniseAll();
    const std::string before = centre.digest(v1::ROLE_NURSE);

    centre.restore();
    ASSERT_NE(centre.digest(v1::ROLE_NURSE), before);
    synchroniseAll();

    EXPECT_EQ(centre.digest(v1::ROLE_NURSE), before);
    EXPECT_EQ(shownAtCentre(rouchon).access(), "Code 4512");
    EXPECT_EQ(shownAtCentre(girard).family_name(), "Girard");
    for (SmallPhone* phone : {&claire, &aude})
        EXPECT_EQ(phone->digest(), before);
    EXPECT_EQ(nadia.digest(), centre.digest(v1::ROLE_AIDE));
    EXPECT_EQ(centre.ledger().standing().epoch, 2u);
}

TEST_F(RestoredCentre, HearsOfALostPhonesWordsFromAnotherThatReadThem)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchroniseAll();
    centre.backUp();
    claire.write(kPerson, access("Code 4512"), rouchon);
    synchroniseAll();

    centre.restore();
    synchronise(aude, centre);
    synchronise(nadia, centre);

    EXPECT_EQ(shownAtCentre(rouchon).access(), "Code 4512");
    EXPECT_EQ(shown(nadia, rouchon).access(), "Code 4512");
    const auto entries = centre.ledger().ledger().editsOf(claire.number(), 2, 1);
    ASSERT_TRUE(entries && entries->size() == 1);
    EXPECT_EQ(entries->front().witness, aude.number());
}

TEST_F(RestoredCentre, NeedsNoWitnessOnceTheAuthorHasSentIt)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchroniseAll();
    centre.backUp();
    claire.write(kPerson, access("Code 4512"), rouchon);
    synchroniseAll();
    centre.restore();
    synchronise(aude, centre);
    const auto isWitnessed = [&](SmallPhone& phone) {
        const auto entries = phone.ledger().ledger().editsOf(claire.number(), 2, 1);
        return entries->front().witness != DeviceNumber{};
    };
    ASSERT_TRUE(isWitnessed(aude));

    synchronise(claire, centre);
    synchronise(aude, centre);

    EXPECT_FALSE(isWitnessed(aude));
    EXPECT_EQ(centre.ledger().device(claire.number())->value().lastN, 2u);
}

TEST_F(RestoredCentre, AddsUpThePartsThatNarrowViewsSaw)
{
    v1::Person written = person("Rouchon");
    written.set_medical_history("Diabète");
    centre.backUp();
    const RecordId rouchon = claire.write(kPerson, written);
    synchroniseAll();

    centre.restore();
    synchronise(nadia, centre);
    EXPECT_EQ(shownAtCentre(rouchon).medical_history(), "");
    synchronise(aude, centre);
    synchronise(nadia, centre);

    EXPECT_EQ(shownAtCentre(rouchon).medical_history(), "Diabète");
    EXPECT_EQ(shown(nadia, rouchon).family_name(), "Rouchon");
    EXPECT_EQ(shown(nadia, rouchon).medical_history(), "");
    EXPECT_EQ(nadia.digest(), centre.digest(v1::ROLE_AIDE));
}

TEST_F(RestoredCentre, StandsByWhatItAcknowledgedToAnAuthorWhoseRoleHasChanged)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchroniseAll();
    centre.backUp();
    claire.write(kPerson, history("Diabète"), rouchon);
    synchronise(claire, centre);

    centre.restore();
    giveRole(claire.member(), v1::ROLE_AIDE);
    synchronise(claire, centre);

    EXPECT_EQ(shownAtCentre(rouchon).medical_history(), "Diabète");
    EXPECT_EQ(*claire.ledger().refusedCount(), 0u);
}

TEST_F(RestoredCentre, KeepsAnEditUntilTheRecordItIsAboutIsBack)
{
    centre.backUp();
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchroniseAll();
    aude.write(kPerson, access("Code 4512"), rouchon);
    const Edit early = *Edit::read(aude.number(), aude.ledger().ownEdits(1, 1)->front().bytes);
    centre.restore();
    auto device = **centre.ledger().device(aude.number());
    const auto verdict = judge(centre.ledger(), early, {v1::ROLE_NURSE}, clock.now);
    ASSERT_TRUE(verdict);
    EXPECT_EQ(verdict->code, ErrorCode::depends);
    auto transaction = centre.ledger().ledger().begin();
    ASSERT_TRUE(centre.ledger().append(device, early, *verdict));
    ASSERT_TRUE(centre.ledger().keepDevice(device));
    ASSERT_TRUE(centre.ledger().ledger().commit(*transaction));

    synchroniseAll();

    EXPECT_EQ(shownAtCentre(rouchon).access(), "Code 4512");
    EXPECT_EQ(aude.digest(), centre.digest(v1::ROLE_NURSE));
    EXPECT_EQ(*aude.ledger().refusedCount(), 0u);
}

TEST_F(RestoredCentre, IsNotNoticedByAPhoneThatLostNothing)
{
    claire.write(kPerson, person("Rouchon"));
    synchroniseAll();
    centre.backUp();
    centre.restore();
    const std::uint64_t run = claire.ledger().standing().run;

    synchroniseAll();

    EXPECT_EQ(claire.ledger().standing().run, run);
    EXPECT_EQ(centre.ledger().standing().epoch, 1u);
}

TEST_F(RestoredCentre, IsNoticedAlthoughItsLogHasGrownPastWhatItLost)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchroniseAll();
    centre.backUp();
    aude.write(kPerson, access("Code 4512"), rouchon);
    synchroniseAll();
    centre.restore();
    SmallPhone fresh{folder, "fresh", centre, v1::ROLE_NURSE, schema};
    synchronise(fresh, centre);
    for (int i = 0; i < 5; ++i)
        fresh.write(kPerson, person("Neuve"));
    synchronise(fresh, centre);

    synchroniseAll();
    synchronise(fresh, centre);

    EXPECT_EQ(shown(fresh, rouchon).access(), "Code 4512");
    EXPECT_EQ(fresh.digest(), centre.digest(v1::ROLE_NURSE));
    EXPECT_EQ(claire.digest(), centre.digest(v1::ROLE_NURSE));
}

TEST_F(RestoredCentre, GetsEverythingThoughTheLineIsCutAfterEachMessage)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchroniseAll();
    centre.backUp();
    for (int i = 0; i < 4; ++i) {
        claire.write(kPerson, access("Code " + std::to_string(i)), rouchon);
        aude.write(kPerson, person("Neuve"));
        synchroniseAll();
    }
    const std::string before = centre.digest(v1::ROLE_NURSE);
    centre.restore();

    for (int messages = 1; messages < 24; ++messages) {
        for (SmallPhone* phone : {&claire, &aude, &nadia}) {
            SmallLine line(*phone, centre);
            line.runAtMost(messages);
        }
    }
    synchroniseAll();

    EXPECT_EQ(centre.digest(v1::ROLE_NURSE), before);
    EXPECT_EQ(claire.digest(), before);
    EXPECT_EQ(aude.digest(), before);
}

TEST_F(RestoredCentre, SurvivesASecondLoss)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchroniseAll();
    centre.backUp();
    claire.write(kPerson, access("un"), rouchon);
    synchroniseAll();
    centre.restore();
    synchronise(aude, centre);
    aude.write(kPerson, access("deux"), rouchon);
    synchronise(aude, centre);
    centre.restore();

    synchroniseAll();

    EXPECT_EQ(shownAtCentre(rouchon).access(), "deux");
    for (SmallPhone* phone : {&claire, &aude}) {
        EXPECT_EQ(phone->digest(), centre.digest(v1::ROLE_NURSE));
    }
}

TEST_F(RestoredCentre, IsNoticedInTheMiddleOfANewRun)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchroniseAll();
    centre.backUp();
    claire.write(kPerson, access("Code 4512"), rouchon);
    synchroniseAll();
    giveRole(aude.member(), v1::ROLE_SUPERVISOR);
    SmallLine line(aude, centre);
    ASSERT_TRUE(line.runAtMost(2));
    ASSERT_FALSE(aude.ledger().standing().isRunComplete());

    centre.restore();
    synchronise(aude, centre);

    EXPECT_EQ(shown(aude, rouchon).access(), "Code 4512");
    EXPECT_EQ(shownAtCentre(rouchon).access(), "Code 4512");
}

TEST_F(RestoredCentre, IsNoticedTwiceInTheMiddleOfTheSameRun)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchroniseAll();
    centre.backUp();
    claire.write(kPerson, access("Code 4512"), rouchon);
    synchroniseAll();
    centre.restore();
    SmallLine line(aude, centre);
    while (aude.ledger().standing().run == 1)
        ASSERT_TRUE(line.runAtMost(1));
    ASSERT_FALSE(aude.ledger().standing().isRunComplete());
    ASSERT_EQ(shownAtCentre(rouchon).access(), "Code 4512");

    centre.restore();
    synchronise(aude, centre);

    EXPECT_EQ(shown(aude, rouchon).access(), "Code 4512");
    EXPECT_EQ(shownAtCentre(rouchon).access(), "Code 4512");
    EXPECT_EQ(centre.ledger().standing().epoch, 2u);
}

TEST_F(RestoredCentre, LeavesAPhoneNothingThatItsNewRoleMayNotRead)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchroniseAll();
    centre.backUp();
    aude.write(kPerson, history("Diabète"), rouchon);
    synchroniseAll();
    centre.restore();
    giveRole(claire.member(), v1::ROLE_AIDE);

    synchronise(claire, centre);

    EXPECT_EQ(shownAtCentre(rouchon).medical_history(), "Diabète");
    EXPECT_TRUE(claire.ledger().standing().isRunComplete());
    EXPECT_TRUE(claire.ledger().ledger().editsOf(aude.number(), 1, 9)->empty());
    EXPECT_EQ(claire.digest(), centre.digest(v1::ROLE_AIDE));
}

}  // namespace liaison::test
