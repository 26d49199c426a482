// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/change_draft.h"

#include <algorithm>
#include <map>
#include <set>

#include "shared/base/plant.h"
#include "shared/record/patch.h"

namespace liaison {

namespace {

auto fieldAt(std::vector<TouchedField>& fields, std::uint32_t number)
{
    return std::find_if(fields.begin(), fields.end(),
                        [&](const TouchedField& field) { return field.number == number; });
}

bool writes(const TouchedField& field)
{
    return field.disputed || field.now != field.shown;
}

/// What the author saw, and what that replaced where it may still be taken back.
std::vector<Dot> withPending(const TouchedField& field, const OwnPending& ownPending)
{
    std::set<Dot> dots(field.base.begin(), field.base.end());
    std::vector<Dot> open(dots.begin(), dots.end());
    while (!open.empty()) {
        const Dot dot = open.back();
        open.pop_back();
        for (const Dot& older : ownPending(dot, field.number)) {
            if (dots.insert(older).second) open.push_back(older);
        }
    }
    return {dots.begin(), dots.end()};
}

void setDots(google::protobuf::RepeatedPtrField<v1::Dot>& target, const std::vector<Dot>& dots)
{
    for (const Dot& dot : dots) {
        dot.to(*target.Add());
    }
}

/// The list that most fields share goes to the change, the others to exceptions.
void setReplaces(v1::Change& change, const std::map<std::uint32_t, std::vector<Dot>>& byField)
{
    std::map<std::vector<Dot>, std::size_t> counts;
    for (const auto& [field, dots] : byField) {
        ++counts[dots];
    }
    const auto most = std::max_element(
        counts.begin(), counts.end(),
        [](const auto& left, const auto& right) { return left.second < right.second; });
    setDots(*change.mutable_replaces(), most->first);
    for (const auto& [field, dots] : byField) {
        if (dots == most->first) continue;
        auto& exception = *change.add_exceptions();
        exception.set_field(field);
        setDots(*exception.mutable_dots(), dots);
    }
}

}  // namespace

void ChangeDraft::touch(std::uint32_t field, const RecordReading& reading, std::string bytes)
{
    if (const auto known = fieldAt(fields, field); known != fields.end()) {
        known->now = std::move(bytes);
        const FieldReading* read = reading.field(field);
        if (planted("base-at-save") && read != nullptr) known->base = read->dots();
        return;
    }
    TouchedField touched{field, {}, {}, false, std::move(bytes)};
    if (const FieldReading* read = reading.field(field)) {
        touched.base = read->dots();
        touched.shown = read->shown().bytes;
        touched.disputed = read->isDisputed();
    }
    fields.push_back(std::move(touched));
}

void ChangeDraft::sawToo(std::uint32_t field, const Dot& dot)
{
    const auto known = fieldAt(fields, field);
    if (known == fields.end()) return;
    if (std::find(known->base.begin(), known->base.end(), dot) != known->base.end()) return;
    known->base.push_back(dot);
    known->disputed = true;
}

void ChangeDraft::untouch(std::uint32_t field)
{
    std::erase_if(fields, [&](const TouchedField& touched) { return touched.number == field; });
}

const TouchedField* ChangeDraft::touched(std::uint32_t field) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const TouchedField& touched) {
        return touched.number == field;
    });
    return found == fields.end() ? nullptr : &*found;
}

std::optional<v1::Change> changeOf(const ChangeDraft& draft, const OwnPending& ownPending)
{
    v1::Change change;
    FieldBytes set;
    std::map<std::uint32_t, std::vector<Dot>> replaced;
    for (const TouchedField& field : draft.fields) {
        if (!writes(field)) continue;
        replaced[field.number] = withPending(field, ownPending);
        if (field.now.empty()) {
            change.add_cleared(field.number);
        } else {
            set[field.number] = field.now;
        }
    }
    if (replaced.empty()) return std::nullopt;
    std::sort(change.mutable_cleared()->begin(), change.mutable_cleared()->end());
    change.set_record(draft.record.bytes());
    change.set_kind(draft.kind);
    change.set_patch(joinPatch(set));
    setReplaces(change, replaced);
    return change;
}

}  // namespace liaison
