// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "tests/sim/author.h"

namespace liaison::sim {

/// I8: what was typed is still there when its save failed.
void Author::checkDraftStays(const std::string& place)
{
    if (place.empty() || phone_.disk().isOff()) return;
    const auto draft = phone_.ledger().draft(place);
    if (!draft || *draft) return;
    run_.violate("I8", phone_.name() + " dropped the draft " + place + " for a save that failed");
}

/// What these values replaced in turn, as far as they are own edits of the phone; of those that
/// were answered only on request.
std::set<Dot> Author::withReplaced(const std::set<Dot>& saw, const RecordId& record,
                                   std::uint32_t field, bool withAnswered)
{
    std::set<Dot> all = saw;
    std::vector<Dot> open(saw.begin(), saw.end());
    while (!open.empty()) {
        const Promise* own = phone_.centre().book().find(open.back());
        open.pop_back();
        if (own == nullptr || !phone_.held().own().contains(own->dot)) continue;
        if (own->isAnswered && !withAnswered) continue;
        const auto before = own->changes.find(record);
        if (before == own->changes.end() || !before->second.replaces.contains(field)) continue;
        for (const Dot& dot : before->second.replaces.at(field)) {
            if (all.insert(dot).second) open.push_back(dot);
        }
    }
    return all;
}

/// Each field replaces what its author saw, and beyond that only what own edits without verdict
/// had replaced. An older image of a phone has forgotten verdicts.
void Author::checkSaw(const Form& form, const std::vector<v1::Change>& changes)
{
    const bool isDisturbed = phone_.centre().book().isDisturbed();
    for (const auto& [record, change] : changesOf({}, changes)) {
        for (const auto& [field, named] : change.replaces) {
            const std::set<Dot>& saw = form.saw.at({record, field});
            const auto most = withReplaced(saw, record, field, isDisturbed);
            const auto& least = isDisturbed ? saw : most;
            const bool isRight =
                std::includes(named.begin(), named.end(), least.begin(), least.end()) &&
                std::includes(most.begin(), most.end(), named.begin(), named.end());
            if (isRight) continue;
            run_.violate("I7", phone_.name() + " replaces other values than its author saw in " +
                                   record.text() + " field " + std::to_string(field));
        }
    }
}

/// I6: what was just saved is there when its author looks.
void Author::checkReadBack(const Dot& dot, const std::vector<v1::Change>& changes)
{
    for (const auto& [record, change] : changesOf(dot, changes)) {
        const RecordReading now = reading(record);
        for (const auto& [field, content] : change.values) {
            const FieldReading* shown = now.field(field);
            const bool isThere = shown != nullptr &&
                                 std::any_of(shown->values.begin(), shown->values.end(),
                                             [&](const Value& value) { return value.dot == dot; });
            if (isThere) continue;
            run_.violate("I6", phone_.name() + " does not show what was just saved in " +
                                   record.text() + " field " + std::to_string(field));
        }
    }
}

}  // namespace liaison::sim
