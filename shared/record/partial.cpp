// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/partial.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "shared/record/patch.h"

namespace liaison {

namespace {

/// Adds to `into` the fields that only `part` has.
Result<Done> addFields(v1::Change& into, const v1::Change& part)
{
    auto fields = cutPatch(into.patch());
    if (!fields) return fields.error();
    auto more = cutPatch(part.patch());
    if (!more) return more.error();
    fields->addMissing(*more);
    into.set_patch(joinPatch(*fields));
    std::set<std::uint32_t> cleared(into.cleared().begin(), into.cleared().end());
    cleared.insert(part.cleared().begin(), part.cleared().end());
    into.clear_cleared();
    for (const std::uint32_t number : cleared) {
        into.add_cleared(number);
    }
    std::map<std::uint32_t, v1::FieldReplaces> exceptions;
    for (const v1::Change* change : {&std::as_const(into), &part}) {
        for (const v1::FieldReplaces& exception : change->exceptions()) {
            exceptions.emplace(exception.field(), exception);
        }
    }
    into.clear_exceptions();
    for (auto& [number, exception] : exceptions) {
        *into.add_exceptions() = std::move(exception);
    }
    return done();
}

}  // namespace

Result<Edit> joinedParts(const Edit& left, const Edit& right)
{
    ensure(left.dot() == right.dot(), "parts of two edits");
    std::map<std::string, v1::Change> changes;
    for (const Edit* part : {&left, &right}) {
        for (const v1::Change& change : part->message().changes()) {
            const auto [at, isNew] = changes.emplace(change.record(), change);
            if (isNew) continue;
            if (auto added = addFields(at->second, change); !added) return added.error();
        }
    }
    v1::Edit message = left.message();
    message.clear_changes();
    for (auto& [record, change] : changes) {
        *message.add_changes() = std::move(change);
    }
    return Edit::readPartial(left.dot().device, message.SerializeAsString(), left.hash());
}

}  // namespace liaison
