// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "liaison/v1/care.pb.h"
#include "tests/support/small_world.h"

namespace liaison::test {

namespace {

constexpr std::uint32_t kPerson = 2;

const std::vector<std::string> kOddTexts = {
    "'; DROP TABLE record; --",
    "\" OR 1=1 /*",
    "%_\\?1:name@x$y",
    "<img src='http://127.0.0.1/x.png'><b>gras</b>",
    "=HYPERLINK(\"http://127.0.0.1\")",
    "../../../../etc/passwd",
    std::string("avant\0après", 12),
    "\u202Etxet desrever\u202C \u200B\uFEFF",
    "e\u0301 é ﬁ 👩‍⚕️ 漢字 עברית",
    "\r\n\t\x01\x7f",
};

class OddText : public testing::Test {
protected:
    TempFolder folder;
    FakeClock clock;
    const Schema& schema = Schema::care();
    SmallCentre centre{folder, clock, schema};
    SmallPhone claire{folder, "claire", centre, v1::ROLE_NURSE, schema};
    SmallPhone nadia{folder, "nadia", centre, v1::ROLE_NURSE, schema};
};

}  // namespace

TEST_F(OddText, IsRefusedWhereItIsWrittenOrArrivesByteForByte)
{
    std::vector<std::pair<RecordId, std::string>> written;
    for (const std::string& text : kOddTexts) {
        v1::Person person;
        person.set_family_name("Bonnet");
        person.set_access(text);
        const auto record = claire.tryWrite(kPerson, person);
        if (record) written.emplace_back(*record, text);
    }

    synchronise(claire, centre);
    synchronise(nadia, centre);

    EXPECT_GE(written.size(), 6u);
    EXPECT_EQ(*claire.ledger().refusedCount(), 0u);
    EXPECT_EQ(nadia.digest(), claire.digest());
    for (const auto& [record, text] : written) {
        v1::Person person;
        ASSERT_TRUE(person.ParseFromString(nadia.shown(record)));
        EXPECT_EQ(person.access(), text);
    }
}

TEST_F(OddText, ThatIsNoUtf8IsRefusedWhereItIsWritten)
{
    v1::Change change;
    change.set_record(RecordId::make(clock.now).bytes());
    change.set_kind(kPerson);
    change.set_patch(
        std::string("\x0a\x03"
                    "a\xff"
                    "b",
                    5));

    EXPECT_FALSE(claire.ledger().save({change}, clock.now));
    EXPECT_EQ(*claire.ledger().waiting(), 0u);
}

}  // namespace liaison::test
