// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/record_state.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

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
    const RecordState sound = fullState();
    const auto emptying = [](RecordState& state) -> Standing& {
        return *std::find_if(state.standing.begin(), state.standing.end(),
                             [](const Standing& edit) { return !edit.cleared.empty(); });
    };
    const std::vector<std::pair<const char*, std::function<void(RecordState&)>>> spoilings = {
        {"edits out of order",
         [](RecordState& state) { std::swap(state.standing.front(), state.standing.back()); }},
        {"an edit twice",
         [](RecordState& state) { state.standing.push_back(state.standing.back()); }},
        {"half a field", [&](RecordState& state) { emptying(state).patch.pop_back(); }},
        {"fields out of order",
         [&](RecordState& state) {
             emptying(state).patch = numberField(2, 0) + textField(1, "c");
         }},
        {"a field that is written and emptied",
         [&](RecordState& state) {
             emptying(state).cleared = {1, 3};
         }},
        {"a field emptied twice",
         [&](RecordState& state) {
             emptying(state).cleared = {3, 3};
         }},
        {"emptied fields out of order",
         [&](RecordState& state) {
             emptying(state).cleared = {4, 3};
         }},
        {"a value awaited twice",
         [](RecordState& state) { state.awaited.push_back(state.awaited.back()); }},
        {"a value awaited of an edit that is here",
         [](RecordState& state) {
             state.awaited = {{1, state.standing.front().dot}};
         }},
    };

    for (const auto& [what, spoil] : spoilings) {
        RecordState spoiled = sound;
        spoil(spoiled);
        const auto read = RecordState::read(kRecord, spoiled.bytes());
        ASSERT_FALSE(read) << what;
        EXPECT_EQ(read.error().code, ErrorCode::damaged) << what;
    }
}

TEST(RecordState, IsReadHoweverItIsEncoded)
{
    const RecordState state = fullState();
    v1::RecordState message;
    ASSERT_TRUE(message.ParseFromString(state.bytes()));
    message.clear_kind();
    v1::RecordState kind;
    kind.set_kind(state.kind);

    const auto read =
        RecordState::read(kRecord, message.SerializeAsString() + kind.SerializeAsString());

    ASSERT_TRUE(read);
    EXPECT_EQ(*read, state);
}

}  // namespace

}  // namespace liaison
