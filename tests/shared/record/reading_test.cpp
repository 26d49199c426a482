// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/reading.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/record/merge.h"
#include "tests/support/field_bytes.h"
#include "tests/support/writer.h"

namespace liaison {

namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

const RecordId kRecord = recordNumber(1);
constexpr std::uint32_t kNote = 3;

RecordState stateOf(const std::vector<Edit>& edits)
{
    RecordState state{kRecord, 0, {}, {}};
    for (const Edit& edit : edits) {
        state = merge(std::move(state), edit, edit.stamp());
    }
    return state;
}

TEST(Reading, ShowsTheNewestValueAndLeavesEmptiedFieldsOut)
{
    Writer anna(0xa1);
    const Edit edit =
        anna.save(kRecord, {.set = {textField(5, "b"), textField(2, "a")}, .cleared = {kNote}});

    const RecordReading reading(stateOf({edit}));

    EXPECT_EQ(reading.shownMessage(), textField(2, "a") + textField(5, "b"));
    ASSERT_NE(reading.field(kNote), nullptr);
    EXPECT_TRUE(reading.field(kNote)->shown().isEmptied());
    EXPECT_EQ(reading.field(77), nullptr);
}

TEST(Reading, NamesTheFieldsInWhichValuesDiffer)
{
    Writer anna(0xa1);
    Writer badis(0xb2);
    const Edit one = anna.save(kRecord, {.set = {textField(2, "a"), textField(kNote, "x")}});
    const Edit other = badis.save(kRecord, {.set = {textField(2, "a"), textField(kNote, "y")}});

    const RecordReading reading(stateOf({one, other}));

    EXPECT_THAT(reading.disputed(), ElementsAre(kNote));
    EXPECT_THAT(reading.dots(), UnorderedElementsAre(one.dot(), other.dot()));
}

TEST(Reading, CountsEqualValuesAsOneVersionInTheNameOfTheNewest)
{
    Writer anna(0xa1);
    Writer badis(0xb2, kMorning + std::chrono::hours(1));
    Writer chloe(0xc3, kMorning + std::chrono::hours(2));
    const Edit early = anna.save(kRecord, {.set = {textField(kNote, "x")}});
    const Edit middle = badis.save(kRecord, {.set = {textField(kNote, "y")}});
    const Edit late = chloe.save(kRecord, {.set = {textField(kNote, "x")}});

    const RecordReading reading(stateOf({late, early, middle}));
    const auto versions = reading.field(kNote)->versions();

    ASSERT_EQ(versions.size(), 2u);
    EXPECT_EQ(versions[0].dot, middle.dot());
    EXPECT_EQ(versions[1].dot, late.dot());
    EXPECT_THAT(reading.field(kNote)->dots(),
                UnorderedElementsAre(early.dot(), middle.dot(), late.dot()));
}

TEST(Reading, OrdersValuesOfOneStampByTheirNames)
{
    Writer anna(0xa1);
    Writer badis(0xb2);
    const Edit one = anna.save(kRecord, {.set = {textField(kNote, "x")}});
    const Edit other = badis.save(kRecord, {.set = {textField(kNote, "y")}});
    ASSERT_EQ(one.stamp(), other.stamp());

    EXPECT_EQ(RecordReading(stateOf({one, other})).field(kNote)->shown().dot, other.dot());
    EXPECT_EQ(RecordReading(stateOf({other, one})).field(kNote)->shown().dot, other.dot());
}

}  // namespace

}  // namespace liaison
