// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/sha256.h"
#include "tests/shared/sync/centre_fixture.h"

namespace liaison::test {

class CopiedPhone : public CentreAtWork {
protected:
    /// Lets a phone whose number is used by a copy go on under another one.
    void renumber(SmallPhone& phone)
    {
        SmallLine line(phone, centre);
        line.deviceSession().renumberTo(sha256("another key"));
        ASSERT_FALSE(line.run());
        ASSERT_EQ(line.fault().code, ErrorCode::renumbered) << line.fault().detail;
    }
};

TEST_F(CopiedPhone, LosesNothingOfEitherCopy)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchronise(claire, centre);
    const auto copy = claire.cloned(folder);
    claire.write(kPerson, access("Porte de gauche"), rouchon);
    copy->write(kPerson, access("Porte de droite"), rouchon);
    const RecordId girard = copy->write(kPerson, person("Girard"));
    synchronise(claire, centre);

    renumber(*copy);
    synchronise(*copy, centre);
    synchronise(claire, centre);

    EXPECT_EQ(shown(claire, girard).family_name(), "Girard");
    const auto state = *centre.ledger().ledger().record(rouchon);
    EXPECT_EQ(RecordReading(*state).field(9)->values.size(), 2u);
    EXPECT_EQ(claire.digest(), centre.digest(v1::ROLE_NURSE));
    EXPECT_EQ(copy->digest(), centre.digest(v1::ROLE_NURSE));
    EXPECT_EQ(*copy->ledger().waiting(), 0u);
}

TEST_F(CopiedPhone, GoesOnUnderAnotherNumberWhenItsConnectionsShowTheCopyBeforeAnyEdit)
{
    claire.write(kPerson, person("Rouchon"));
    synchronise(claire, centre);
    const DeviceNumber shared = claire.number();
    const auto copy = claire.cloned(folder);

    SmallLine line(*copy, centre);
    line.deviceSession().partFromCopyTo(sha256("another key"));
    ASSERT_FALSE(line.run());
    ASSERT_EQ(line.fault().code, ErrorCode::renumbered) << line.fault().detail;
    const RecordId girard = copy->write(kPerson, person("Girard"));
    synchronise(*copy, centre);
    synchronise(claire, centre);

    EXPECT_NE(copy->number(), shared);
    EXPECT_EQ(claire.number(), shared);
    EXPECT_EQ(shown(claire, girard).family_name(), "Girard");
    EXPECT_EQ(copy->digest(), centre.digest(v1::ROLE_NURSE));
}

TEST_F(CopiedPhone, SendsItsOwnEditAndNotTheCopysWithTheSameN)
{
    claire.write(kPerson, person("Rouchon"));
    synchronise(claire, centre);
    const auto copy = claire.cloned(folder);
    const RecordId first = copy->write(kPerson, person("Petit"));
    copy->write(kPerson, person("Girard"));
    claire.write(kPerson, person("Lefort"));
    synchronise(claire, centre);
    renumber(*copy);
    synchronise(*copy, centre);
    synchronise(claire, centre);
    ASSERT_EQ(shown(claire, first).family_name(), "Petit");

    const RecordId mine = claire.write(kPerson, person("Suite"));
    synchronise(claire, centre);

    EXPECT_EQ(shownAtCentre(mine).family_name(), "Suite");
    EXPECT_EQ(*claire.ledger().waiting(), 0u);
}

TEST_F(CopiedPhone, IsNoticedWhenTheCentreIsAhead)
{
    claire.write(kPerson, person("Rouchon"));
    const auto copy = claire.cloned(folder);
    claire.write(kPerson, person("Girard"));
    synchronise(claire, centre);

    SmallLine line(*copy, centre);

    EXPECT_FALSE(line.run());
    EXPECT_EQ(line.fault().code, ErrorCode::forked);
    EXPECT_EQ(*copy->ledger().waiting(), 1u);
}

TEST_F(CopiedPhone, HandsInWhatBothCopiesHadOnlyOnce)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    const auto copy = claire.cloned(folder);
    claire.write(kPerson, person("Girard"));
    synchronise(claire, centre);
    const std::uint64_t head = *centre.ledger().ledger().head();

    renumber(*copy);
    synchronise(*copy, centre);

    EXPECT_EQ(*centre.ledger().ledger().head(), head);
    EXPECT_EQ(*copy->ledger().waiting(), 0u);
    EXPECT_EQ(shown(*copy, rouchon).family_name(), "Rouchon");
    EXPECT_EQ(copy->digest(), centre.digest(v1::ROLE_NURSE));
}

TEST_F(CopiedPhone, GoesOnUnderItsNewNumber)
{
    claire.write(kPerson, person("Rouchon"));
    synchronise(claire, centre);
    const auto copy = claire.cloned(folder);
    claire.write(kPerson, person("Girard"));
    copy->write(kPerson, person("Petit"));
    synchronise(claire, centre);
    renumber(*copy);
    synchronise(*copy, centre);

    const RecordId after = copy->write(kPerson, person("Suite"));
    synchronise(*copy, centre);
    synchronise(claire, centre);

    EXPECT_NE(copy->number(), claire.number());
    EXPECT_EQ(shown(claire, after).family_name(), "Suite");
    EXPECT_EQ(centre.ledger().device(copy->number())->value().lastN, 1u);
    EXPECT_EQ(*centre.ledger().ledger().ownerOf(copy->number()), claire.member());
}

TEST_F(CopiedPhone, RepeatsItsQuestionWhenTheAnswerWasLost)
{
    claire.write(kPerson, person("Rouchon"));
    synchronise(claire, centre);
    const auto copy = claire.cloned(folder);
    claire.write(kPerson, person("Girard"));
    copy->write(kPerson, person("Petit"));
    synchronise(claire, centre);
    for (int messages = 1; messages < 4; ++messages) {
        SmallLine line(*copy, centre);
        line.deviceSession().renumberTo(sha256("another key"));
        line.runAtMost(messages);
    }

    renumber(*copy);
    synchronise(*copy, centre);
    synchronise(claire, centre);

    EXPECT_EQ(copy->digest(), centre.digest(v1::ROLE_NURSE));
    EXPECT_EQ(claire.digest(), centre.digest(v1::ROLE_NURSE));
}

TEST_F(CopiedPhone, IsJudgedByTheRolesThatItsFormerNumberHad)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchronise(claire, centre);
    const auto copy = claire.cloned(folder);
    copy->write(kPerson, history("Diabète"), rouchon);
    claire.write(kPerson, person("Girard"));
    synchronise(claire, centre);
    giveRole(claire.member(), v1::ROLE_AIDE);

    renumber(*copy);
    synchronise(*copy, centre);

    EXPECT_EQ(shownAtCentre(rouchon).medical_history(), "Diabète");
    EXPECT_EQ(*copy->ledger().refusedCount(), 0u);
}

TEST_F(CopiedPhone, HandsInNothingUnderThePresentNumber)
{
    claire.write(kPerson, person("Rouchon"));
    synchronise(claire, centre);
    SmallLine line(claire, centre);
    ASSERT_TRUE(line.run());
    v1::FromDevice message;
    message.mutable_hand_in()->set_device(claire.number().value);
    message.mutable_hand_in()->add_edits("whatever it is");
    ASSERT_TRUE(line.centreSession().receive(message, clock.now));

    auto transaction = centre.ledger().ledger().begin();
    ASSERT_TRUE(line.centreSession().judge(clock.now));
    ASSERT_TRUE(centre.ledger().ledger().commit(*transaction));
    line.centreSession().committed();

    const auto next = line.centreSession().next(clock.now);
    ASSERT_FALSE(next);
    EXPECT_EQ(next.error().code, ErrorCode::notAllowed);
}

TEST_F(CopiedPhone, IsNoAuthorOfWhatItsCopyWrote)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchronise(claire, centre);
    const auto copy = claire.cloned(folder);
    claire.write(kPerson, person("Lefort"));
    synchronise(claire, centre);
    v1::Person both = access("Porte de droite");
    both.set_medical_history("Diabète");
    copy->write(kPerson, both, rouchon);
    copy->write(kPerson, history("Hypertension"), rouchon);
    renumber(*copy);
    synchronise(*copy, centre);
    synchronise(claire, centre);
    ASSERT_EQ(shown(claire, rouchon).medical_history(), "Hypertension");

    giveRole(claire.member(), v1::ROLE_AIDE);
    synchronise(claire, centre);

    EXPECT_EQ(shown(claire, rouchon).access(), "Porte de droite");
    EXPECT_EQ(shown(claire, rouchon).medical_history(), "");
}

TEST_F(CopiedPhone, HandsInAgainWhatTheCentreHasOnlyInPart)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchroniseAll();
    const auto copy = claire.cloned(folder);
    claire.write(kPerson, person("Lefort"));
    synchronise(claire, centre);
    v1::Person both = access("Porte de droite");
    both.set_medical_history("Diabète");
    copy->write(kPerson, both, rouchon);
    renumber(*copy);
    centre.backUp();
    // The line is cut as soon as it has its answer: what it handed in does not come back to it.
    SmallLine line(*copy, centre);
    for (int messages = 0; messages < 12 && *copy->ledger().waiting() != 0; ++messages)
        line.runAtMost(1);
    ASSERT_EQ(*copy->ledger().waiting(), 0u);
    synchronise(nadia, centre);
    centre.restore();
    synchronise(nadia, centre);
    ASSERT_EQ(shownAtCentre(rouchon).access(), "Porte de droite");
    ASSERT_EQ(shownAtCentre(rouchon).medical_history(), "");

    synchronise(*copy, centre);
    synchronise(aude, centre);

    EXPECT_EQ(shownAtCentre(rouchon).medical_history(), "Diabète");
    EXPECT_EQ(aude.digest(), centre.digest(v1::ROLE_NURSE));
}

}  // namespace liaison::test
