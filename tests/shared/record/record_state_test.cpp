// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/record_state.h"

#include <gtest/gtest.h>

#include "shared/record/merge.h"
#include "tests/support/field_bytes.h"
#include "tests/support/writer.h"

namespace liaison {

namespace {

const RecordId kRecord = recordNumber(1);

/// A state with everything in it: values, an emptied field, an edit of which nothing stands, and
/// a value that has not come.
RecordState fullState()
{
    Writer anna(0xa1);
    Writer badis(0xb2);
    const Edit old = anna.save(kRecord, {.set = {textField(1, "a")}});
    const Edit absent = anna.save(kRecord, {.set = {textField(1, "b")}});
    const Edit newer = badis.save(kRecord, {.set = {textField(1, "c"), numberField(2, 0)},
                                            .cleared = {3},
                                            .saw = {old.dot(), absent.dot()}});
    RecordState state{kRecord, 0, {}, {}};
    state = merge(std::move(state), old, old.stamp());
    return merge(std::move(state), newer, newer.stamp());
}

TEST(RecordState, IsTheSameAfterBeingWrittenAndRead)
{
    const RecordState state = fullState();
    ASSERT_FALSE(state.awaited.empty());

    const auto read = RecordState::read(kRecord, state.bytes());

    ASSERT_TRUE(read);
    EXPECT_EQ(*read, state);
    EXPECT_EQ(read->bytes(), state.bytes());
}

TEST(RecordState, FindsWhatStandsOfAnEdit)
{
    const RecordState state = fullState();

    ASSERT_NE(state.standingOf(state.standing.back().dot), nullptr);
    EXPECT_EQ(*state.standingOf(state.standing.back().dot), state.standing.back());
    EXPECT_EQ(state.standingOf(Dot{{0xcc}, 1, 1}), nullptr);
}

TEST(RecordState, RefusesBytesThatAreNoState)
{
    const auto read = RecordState::read(kRecord, "\x12\x7f");

    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::damaged);
}

TEST(RecordState, RefusesAStateThatNoMergeCouldHaveLeft)
{
    RecordState unordered = fullState();
    std::swap(unordered.standing.front(), unordered.standing.back());
    RecordState uncut = fullState();
    uncut.standing.back().patch.pop_back();

    EXPECT_FALSE(RecordState::read(kRecord, unordered.bytes()));
    EXPECT_FALSE(RecordState::read(kRecord, uncut.bytes()));
}

}  // namespace

}  // namespace liaison
