// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a history notes and checks while it is played: every edit names what its author saw.
#include <algorithm>

#include "tests/support/history.h"

namespace liaison {

void History::checkTakenBack(const PlayedDevice& device, const RecordId& record,
                             const ReferenceChange& taken)
{
    for (const ReferenceChange* other : changesOf(record, device.holds)) {
        for (const auto& [field, dots] : other->replaces) {
            if (!dots.contains(taken.dot) || !taken.replaces.contains(field)) continue;
            ++happened_["a later own edit over a refused one"];
            const std::set<Dot>& older = taken.replaces.at(field);
            if (std::includes(dots.begin(), dots.end(), older.begin(), older.end())) continue;
            faults_.push_back("the refusal of " + taken.dot.text() + " left a replaced value");
        }
    }
}

void History::noteSave(std::size_t at, const PlayedEdit& played)
{
    const PlayedDevice& device = devices_[at];
    if (played.changes.size() > 1) ++happened_["a save of two records"];
    for (const auto& [record, change] : played.changes) {
        const ReferenceValues values = valuesOn(device, record);
        if (change.kind != kPersonKind) ++happened_["a record of two kinds"];
        for (const auto& [field, content] : change.values) {
            const std::set<Dot> there = dotsOf(values, field);
            const std::set<Dot>& saw = device.saw.at({record, field});
            if (content.empty()) ++happened_["a field emptied"];
            if (isNaught(content)) ++happened_["a zero, a no or an empty text written"];
            if (field >= 200) ++happened_["an unknown field written"];
            if (saw.size() > 1) ++happened_["a disagreement settled"];
            if (!std::includes(saw.begin(), saw.end(), there.begin(), there.end())) {
                ++happened_["a draft that outlived a foreign edit"];
            }
            for (const PlayedEdit& other : edits_) {
                if (saw.contains(other.edit.dot()) && other.edit.stamp() > played.edit.stamp()) {
                    ++happened_["a value replaced by an earlier stamp"];
                }
            }
        }
    }
}

/// An edit names exactly what its author was shown, and what own edits without verdict replaced.
void History::checkSaw(std::size_t at, const RecordId& record, const ReferenceChange& change)
{
    const PlayedDevice& device = devices_[at];
    const OwnPending pending = pendingOf(at, record);
    const ChangeDraft& draft = device.drafts.at(record);
    for (const auto& [field, content] : change.values) {
        std::set<Dot> expected = device.saw.at({record, field});
        std::vector<Dot> open(expected.begin(), expected.end());
        while (!open.empty()) {
            const Dot dot = open.back();
            open.pop_back();
            for (const Dot& older : pending(dot, field)) {
                if (!expected.insert(older).second) continue;
                open.push_back(older);
                ++happened_["a pending edit named with what it replaced"];
            }
        }
        if (change.replaces.at(field) != expected) {
            faults_.push_back("field " + std::to_string(field) + " of edit " + change.dot.text() +
                              " names other values than its author saw");
        }
        const TouchedField* touched = draft.touched(field);
        const bool isAsTyped =
            touched != nullptr &&
            (touched->now.empty() ? content.empty()
                                  : contentsOf(touched->now).at(field) == content);
        if (!isAsTyped) faults_.push_back("field " + std::to_string(field) + " is not as typed");
    }
}

}  // namespace liaison
