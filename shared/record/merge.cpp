// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/merge.h"

#include <algorithm>

#include "shared/base/plant.h"
#include "shared/record/patch.h"

// A state holds, for each edit that touched the record, the values of it that still stand. Merging
// an edit therefore does two things: it takes the values that the edit names out of the edits that
// wrote them, and it puts the edit's own values in, less those that an edit merged earlier has
// already named. A name whose edit has not come yet is remembered as awaited; when the edit comes
// the memory has done its work, because the edit keeps its place in the state from then on.

namespace liaison {

namespace {

using StandingAt = std::vector<Standing>::iterator;

StandingAt placeOf(std::vector<Standing>& standing, const Dot& dot)
{
    return std::lower_bound(
        standing.begin(), standing.end(), dot,
        [](const Standing& edit, const Dot& sought) { return edit.dot < sought; });
}

FieldBytes cut(const std::string& patch)
{
    auto fields = cutPatch(patch);
    ensure(bool(fields), "a patch that was cut before cannot be cut again");
    return *std::move(fields);
}

void remove(Standing& edit, std::uint32_t field)
{
    std::erase(edit.cleared, field);
    FieldBytes fields = cut(edit.patch);
    if (fields.erase(field)) edit.patch = joinPatch(fields);
}

void await(RecordState& state, std::uint32_t field, const Dot& dot)
{
    const Awaited value{field, dot};
    const auto at = std::lower_bound(state.awaited.begin(), state.awaited.end(), value);
    if (at == state.awaited.end() || *at != value) state.awaited.insert(at, value);
}

void replace(RecordState& state, std::uint32_t field, const std::vector<Dot>& dots, const Dot& by)
{
    for (const Dot& dot : dots) {
        if (dot == by || planted("settled-stays-disputed")) continue;
        const auto edit = placeOf(state.standing, dot);
        if (edit != state.standing.end() && edit->dot == dot) {
            remove(*edit, field);
        } else {
            await(state, field, dot);
        }
    }
}

/// The patch of these fields without those that `dot` was awaited for, which leave `cleared` too;
/// that it was awaited is forgotten.
std::string settledPatch(RecordState& state, const Dot& dot, const FieldBytes& fields,
                         std::vector<std::uint32_t>& cleared)
{
    const auto isAwaited = [&](const Awaited& value) { return value.dot == dot; };
    if (std::none_of(state.awaited.begin(), state.awaited.end(), isAwaited)) {
        return joinPatch(fields);
    }
    FieldBytes left = fields;
    for (const Awaited& value : state.awaited) {
        if (!isAwaited(value)) continue;
        left.erase(value.field);
        std::erase(cleared, value.field);
    }
    std::erase_if(state.awaited, isAwaited);
    return joinPatch(left);
}

}  // namespace

RecordState merge(RecordState state, const Edit& edit, Stamp shownAs)
{
    const v1::Change* change = edit.change(state.id);
    if (change == nullptr) return state;
    const auto place = placeOf(state.standing, edit.dot());
    if (place != state.standing.end() && place->dot == edit.dot()) return state;

    // Kinds never differ within a record that the centre accepted; the lower one keeps the law.
    state.kind = state.kind == 0 ? change->kind() : std::min(state.kind, change->kind());
    const FieldBytes& fields = edit.fieldsOf(*change);
    std::vector<std::uint32_t> cleared(change->cleared().begin(), change->cleared().end());
    if (planted("emptied-is-unwritten")) cleared.clear();
    std::sort(cleared.begin(), cleared.end());
    cleared.erase(std::unique(cleared.begin(), cleared.end()), cleared.end());
    for (const auto& [field, bytes] : fields) {
        for (Standing& older : state.standing) {
            if (planted("clock-decides") && older.shownAs < shownAs) remove(older, field);
        }
        replace(state, field, replacedDots(*change, field), edit.dot());
    }
    for (const std::uint32_t field : cleared) {
        replace(state, field, replacedDots(*change, field), edit.dot());
    }
    std::string patch = settledPatch(state, edit.dot(), fields, cleared);
    state.standing.insert(placeOf(state.standing, edit.dot()),
                          {edit.dot(), shownAs, std::move(patch), std::move(cleared)});
    return state;
}

RecordState restamped(RecordState state, const Dot& dot, Stamp shownAs)
{
    const auto edit = placeOf(state.standing, dot);
    if (edit != state.standing.end() && edit->dot == dot) edit->shownAs = shownAs;
    return state;
}

}  // namespace liaison
