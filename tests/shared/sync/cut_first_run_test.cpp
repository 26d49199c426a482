// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "liaison/v1/care.pb.h"
#include "tests/support/small_world.h"

namespace liaison::test {

namespace {

constexpr std::uint32_t kPerson = 2;
/// Each of some 4 KiB, so that the first run has several pages.
constexpr int kPersons = 400;

class CutFirstRun : public testing::Test {
protected:
    void SetUp() override
    {
        for (int index = 0; index < kPersons; ++index) {
            v1::Person person;
            person.set_family_name("Personne " + std::to_string(index));
            person.set_precautions(std::string(2'000, 'p'));
            person.set_allergies(std::string(2'000, 'a'));
            claire.write(kPerson, person);
            clock.advance(std::chrono::seconds(1));
        }
        synchronise(claire, centre);
    }

    TempFolder folder;
    FakeClock clock;
    const Schema& schema = Schema::care();
    SmallCentre centre{folder, clock, schema};
    SmallPhone claire{folder, "claire", centre, v1::ROLE_NURSE, schema};
};

/// The messages of an undisturbed first run of this phone.
int messagesOf(SmallPhone& phone, SmallCentre& centre)
{
    SmallLine line(phone, centre);
    EXPECT_TRUE(line.run());
    return line.passed();
}

}  // namespace

TEST_F(CutFirstRun, GoesOnWhereItWasAndIsNeverCompleteTooEarly)
{
    SmallPhone measure(folder, "measure", centre, v1::ROLE_NURSE, schema);
    const int messages = messagesOf(measure, centre);
    ASSERT_GE(messages, 7) << "a first run of several pages";

    for (int cut = 1; cut <= messages; ++cut) {
        SmallPhone phone(folder, "paul" + std::to_string(cut), centre, v1::ROLE_NURSE, schema);
        std::uint64_t before = 0;
        for (int tries = 0; tries < messages && !phone.ledger().standing().isFirstRunComplete;
             ++tries) {
            SmallLine line(phone, centre);
            line.runAtMost(tries == 0 ? cut : messages);
            const std::uint64_t now = *phone.ledger().ledger().count({.kind = kPerson});
            EXPECT_GE(now, before) << "what came is kept";
            if (phone.ledger().standing().isFirstRunComplete) {
                EXPECT_EQ(now, static_cast<std::uint64_t>(kPersons)) << "complete too early";
            }
            before = now;
            phone.restart();
        }

        EXPECT_TRUE(phone.ledger().standing().isFirstRunComplete) << "cut after " << cut;
        synchronise(phone, centre);
        EXPECT_EQ(phone.digest(), centre.digest(v1::ROLE_NURSE));
    }
}

}  // namespace liaison::test
