// SPDX-License-Identifier: GPL-3.0-or-later
//
// The merge law, held against random histories and a slow reference merge. A failure prints the
// seed of its history; LIAISON_SEED=<seed> plays that one alone, LIAISON_HISTORIES=<count> plays
// more of them.
#include <gtest/gtest.h>

#include <charconv>
#include <cstdlib>

#include "shared/record/reading.h"
#include "tests/support/history.h"

namespace liaison {

namespace {

constexpr std::uint64_t kHistories = 2'000;
constexpr int kOrders = 6;

std::uint64_t fromEnvironment(const char* name, std::uint64_t otherwise)
{
    const char* text = std::getenv(name);
    if (text == nullptr) return otherwise;
    const std::string_view digits(text);
    std::uint64_t number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    ensure(read.ec == std::errc{}, "a seed or a count of histories is a whole number");
    return number;
}

std::set<std::size_t> appliedEdits(const History& history)
{
    std::set<std::size_t> applied;
    for (std::size_t i = 0; i < history.edits().size(); ++i) {
        if (history.edits()[i].verdict == PlayedEdit::Verdict::applied) applied.insert(i);
    }
    return applied;
}

ReferenceValues valuesIn(const RecordReading& reading)
{
    ReferenceValues values;
    for (const auto& [number, field] : reading.fields()) {
        for (const Value& value : field.values) {
            const auto contents = contentsOf(value.bytes);
            EXPECT_EQ(contents.size(), value.isEmptied() ? 0u : 1u) << "in field " << number;
            values[number][value.dot] = value.isEmptied() ? "" : contents.at(number);
        }
    }
    return values;
}

/// Expects of each field that the greatest (stamp, dot) is shown.
void expectShown(const History& history, const RecordReading& reading)
{
    std::map<Dot, Stamp> stamps;
    for (const PlayedEdit& played : history.edits()) {
        stamps[played.edit.dot()] = played.shownAs;
    }
    for (const auto& [number, field] : reading.fields()) {
        const Dot shown = field.shown().dot;
        for (const Value& value : field.values) {
            EXPECT_LE(std::pair(stamps.at(value.dot), value.dot),
                      std::pair(stamps.at(shown), shown));
        }
    }
}

/// Expects that this state is what the reference merge makes of these edits.
void expectReference(const History& history, const RecordState& state,
                     const std::set<std::size_t>& edits)
{
    const auto changes = history.changesOf(state.id, edits);
    const RecordReading reading(state);
    EXPECT_EQ(valuesIn(reading), referenceMerge(changes));
    expectShown(history, reading);
    std::set<std::pair<std::uint32_t, Dot>> awaited;
    for (const Awaited& value : state.awaited) {
        awaited.emplace(value.field, value.dot);
    }
    EXPECT_EQ(awaited, referenceAwaited(changes));
    EXPECT_EQ(awaited.size(), state.awaited.size());
    EXPECT_EQ(state.standing.size(), changes.size());
    std::uint32_t kind = changes.empty() ? 0 : UINT32_MAX;
    for (const ReferenceChange* change : changes) {
        kind = std::min(kind, change->kind);
    }
    EXPECT_EQ(state.kind, kind);
}

/// Merges the edits in another order, some of them several times, some first under their own
/// stamp, and with the state written to bytes and read back now and then.
RecordState mergedOtherwise(const History& history, const RecordId& record,
                            const std::set<std::size_t>& edits, Dice& dice)
{
    std::vector<std::size_t> order(edits.begin(), edits.end());
    for (const std::size_t edit : edits) {
        if (dice.oneIn(3)) order.push_back(edit);
    }
    dice.shuffle(order);
    RecordState state{record, 0, {}, {}};
    for (const std::size_t i : order) {
        const PlayedEdit& played = history.edits()[i];
        const bool isEarly = dice.oneIn(4);
        state =
            merge(std::move(state), played.edit, isEarly ? played.edit.stamp() : played.shownAs);
        if (isEarly) state = restamped(std::move(state), played.edit.dot(), played.shownAs);
        if (!dice.oneIn(4)) continue;
        auto read = RecordState::read(record, state.bytes());
        EXPECT_TRUE(read) << (read ? "" : read.error().detail);
        if (read) state = *std::move(read);
    }
    return state;
}

/// Merges the edits under stamps that have nothing to do with their own.
RecordState mergedUnderAnyClock(const History& history, const RecordId& record,
                                const std::set<std::size_t>& edits, Dice& dice)
{
    RecordState state{record, 0, {}, {}};
    for (const std::size_t edit : edits) {
        state = merge(std::move(state), history.edits()[edit].edit, Stamp{dice.any()});
    }
    return state;
}

void noteOutcome(const RecordReading& reading, std::map<std::string, int>& happened)
{
    for (const auto& [number, field] : reading.fields()) {
        if (field.values.size() > 1 && !field.isDisputed())
            ++happened["equal values of two writers"];
        if (!field.isDisputed()) continue;
        ++happened["a disagreement"];
        if (field.versions().size() > 2) ++happened["a disagreement of three"];
        bool isEmptied = false;
        bool isZero = false;
        for (const Value& value : field.values) {
            isEmptied = isEmptied || value.isEmptied();
            isZero = isZero || isNaught(value.bytes);
        }
        if (isEmptied) ++happened["empty against a value"];
        if (isEmptied && isZero) ++happened["empty against zero, no or an empty text"];
    }
}

void expectLaw(const History& history, Dice& dice, std::map<std::string, int>& happened)
{
    for (const std::string& fault : history.faults()) {
        ADD_FAILURE() << fault;
    }
    for (const PlayedDevice& device : history.devices()) {
        for (const auto& [record, state] : device.states) {
            expectReference(history, state, device.holds);
            if (!state.awaited.empty()) ++happened["a device that still awaits a value"];
        }
    }
    const std::set<std::size_t> applied = appliedEdits(history);
    for (const RecordId& record : history.records()) {
        const RecordState whole = mergedOtherwise(history, record, applied, dice);
        expectReference(history, whole, applied);
        noteOutcome(RecordReading(whole), happened);
        const std::string bytes = whole.bytes();
        for (int order = 1; order < kOrders; ++order) {
            EXPECT_EQ(mergedOtherwise(history, record, applied, dice).bytes(), bytes);
        }
        EXPECT_EQ(valuesIn(RecordReading(mergedUnderAnyClock(history, record, applied, dice))),
                  valuesIn(RecordReading(whole)));
    }
}

const std::vector<std::string> kMustHappen = {
    "a cloned device",
    "a device that still awaits a value",
    "a disagreement",
    "a disagreement of three",
    "a disagreement settled",
    "a draft that outlived a foreign edit",
    "a field emptied",
    "a later own edit over a refused one",
    "a newer value shown beside a draft",
    "a pending edit named with what it replaced",
    "a record of two kinds",
    "a refused edit taken back",
    "a replaced value that came late",
    "a save of two records",
    "a zero, a no or an empty text written",
    "a value replaced by an earlier stamp",
    "an edit delivered again",
    "an unknown field written",
    "empty against a value",
    "empty against zero, no or an empty text",
    "equal values of two writers",
};

TEST(MergeLaw, HoldsForEveryOrderRepetitionAndGroupingOfRandomHistories)
{
    const std::uint64_t only = fromEnvironment("LIAISON_SEED", 0);
    const std::uint64_t first = only == 0 ? 1 : only;
    const std::uint64_t count = only == 0 ? fromEnvironment("LIAISON_HISTORIES", kHistories) : 1;
    std::map<std::string, int> happened;
    std::size_t edits = 0;

    for (std::uint64_t seed = first; seed < first + count && !HasFailure(); ++seed) {
        SCOPED_TRACE("replay with LIAISON_SEED=" + std::to_string(seed));
        const History history(seed);
        Dice dice(seed);
        expectLaw(history, dice, happened);
        edits += history.edits().size();
        for (const auto& [event, times] : history.happened()) {
            happened[event] += times;
        }
    }

    RecordProperty("edits", std::to_string(edits));
    if (only != 0 || HasFailure()) return;
    for (const std::string& event : kMustHappen) {
        EXPECT_GT(happened[event], 0) << "never happened: " << event;
        RecordProperty(event, happened[event]);
    }
}

}  // namespace

}  // namespace liaison
