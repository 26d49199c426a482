// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/save_draft.h"

#include <algorithm>

namespace liaison {

namespace {

TouchedField touchedIn(const v1::StoredSaveDraft::TouchedField& stored)
{
    TouchedField field;
    field.number = stored.number();
    for (const v1::Dot& dot : stored.base()) {
        field.base.push_back(Dot::from(dot));
    }
    field.shown = stored.shown();
    field.disputed = stored.disputed();
    field.now = stored.now();
    return field;
}

void store(const TouchedField& field, v1::StoredSaveDraft::TouchedField& stored)
{
    stored.set_number(field.number);
    for (const Dot& dot : field.base) {
        dot.to(*stored.add_base());
    }
    stored.set_shown(field.shown);
    stored.set_disputed(field.disputed);
    stored.set_now(field.now);
}

}  // namespace

ChangeDraft& SaveDraft::of(const RecordId& record, std::uint32_t kind)
{
    const auto known = std::find_if(changes.begin(), changes.end(), [&](const ChangeDraft& change) {
        return change.record == record;
    });
    if (known != changes.end()) return *known;
    changes.push_back({record, kind, {}});
    return changes.back();
}

const ChangeDraft* SaveDraft::find(const RecordId& record) const
{
    const auto known = std::find_if(changes.begin(), changes.end(), [&](const ChangeDraft& change) {
        return change.record == record;
    });
    return known == changes.end() ? nullptr : &*known;
}

bool SaveDraft::isEmpty() const
{
    return std::all_of(changes.begin(), changes.end(),
                       [](const ChangeDraft& change) { return change.fields.empty(); });
}

std::string SaveDraft::bytes() const
{
    v1::StoredSaveDraft stored;
    stored.set_begun_at(begunAt.time_since_epoch().count());
    stored.set_focus(focus);
    for (const ChangeDraft& change : changes) {
        auto& added = *stored.add_changes();
        added.set_record(change.record.bytes());
        added.set_kind(change.kind);
        for (const TouchedField& field : change.fields) {
            store(field, *added.add_fields());
        }
    }
    return stored.SerializeAsString();
}

Result<SaveDraft> SaveDraft::read(std::string_view bytes)
{
    v1::StoredSaveDraft stored;
    if (!stored.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
        return Error{ErrorCode::damaged, "a draft"};
    }
    SaveDraft draft;
    draft.begunAt = Instant(std::chrono::milliseconds(stored.begun_at()));
    draft.focus = stored.focus();
    for (const auto& change : stored.changes()) {
        const auto record = RecordId::fromBytes(change.record());
        if (!record) return Error{ErrorCode::damaged, "a draft of no record"};
        draft.changes.push_back({*record, change.kind(), {}});
        for (const auto& field : change.fields()) {
            draft.changes.back().fields.push_back(touchedIn(field));
        }
    }
    return draft;
}

}  // namespace liaison
