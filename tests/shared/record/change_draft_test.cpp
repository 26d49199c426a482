// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/change_draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/record/merge.h"
#include "tests/support/field_bytes.h"
#include "tests/support/writer.h"

namespace liaison {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const RecordId kRecord = recordNumber(1);
constexpr std::uint32_t kNote = 3;
constexpr std::uint32_t kMood = 8;

std::vector<Dot> nothingPending(const Dot&, std::uint32_t)
{
    return {};
}

/// A form over one record, and a store in which edits of others arrive meanwhile.
class Draft : public testing::Test {
protected:
    Draft()
    {
        draft_.record = kRecord;
        draft_.kind = 2;
    }

    Dot arrives(const Edit& edit)
    {
        state_ = merge(std::move(state_), edit, edit.stamp());
        return edit.dot();
    }
    Dot anna(const Save& save) { return arrives(anna_.save(kRecord, save)); }
    Dot badis(const Save& save) { return arrives(badis_.save(kRecord, save)); }
    void types(std::uint32_t field, const std::string& bytes)
    {
        draft_.touch(field, RecordReading(state_), bytes);
    }
    std::vector<Dot> replaced(std::uint32_t field, const OwnPending& pending = nothingPending)
    {
        const auto change = changeOf(draft_, pending);
        return change ? replacedDots(*change, field) : std::vector<Dot>{};
    }

    Writer anna_{0xa1};
    Writer badis_{0xb2};
    RecordState state_{kRecord, 0, {}, {}};
    ChangeDraft draft_;
    const std::string water_ = textField(kNote, "eau");
    const std::string soup_ = textField(kNote, "soupe");
};

TEST_F(Draft, SavesWhatWasTypedAndNamesWhatWasShown)
{
    const Dot shown = anna({.set = {water_}});

    types(kNote, soup_);

    const auto change = changeOf(draft_, nothingPending);
    ASSERT_TRUE(change);
    EXPECT_EQ(change->record(), kRecord.bytes());
    EXPECT_EQ(change->kind(), 2u);
    EXPECT_EQ(change->patch(), soup_);
    EXPECT_THAT(replacedDots(*change, kNote), ElementsAre(shown));
}

TEST_F(Draft, SavesNothingWhenNothingDiffers)
{
    anna({.set = {water_}});

    types(kNote, soup_);
    types(kNote, water_);

    EXPECT_FALSE(changeOf(draft_, nothingPending));
}

TEST_F(Draft, SavesNothingOfAFieldThatWasUntouched)
{
    types(kNote, soup_);
    types(kMood, numberField(kMood, 4));
    draft_.untouch(kNote);

    const auto change = changeOf(draft_, nothingPending);
    ASSERT_TRUE(change);
    EXPECT_EQ(change->patch(), numberField(kMood, 4));
    EXPECT_EQ(draft_.touched(kNote), nullptr);
}

TEST_F(Draft, TakesEmptyingAFieldForAChange)
{
    const Dot shown = anna({.set = {water_}});

    types(kNote, "");

    const auto change = changeOf(draft_, nothingPending);
    ASSERT_TRUE(change);
    EXPECT_THAT(change->cleared(), ElementsAre(kNote));
    EXPECT_EQ(change->patch(), "");
    EXPECT_THAT(replacedDots(*change, kNote), ElementsAre(shown));
}

TEST_F(Draft, SavesNothingWhenAFieldThatNobodyWroteStaysEmpty)
{
    types(kNote, soup_);
    types(kNote, "");

    EXPECT_FALSE(changeOf(draft_, nothingPending));
}

TEST_F(Draft, TellsAnEmptyTextFromNoText)
{
    types(kNote, textField(kNote, ""));

    const auto change = changeOf(draft_, nothingPending);
    ASSERT_TRUE(change);
    EXPECT_EQ(change->patch(), textField(kNote, ""));
    EXPECT_THAT(change->cleared(), IsEmpty());
}

TEST_F(Draft, KeepsTheBaseOfTheFirstTouchWhileForeignEditsArrive)
{
    const Dot seen = anna({.set = {water_}});

    types(kNote, soup_);
    badis({.set = {textField(kNote, "thé")}, .saw = {seen}});
    types(kNote, textField(kNote, "soupe et pain"));

    EXPECT_THAT(replaced(kNote), ElementsAre(seen));
}

TEST_F(Draft, TakesTheBaseOfAFieldWhenThatFieldIsTouched)
{
    types(kNote, soup_);
    const Dot mood = badis({.set = {numberField(kMood, 1)}});
    types(kMood, numberField(kMood, 4));

    EXPECT_THAT(replaced(kNote), IsEmpty());
    EXPECT_THAT(replaced(kMood), ElementsAre(mood));
}

TEST_F(Draft, ReplacesANewerValueOnlyWhenItHasBeenShownToo)
{
    const Dot seen = anna({.set = {water_}});
    types(kNote, soup_);
    const Dot newer = badis({.set = {textField(kNote, "thé")}, .saw = {seen}});

    draft_.sawToo(kNote, newer);
    draft_.sawToo(kNote, newer);

    EXPECT_THAT(replaced(kNote), UnorderedElementsAre(seen, newer));
}

TEST_F(Draft, SavesTheChoiceOfTheShownValueOnceANewerOneWasShownToo)
{
    const Dot seen = anna({.set = {water_}});
    types(kNote, water_);
    const Dot newer = badis({.set = {soup_}, .saw = {seen}});

    draft_.sawToo(kNote, newer);

    const auto change = changeOf(draft_, nothingPending);
    ASSERT_TRUE(change);
    EXPECT_EQ(change->patch(), water_);
}

TEST_F(Draft, SettlesADisagreementEvenWithTheValueThatWasShown)
{
    const Dot one = anna({.set = {water_}});
    const Dot other = badis({.set = {soup_}});
    const std::string shown = RecordReading(state_).field(kNote)->shown().bytes;

    types(kNote, shown);

    const auto change = changeOf(draft_, nothingPending);
    ASSERT_TRUE(change);
    EXPECT_EQ(change->patch(), shown);
    EXPECT_THAT(replacedDots(*change, kNote), UnorderedElementsAre(one, other));
}

TEST_F(Draft, HasNothingToSettleBetweenEqualValues)
{
    anna({.set = {water_}});
    badis({.set = {water_}});

    types(kNote, water_);

    EXPECT_FALSE(changeOf(draft_, nothingPending));
}

TEST_F(Draft, NamesWhatAnOwnEditWithoutVerdictReplaced)
{
    const Dot centre = badis({.set = {water_}});
    const Dot first = anna({.set = {soup_}, .saw = {centre}});
    const Dot second = anna({.set = {water_}, .saw = {first}});
    const OwnPending pending = [&](const Dot& dot, std::uint32_t field) -> std::vector<Dot> {
        if (field == kNote && dot == second) return {first};
        if (field == kNote && dot == first) return {centre};
        return {};
    };

    types(kNote, textField(kNote, "thé"));

    EXPECT_THAT(replaced(kNote, pending), UnorderedElementsAre(centre, first, second));
}

TEST_F(Draft, LeavesNoReplacedValueBehindWhenAPendingEditIsRefused)
{
    const Edit centre = badis_.save(kRecord, {.set = {water_}});
    arrives(centre);
    const Dot refused = anna({.set = {soup_}, .saw = {centre.dot()}});
    types(kNote, textField(kNote, "thé"));
    const auto change = changeOf(draft_, [&](const Dot& dot, std::uint32_t) {
        return dot == refused ? std::vector<Dot>{centre.dot()} : std::vector<Dot>{};
    });
    ASSERT_TRUE(change);

    state_ = RecordState{kRecord, 0, {}, {}};
    arrives(centre);
    arrives(Edit::write(anna_.device(), anna_.message({*change})));

    const RecordReading reading(state_);
    ASSERT_EQ(reading.field(kNote)->values.size(), 1u);
    EXPECT_EQ(reading.field(kNote)->shown().bytes, textField(kNote, "thé"));
}

TEST_F(Draft, WritesTheCommonListOnceAndTheOthersAsExceptions)
{
    const Dot old = anna({.set = {water_, numberField(kMood, 1), textField(9, "x")}});
    const Dot mood = badis({.set = {numberField(kMood, 2)}, .saw = {old}});

    types(kNote, soup_);
    types(9, textField(9, "y"));
    types(kMood, numberField(kMood, 4));
    types(10, textField(10, "z"));

    const auto change = changeOf(draft_, nothingPending);
    ASSERT_TRUE(change);
    EXPECT_EQ(change->replaces_size(), 1);
    EXPECT_EQ(change->exceptions_size(), 2);
    EXPECT_THAT(replacedDots(*change, kNote), ElementsAre(old));
    EXPECT_THAT(replacedDots(*change, 9), ElementsAre(old));
    EXPECT_THAT(replacedDots(*change, kMood), ElementsAre(mood));
    EXPECT_THAT(replacedDots(*change, 10), IsEmpty());
}

}  // namespace

}  // namespace liaison
