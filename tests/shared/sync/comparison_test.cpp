// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shared/sync/centre_fixture.h"

namespace liaison::test {

/// What a phone's disk did to its records is noticed and mended from the centre.
class ComparedPhone : public CentreAtWork {
protected:
    void SetUp() override
    {
        for (int i = 0; i < 20; ++i)
            people.push_back(aude.write(kPerson, person("Rouchon " + std::to_string(i))));
        synchroniseAll();
        ASSERT_EQ(claire.digest(), centre.digest(v1::ROLE_NURSE));
    }

    void damage(SmallPhone& phone, const std::string& sql)
    {
        const auto damaged = phone.ledger().ledger().database().execute(sql);
        ASSERT_TRUE(damaged) << damaged.error().detail;
    }

    void compareNextDay(SmallPhone& phone)
    {
        clock.advance(Comparison::kEvery);
        synchronise(phone, centre);
    }

    std::vector<RecordId> people;
};

TEST_F(ComparedPhone, GetsBackRecordsThatWentMissing)
{
    damage(claire, "DELETE FROM record WHERE kind = 2");
    ASSERT_NE(claire.digest(), centre.digest(v1::ROLE_NURSE));

    compareNextDay(claire);

    EXPECT_EQ(claire.digest(), centre.digest(v1::ROLE_NURSE));
    EXPECT_EQ(claire.ledger().standing().differing, 0u);
}

TEST_F(ComparedPhone, GetsBackEditsThatWentMissing)
{
    damage(claire, "DELETE FROM record WHERE kind = 2");
    damage(claire, "DELETE FROM edit WHERE n > 5 AND chain IS NULL");

    compareNextDay(claire);

    EXPECT_EQ(claire.digest(), centre.digest(v1::ROLE_NURSE));
    EXPECT_EQ(shown(claire, people.back()).family_name(), "Rouchon 19");
}

TEST_F(ComparedPhone, GetsBackWhatCannotBeReadAnyMore)
{
    damage(claire, "UPDATE record SET state = x'ff00' WHERE kind = 2");
    damage(claire, "UPDATE edit SET bytes = x'ff00' WHERE n = 7 AND chain IS NULL");

    compareNextDay(claire);

    EXPECT_EQ(claire.digest(), centre.digest(v1::ROLE_NURSE));
    EXPECT_EQ(shown(claire, people[6]).family_name(), "Rouchon 6");
}

TEST_F(ComparedPhone, GetsBackInPiecesWhatStandsInOneRecord)
{
    v1::Person more = access("Porte de droite");
    claire.write(kPerson, more, people[0]);
    claire.write(kPerson, history("Diabète"), people[0]);
    v1::Person phone;
    phone.set_given_name("Odette");
    claire.write(kPerson, phone, people[0]);
    compareNextDay(claire);
    damage(claire, "DELETE FROM record WHERE kind = 2");
    clock.advance(Comparison::kEvery);

    SmallLine line(claire, centre);
    line.centreSession().endPagesAt(1);
    ASSERT_TRUE(line.run());

    EXPECT_EQ(claire.digest(), centre.digest(v1::ROLE_NURSE));
    EXPECT_EQ(shown(claire, people[0]).medical_history(), "Diabète");
    EXPECT_EQ(shown(claire, people[0]).given_name(), "Odette");
}

TEST_F(ComparedPhone, KeepsWhatOnlyItHas)
{
    damage(claire, "DELETE FROM record WHERE kind = 2");
    clock.advance(Comparison::kEvery);
    SmallLine line(claire, centre);
    ASSERT_TRUE(line.runAtMost(3));
    const RecordId unsent = claire.write(kPerson, person("Girard"));

    synchronise(claire, centre);

    EXPECT_EQ(shown(claire, unsent).family_name(), "Girard");
    EXPECT_EQ(shownAtCentre(unsent).family_name(), "Girard");
    compareNextDay(claire);
    EXPECT_EQ(claire.digest(), centre.digest(v1::ROLE_NURSE));
}

TEST_F(ComparedPhone, IsNotTaughtByItsCentreToForget)
{
    const auto damaged =
        centre.ledger().ledger().database().execute("DELETE FROM record WHERE kind = 2");
    ASSERT_TRUE(damaged);

    compareNextDay(claire);

    EXPECT_EQ(shown(claire, people.front()).family_name(), "Rouchon 0");
    EXPECT_GT(claire.ledger().standing().differing, 0u);
}

TEST_F(ComparedPhone, AsksOnceADay)
{
    compareNextDay(claire);
    const auto last = claire.ledger().standing().lastCompared;
    clock.advance(std::chrono::hours(1));

    synchronise(claire, centre);

    EXPECT_EQ(claire.ledger().standing().lastCompared, last);
}

TEST_F(ComparedPhone, IsShownNoMoreThanItsRoleMayRead)
{
    aude.write(kPerson, history("Diabète"), people.front());
    synchroniseAll();
    damage(nadia, "DELETE FROM record WHERE kind = 2");

    compareNextDay(nadia);

    EXPECT_EQ(nadia.digest(), centre.digest(v1::ROLE_AIDE));
    EXPECT_EQ(shown(nadia, people.front()).medical_history(), "");
}

}  // namespace liaison::test
