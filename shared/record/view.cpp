// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/view.h"

#include <algorithm>

#include "shared/base/sha256.h"
#include "shared/record/patch.h"

namespace liaison {

namespace {

bool isWholeFor(Role role, const v1::Change& change, const KindSchema& kind,
                const FieldBytes& fields)
{
    const auto readable = [&](std::uint32_t number) {
        const FieldSchema* field = kind.field(number);
        return field != nullptr && field->readableBy(role);
    };
    return std::all_of(fields.begin(), fields.end(),
                       [&](const auto& field) { return readable(field.first); }) &&
           std::all_of(change.cleared().begin(), change.cleared().end(), readable);
}

/// Leaves only readable fields in `change`; false when none is left.
bool narrow(Role role, v1::Change& change, const KindSchema& kind, FieldBytes fields)
{
    const auto hidden = [&](std::uint32_t number) {
        const FieldSchema* field = kind.field(number);
        return field == nullptr || !field->readableBy(role);
    };
    fields.eraseIf([&](const auto& field) { return hidden(field.first); });
    auto& cleared = *change.mutable_cleared();
    cleared.erase(std::remove_if(cleared.begin(), cleared.end(), hidden), cleared.end());
    auto& exceptions = *change.mutable_exceptions();
    exceptions.erase(
        std::remove_if(exceptions.begin(), exceptions.end(),
                       [&](const auto& exception) { return hidden(exception.field()); }),
        exceptions.end());
    change.set_patch(joinPatch(fields));
    return !fields.empty() || !cleared.empty();
}

}  // namespace

std::optional<RecordState> visibleTo(Role role, RecordState state, const Schema& schema)
{
    const KindSchema* kind = schema.kind(state.kind);
    if (kind == nullptr) return state;
    if (!kind->readableBy(role)) return std::nullopt;
    const auto hidden = [&](std::uint32_t number) {
        const FieldSchema* field = kind->field(number);
        return field != nullptr && !field->readableBy(role);
    };
    for (Standing& standing : state.standing) {
        auto fields = cutPatch(standing.patch);
        ensure(bool(fields), "a stored patch cannot be cut");
        fields->eraseIf([&](const auto& field) { return hidden(field.first); });
        std::erase_if(standing.cleared, hidden);
        standing.patch = joinPatch(*fields);
    }
    return state;
}

std::string viewOf(Role role, const Schema& schema)
{
    std::vector<std::string> readable;
    for (const KindSchema& kind : schema.kinds()) {
        if (!kind.readableBy(role)) continue;
        for (const FieldSchema& field : kind.fields) {
            if (!field.readableBy(role)) continue;
            readable.push_back(std::to_string(kind.number) + '.' + std::to_string(field.number));
        }
    }
    std::sort(readable.begin(), readable.end());
    std::string text;
    for (const std::string& one : readable) {
        text += one + ' ';
    }
    return sha256(text).substr(0, 8);
}

std::optional<VisibleEdit> visibleTo(Role role, const Edit& edit, const Schema& schema)
{
    const auto& changes = edit.message().changes();
    const auto isWholly = [&](const v1::Change& change) {
        const KindSchema* kind = schema.kind(change.kind());
        return kind != nullptr && kind->readableBy(role) &&
               isWholeFor(role, change, *kind, edit.fieldsOf(change));
    };
    if (std::all_of(changes.begin(), changes.end(), isWholly)) return VisibleEdit{edit.bytes(), {}};
    v1::Edit visible = edit.message();
    visible.clear_changes();
    for (const v1::Change& change : changes) {
        const KindSchema* kind = schema.kind(change.kind());
        if (kind == nullptr || !kind->readableBy(role)) continue;
        const FieldBytes& fields = edit.fieldsOf(change);
        v1::Change kept = change;
        const bool isWhole = isWholeFor(role, change, *kind, fields);
        if (!isWhole && !narrow(role, kept, *kind, fields)) continue;
        *visible.add_changes() = std::move(kept);
    }
    if (visible.changes().empty()) return std::nullopt;
    // With its salt and the hash, a hidden change of few possible values could be guessed.
    std::fill(visible.mutable_salts()->begin(), visible.mutable_salts()->end(), 0);
    return VisibleEdit{visible.SerializeAsString(), edit.hash()};
}

}  // namespace liaison
