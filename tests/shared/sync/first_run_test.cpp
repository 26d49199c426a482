// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "tests/shared/sync/centre_fixture.h"

namespace liaison::test {

constexpr std::uint32_t kVisit = 4;

/// A new phone, or one under a new view, gets what makes it useful first.
class FirstRunOfAPhone : public CentreAtWork {
protected:
    static constexpr std::chrono::hours kDay{24};

    RecordId visit(SmallPhone& phone, const RecordId& person, std::chrono::hours from)
    {
        v1::Visit visit;
        visit.set_person(person.bytes());
        visit.mutable_planned()->set_start((clock.now + from).time_since_epoch().count());
        visit.set_status("planned");
        return phone.write(kVisit, visit);
    }

    void move(SmallPhone& phone, const RecordId& visit, std::chrono::hours to)
    {
        v1::Visit moved;
        moved.mutable_planned()->set_start((clock.now + to).time_since_epoch().count());
        phone.write(kVisit, moved, visit);
    }

    bool has(SmallPhone& phone, const RecordId& record)
    {
        return phone.ledger().ledger().record(record)->has_value();
    }

    /// Lets a phone fetch the log in pages of one entry, until it has this record.
    void pullUntil(SmallLine& line, SmallPhone& phone, const RecordId& record)
    {
        line.centreSession().endPagesAt(1);
        for (int messages = 0; messages < 200 && !has(phone, record); ++messages)
            ASSERT_TRUE(line.runAtMost(1));
        ASSERT_TRUE(has(phone, record));
    }
};

TEST_F(FirstRunOfAPhone, BringsTheWeekBeforeTheMonthAndTheMonthBeforeTheRest)
{
    const RecordId rouchon = aude.write(kPerson, person("Rouchon"));
    const RecordId old = visit(aude, rouchon, -90 * kDay);
    const RecordId lastMonth = visit(aude, rouchon, -20 * kDay);
    const RecordId tomorrow = visit(aude, rouchon, kDay);
    const RecordId girard = aude.write(kPerson, person("Girard"));
    synchronise(aude, centre);
    SmallLine line(claire, centre);

    pullUntil(line, claire, girard);
    EXPECT_FALSE(has(claire, tomorrow));
    pullUntil(line, claire, tomorrow);
    EXPECT_FALSE(has(claire, lastMonth));
    pullUntil(line, claire, lastMonth);
    EXPECT_FALSE(has(claire, old));
    EXPECT_FALSE(claire.ledger().standing().isFirstRunComplete);

    synchronise(claire, centre);
    EXPECT_TRUE(has(claire, old));
    EXPECT_TRUE(claire.ledger().standing().isFirstRunComplete);
    EXPECT_EQ(claire.digest(), centre.digest(v1::ROLE_NURSE));
}

TEST_F(FirstRunOfAPhone, GoesOnWhereItWasCutOff)
{
    const RecordId rouchon = aude.write(kPerson, person("Rouchon"));
    for (int i = 0; i < 20; ++i)
        visit(aude, rouchon, (i - 40) * kDay);
    synchronise(aude, centre);
    std::uint64_t received = 0;
    for (int lines = 0; lines < 200 && !claire.ledger().standing().isFirstRunComplete; ++lines) {
        SmallLine line(claire, centre);
        line.centreSession().endPagesAt(2);
        ASSERT_TRUE(line.runAtMost(4));
        received += line.deviceSession().received();
    }

    EXPECT_TRUE(claire.ledger().standing().isFirstRunComplete);
    EXPECT_EQ(claire.digest(), centre.digest(v1::ROLE_NURSE));
    EXPECT_LE(received, *centre.ledger().ledger().head() + 4);
}

TEST_F(FirstRunOfAPhone, BringsWhatMovesMeanwhileFromALaterStageToAnEarlierOne)
{
    const RecordId rouchon = aude.write(kPerson, person("Rouchon"));
    const RecordId old = visit(aude, rouchon, -90 * kDay);
    const RecordId older = visit(aude, rouchon, -91 * kDay);
    const RecordId lastMonth = visit(aude, rouchon, -20 * kDay);
    synchronise(aude, centre);
    SmallLine line(claire, centre);
    pullUntil(line, claire, lastMonth);
    ASSERT_FALSE(has(claire, old));

    move(aude, old, kDay);
    synchronise(aude, centre);
    ASSERT_TRUE(line.run());
    synchronise(claire, centre);

    EXPECT_TRUE(has(claire, old));
    EXPECT_TRUE(has(claire, older));
    EXPECT_EQ(claire.digest(), centre.digest(v1::ROLE_NURSE));
}

TEST_F(FirstRunOfAPhone, TellsHowMuchIsStillToCome)
{
    const RecordId rouchon = aude.write(kPerson, person("Rouchon"));
    for (int i = 0; i < 10; ++i)
        visit(aude, rouchon, (i - 40) * kDay);
    synchronise(aude, centre);
    SmallLine line(claire, centre);
    line.centreSession().endPagesAt(1);
    ASSERT_TRUE(line.runAtMost(2));
    std::uint64_t before = line.deviceSession().remaining();
    ASSERT_EQ(before, *centre.ledger().ledger().head());

    while (before > 0) {
        ASSERT_TRUE(line.runAtMost(1));
        ASSERT_LE(line.deviceSession().remaining(), before);
        before = line.deviceSession().remaining();
    }

    EXPECT_TRUE(claire.ledger().standing().isFirstRunComplete);
}

}  // namespace liaison::test
