// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "shared/ledger/take_over.h"
#include "shared/record/void_field.h"
#include "tests/sim/author.h"

namespace liaison::sim {

namespace {

/// Roles are given by `giveRole`, which the checks hear of.
bool isAboutMembers(const LedgerEntry& entry)
{
    const std::uint32_t members = Schema::care().kind("Member")->number;
    const auto& changes = entry.edit.message().changes();
    return std::any_of(changes.begin(), changes.end(),
                       [&](const v1::Change& change) { return change.kind() == members; });
}

}  // namespace

/// A supervisor makes an edit of her own of one that the centre refused.
bool Author::takeOverRefusal()
{
    DeviceLedger& ledger = phone_.ledger();
    auto refused = refusedOfOthers(ledger);
    if (!refused) return false;
    std::erase_if(*refused, isAboutMembers);
    if (refused->empty()) return false;
    const Dot dot = run_.dice.pick(*refused).edit.dot();
    const auto made = takeOver(ledger, dot);
    if (!made) return false;
    run_.count("parts of a refused edit left out", made->leftOut.size());
    Form form{made->draft, {}};
    for (const ChangeDraft& change : made->draft.changes) {
        const RecordReading now = reading(change.record);
        for (const TouchedField& field : change.fields) {
            std::set<Dot>& saw = form.saw[{change.record, field.number}];
            const FieldReading* shown = now.field(field.number);
            for (std::size_t i = 0; shown != nullptr && i < shown->values.size(); ++i) {
                saw.insert(shown->values[i].dot);
            }
            saw.insert(dot);
        }
    }
    checkTakenOver(dot, made->changes(ledger));
    return save(form, {});
}

/// I7: whoever takes an edit over writes its values, each as it was or not at all.
void Author::checkTakenOver(const Dot& refused, const std::vector<v1::Change>& changes)
{
    const Promise* promise = phone_.centre().book().find(refused);
    if (promise == nullptr) return;
    for (const auto& [record, change] : changesOf(refused, changes)) {
        const auto before = promise->changes.find(record);
        for (const auto& [field, content] : change.values) {
            const bool isSame = before != promise->changes.end() &&
                                before->second.values.contains(field) &&
                                before->second.values.at(field) == content;
            // A void names what she saw who takes it over.
            if (isSame || field == kVoidField) continue;
            run_.violate("I7", phone_.name() + " takes over another value than " + refused.text() +
                                   " has in " + record.text() + " field " + std::to_string(field));
        }
    }
}

}  // namespace liaison::sim
