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

/// Each field replaces what its author saw, and beyond that only what own edits without verdict
/// had replaced.
void Author::checkSaw(const Form& form, const std::vector<v1::Change>& changes)
{
    Book& book = phone_.centre().book();
    for (const auto& [record, change] : changesOf({}, changes)) {
        for (const auto& [field, named] : change.replaces) {
            std::set<Dot> wanted = form.saw.at({record, field});
            std::vector<Dot> open(wanted.begin(), wanted.end());
            while (!open.empty()) {
                const Promise* own = book.find(open.back());
                open.pop_back();
                if (own == nullptr || own->dot.device != phone_.number() || own->isAnswered) {
                    continue;
                }
                const auto before = own->changes.find(record);
                if (before == own->changes.end() || !before->second.replaces.contains(field)) {
                    continue;
                }
                for (const Dot& dot : before->second.replaces.at(field)) {
                    if (wanted.insert(dot).second) open.push_back(dot);
                }
            }
            if (named == wanted) continue;
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
