// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/record/reading.h"
#include "tests/support/field_bytes.h"
#include "tests/support/writer.h"

namespace liaison {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const RecordId kRecord = recordNumber(1);
constexpr std::uint32_t kNote = 3;
constexpr std::uint32_t kMood = 8;

/// Two phones that write, and one record that adds up what arrives.
class Merge : public testing::Test {
protected:
    void arrives(const Edit& edit) { state_ = merge(std::move(state_), edit, edit.stamp()); }

    std::vector<std::string> values(std::uint32_t field) const
    {
        std::vector<std::string> values;
        const RecordReading reading(state_);
        if (const FieldReading* read = reading.field(field)) {
            for (const Value& value : read->values) {
                values.push_back(value.bytes);
            }
        }
        return values;
    }

    Writer anna_{0xa1};
    Writer badis_{0xb2, kMorning + std::chrono::hours(1)};
    RecordState state_{kRecord, 0, {}, {}};
    const std::string water_ = textField(kNote, "eau");
    const std::string soup_ = textField(kNote, "soupe");
};

TEST_F(Merge, KeepsAValueThatNobodyReplaced)
{
    const Edit edit = anna_.save(kRecord, {.set = {water_}});

    arrives(edit);

    EXPECT_THAT(values(kNote), ElementsAre(water_));
    EXPECT_EQ(state_.kind, 2u);
}

TEST_F(Merge, LetsAWriterWhoSawAValueReplaceIt)
{
    const Edit old = anna_.save(kRecord, {.set = {water_}});
    const Edit correction = badis_.save(kRecord, {.set = {soup_}, .saw = {old.dot()}});

    arrives(old);
    arrives(correction);

    EXPECT_THAT(values(kNote), ElementsAre(soup_));
}

TEST_F(Merge, KeepsBothValuesWhenNobodySawTheOther)
{
    const Edit one = anna_.save(kRecord, {.set = {water_}});
    const Edit other = badis_.save(kRecord, {.set = {soup_}});

    arrives(other);
    arrives(one);

    EXPECT_THAT(values(kNote), ElementsAre(water_, soup_));
}

TEST_F(Merge, ShowsTheGreatestStampOfADisagreement)
{
    const Edit late = badis_.save(kRecord, {.set = {soup_}});
    const Edit early = anna_.save(kRecord, {.set = {water_}});

    arrives(late);
    arrives(early);

    EXPECT_EQ(RecordReading(state_).field(kNote)->shown().bytes, soup_);
}

TEST_F(Merge, EndsADisagreementWithAnEditThatSawAllValues)
{
    const Edit one = anna_.save(kRecord, {.set = {water_}});
    const Edit other = badis_.save(kRecord, {.set = {soup_}});
    const Edit choice = anna_.save(kRecord, {.set = {water_}, .saw = {one.dot(), other.dot()}});

    arrives(one);
    arrives(other);
    arrives(choice);

    EXPECT_THAT(values(kNote), ElementsAre(water_));
    EXPECT_FALSE(RecordReading(state_).field(kNote)->isDisputed());
}

TEST_F(Merge, KeepsAThirdValueThatTheSettlementDidNotSee)
{
    Writer chloe(0xc3);
    const Edit one = anna_.save(kRecord, {.set = {water_}});
    const Edit other = badis_.save(kRecord, {.set = {soup_}});
    const Edit third = chloe.save(kRecord, {.set = {textField(kNote, "rien")}});
    const Edit choice = anna_.save(kRecord, {.set = {water_}, .saw = {one.dot(), other.dot()}});

    arrives(one);
    arrives(other);
    arrives(choice);
    arrives(third);

    EXPECT_THAT(values(kNote), ElementsAre(textField(kNote, "rien"), water_));
}

TEST_F(Merge, ReplacesOnlyTheFieldsThatTheEditWrites)
{
    const std::string glad = numberField(kMood, 4);
    const Edit old = anna_.save(kRecord, {.set = {water_, glad}});
    const Edit correction = badis_.save(kRecord, {.set = {soup_}, .saw = {old.dot()}});

    arrives(old);
    arrives(correction);

    EXPECT_THAT(values(kNote), ElementsAre(soup_));
    EXPECT_THAT(values(kMood), ElementsAre(glad));
}

TEST_F(Merge, TakesAnExceptionForWhatWasSeenInThatField)
{
    const Edit old = anna_.save(kRecord, {.set = {water_, numberField(kMood, 4)}});
    const Edit newer = badis_.save(
        kRecord,
        {.set = {soup_, numberField(kMood, 1)}, .saw = {old.dot()}, .sawIn = {{kMood, {}}}});

    arrives(old);
    arrives(newer);

    EXPECT_THAT(values(kNote), ElementsAre(soup_));
    EXPECT_EQ(values(kMood).size(), 2u);
}

TEST_F(Merge, TakesAReplacedValueAsReplacedWhenItArrivesLate)
{
    const Edit old = anna_.save(kRecord, {.set = {water_, numberField(kMood, 4)}});
    const Edit correction = badis_.save(kRecord, {.set = {soup_}, .saw = {old.dot()}});

    arrives(correction);
    ASSERT_THAT(state_.awaited, ElementsAre(Awaited{kNote, old.dot()}));
    arrives(old);

    EXPECT_THAT(values(kNote), ElementsAre(soup_));
    EXPECT_THAT(values(kMood), ElementsAre(numberField(kMood, 4)));
    EXPECT_THAT(state_.awaited, IsEmpty());
}

TEST_F(Merge, TakesReceivingTwiceAsReceivingOnce)
{
    const Edit old = anna_.save(kRecord, {.set = {water_}});
    const Edit correction = badis_.save(kRecord, {.set = {soup_}, .saw = {old.dot()}});
    arrives(old);
    arrives(correction);
    const std::string once = state_.bytes();

    arrives(old);
    arrives(correction);

    EXPECT_EQ(state_.bytes(), once);
}

TEST_F(Merge, SetsEmptyAgainstAValueAsADisagreement)
{
    const Edit first = anna_.save(kRecord, {.set = {water_}});
    const Edit emptied = anna_.save(kRecord, {.cleared = {kNote}, .saw = {first.dot()}});
    const Edit value = badis_.save(kRecord, {.set = {soup_}, .saw = {first.dot()}});

    arrives(first);
    arrives(emptied);
    arrives(value);

    EXPECT_THAT(values(kNote), ElementsAre("", soup_));
    EXPECT_TRUE(RecordReading(state_).field(kNote)->isDisputed());
}

TEST_F(Merge, LetsAnEmptiedFieldBeFilledAgain)
{
    const Edit emptied = anna_.save(kRecord, {.cleared = {kNote}});
    const Edit filled = badis_.save(kRecord, {.set = {soup_}, .saw = {emptied.dot()}});

    arrives(emptied);
    arrives(filled);

    EXPECT_THAT(values(kNote), ElementsAre(soup_));
}

TEST_F(Merge, LetsAWriterWhoSawAValueEmptyTheField)
{
    const Edit value = anna_.save(kRecord, {.set = {water_}});
    const Edit emptied = badis_.save(kRecord, {.cleared = {kNote}, .saw = {value.dot()}});

    arrives(value);
    arrives(emptied);

    EXPECT_THAT(values(kNote), ElementsAre(""));
}

TEST_F(Merge, TakesAReplacedEmptyingAsReplacedWhenItArrivesLate)
{
    const Edit emptied = anna_.save(kRecord, {.cleared = {kNote}});
    const Edit filled = badis_.save(kRecord, {.set = {soup_}, .saw = {emptied.dot()}});

    arrives(filled);
    arrives(emptied);

    EXPECT_THAT(values(kNote), ElementsAre(soup_));
}

TEST_F(Merge, KeepsTheLowerOfTwoKindsInEitherOrder)
{
    const Edit lower = anna_.save(kRecord, {.set = {water_}});
    auto change = Writer::change(kRecord, {.set = {soup_}});
    change.set_kind(7);
    const Edit higher = Edit::write(badis_.device(), badis_.message({change}));

    const RecordState empty{kRecord, 0, {}, {}};
    const auto one = merge(merge(empty, lower, lower.stamp()), higher, higher.stamp());
    const auto other = merge(merge(empty, higher, higher.stamp()), lower, lower.stamp());

    EXPECT_EQ(one.kind, 2u);
    EXPECT_EQ(one, other);
}

TEST_F(Merge, LetsNoClockDecideWhatSurvives)
{
    Writer fast(0xb2, kMorning + std::chrono::hours(24 * 3652));
    const Edit tenYearsAhead = fast.save(kRecord, {.set = {soup_}});
    const Edit correction = anna_.save(kRecord, {.set = {water_}, .saw = {tenYearsAhead.dot()}});

    arrives(tenYearsAhead);
    arrives(correction);

    EXPECT_THAT(values(kNote), ElementsAre(water_));
}

TEST_F(Merge, ReplacesNothingUnderANameWhoseBytesDiffer)
{
    Writer clone(anna_.device().value);
    const Edit original = anna_.save(kRecord, {.set = {water_}});
    const Edit cloned = clone.save(kRecord, {.set = {soup_}});
    ASSERT_EQ(original.dot().n, cloned.dot().n);
    const Edit correction =
        badis_.save(kRecord, {.set = {textField(kNote, "rien")}, .saw = {cloned.dot()}});

    arrives(original);
    arrives(cloned);
    arrives(correction);

    EXPECT_THAT(values(kNote), ElementsAre(water_, textField(kNote, "rien")));
}

TEST_F(Merge, CarriesAFieldItHasNeverHeardOf)
{
    const std::string future = textField(4000, "demain") + textField(4000, "encore");
    const Edit edit = anna_.save(kRecord, {.set = {future, water_}});

    arrives(edit);

    EXPECT_THAT(values(4000), ElementsAre(future));
    EXPECT_EQ(RecordReading(state_).shownMessage(), water_ + future);
}

TEST_F(Merge, LeavesARecordThatTheEditDoesNotTouch)
{
    arrives(anna_.save(kRecord, {.set = {water_}}));
    const std::string before = state_.bytes();

    arrives(anna_.save(recordNumber(2), {.set = {soup_}}));

    EXPECT_EQ(state_.bytes(), before);
}

TEST_F(Merge, TakesAnEditBackByAddingUpTheOthers)
{
    const Edit old = anna_.save(kRecord, {.set = {water_}});
    const Edit refused = badis_.save(kRecord, {.set = {soup_}, .saw = {old.dot()}});
    arrives(old);
    const std::string before = state_.bytes();
    arrives(refused);
    ASSERT_THAT(values(kNote), ElementsAre(soup_));

    state_ = RecordState{kRecord, 0, {}, {}};
    arrives(old);

    EXPECT_EQ(state_.bytes(), before);
}

TEST_F(Merge, RestampsAnEditAsIfItHadAlwaysBeenShownSo)
{
    const Edit one = anna_.save(kRecord, {.set = {water_}});
    const Edit other = badis_.save(kRecord, {.set = {soup_}});
    arrives(one);
    const RecordState direct = merge(state_, other, Stamp::at(kMorning));

    arrives(other);
    state_ = restamped(std::move(state_), other.dot(), Stamp::at(kMorning));

    EXPECT_EQ(state_, direct);
    EXPECT_EQ(RecordReading(state_).field(kNote)->shown().bytes, water_);
}

TEST_F(Merge, IgnoresAStampForAnEditThatIsNotThere)
{
    const Edit one = anna_.save(kRecord, {.set = {water_}});
    arrives(one);
    const RecordState before = state_;

    state_ = restamped(std::move(state_), Dot{badis_.device(), 1, 1}, Stamp::at(kMorning));

    EXPECT_EQ(state_, before);
}

}  // namespace

}  // namespace liaison
