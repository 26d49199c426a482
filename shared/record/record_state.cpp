// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/record_state.h"

#include <algorithm>
#include <functional>

#include "shared/record/wire.h"

namespace liaison {

namespace {

bool isAscending(const std::vector<std::uint32_t>& fields)
{
    return std::adjacent_find(fields.begin(), fields.end(), std::greater_equal()) == fields.end();
}

/// Whole fields in the order of their numbers, none of them emptied as well.
bool isSound(const Standing& edit)
{
    if (!isAscending(edit.cleared)) return false;
    WireReader reader(edit.patch);
    WireField field;
    for (std::uint32_t last = 0;; last = field.number) {
        const auto more = reader.next(field);
        if (!more) return false;
        if (!*more) return true;
        if (field.number < last) return false;
        if (std::binary_search(edit.cleared.begin(), edit.cleared.end(), field.number))
            return false;
    }
}

/// What every merge keeps: each edit and each awaited value once and in order, and no value awaited
/// of an edit that has come.
bool isSound(const RecordState& state)
{
    const auto& standing = state.standing;
    const auto isOutOfOrder = [](const Standing& a, const Standing& b) { return a.dot >= b.dot; };
    return std::adjacent_find(standing.begin(), standing.end(), isOutOfOrder) == standing.end() &&
           std::adjacent_find(state.awaited.begin(), state.awaited.end(), std::greater_equal()) ==
               state.awaited.end() &&
           std::all_of(standing.begin(), standing.end(),
                       [](const Standing& edit) { return isSound(edit); }) &&
           std::none_of(state.awaited.begin(), state.awaited.end(), [&](const Awaited& value) {
               return state.standingOf(value.dot) != nullptr;
           });
}

}  // namespace

std::string RecordState::bytes() const
{
    // One for each thread: it keeps the memory that the state before it took.
    thread_local v1::RecordState message;
    message.Clear();
    message.set_kind(kind);
    for (const Standing& edit : standing) {
        auto& added = *message.add_standing();
        edit.dot.to(*added.mutable_dot());
        added.set_shown_as(edit.shownAs.value);
        added.set_patch(edit.patch);
        added.mutable_cleared()->Add(edit.cleared.begin(), edit.cleared.end());
    }
    for (const Awaited& value : awaited) {
        auto& added = *message.add_awaited();
        added.set_field(value.field);
        value.dot.to(*added.mutable_dot());
    }
    return message.SerializeAsString();
}

std::size_t RecordState::bytesAtMost() const
{
    // A dot of at most 25 bytes, with its tags a stamp of 9, and lengths.
    constexpr std::size_t kStandingBytes = 64;
    constexpr std::size_t kFieldBytes = 5;
    std::size_t size = 16 + awaited.size() * kStandingBytes;
    for (const Standing& edit : standing) {
        size += kStandingBytes + edit.patch.size() + edit.cleared.size() * kFieldBytes;
    }
    return size;
}

Result<RecordState> RecordState::read(const RecordId& id, std::string_view bytes)
{
    v1::RecordState message;
    if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
        return Error{ErrorCode::damaged, "state of record " + id.text()};
    }
    RecordState state{id, message.kind(), {}, {}};
    state.standing.reserve(static_cast<std::size_t>(message.standing_size()));
    for (auto& edit : *message.mutable_standing()) {
        state.standing.push_back({Dot::from(edit.dot()),
                                  {edit.shown_as()},
                                  std::move(*edit.mutable_patch()),
                                  {edit.cleared().begin(), edit.cleared().end()}});
    }
    for (const auto& value : message.awaited()) {
        state.awaited.push_back({value.field(), Dot::from(value.dot())});
    }
    if (!isSound(state)) return Error{ErrorCode::damaged, "state of record " + id.text()};
    return state;
}

const Standing* RecordState::standingOf(const Dot& dot) const
{
    const auto found =
        std::lower_bound(standing.begin(), standing.end(), dot,
                         [](const Standing& edit, const Dot& sought) { return edit.dot < sought; });
    return found == standing.end() || found->dot != dot ? nullptr : &*found;
}

}  // namespace liaison
