// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/ledger_pen.h"

#include "shared/record/patch.h"

namespace liaison::demo {

namespace {

Result<std::optional<v1::Change>> changeFor(DeviceLedger& ledger, const Written& written)
{
    const auto state = ledger.ledger().record(written.record);
    if (!state) return state.error();
    const auto fields = cutPatch(written.patch);
    if (!fields) return fields.error();
    const RecordReading reading(state->value_or(RecordState{written.record, written.kind, {}, {}}));
    ChangeDraft draft{written.record, written.kind, {}};
    for (const auto& [number, bytes] : *fields) {
        draft.touch(number, reading, bytes);
    }
    return changeOf(draft, ledger.ownPending(draft.record));
}

}  // namespace

Written::Written(const RecordId& id, const google::protobuf::Message& message)
    : record(id), patch(message.SerializeAsString())
{
    const KindSchema* known =
        Schema::care().kind(std::string_view(message.GetDescriptor()->name()));
    ensure(known != nullptr, "a message that is no kind of record");
    kind = known->number;
}

Result<Done> write(DeviceLedger& ledger, const Save& save)
{
    std::vector<v1::Change> changes;
    for (const Written& written : save.changes) {
        auto change = changeFor(ledger, written);
        if (!change) return change.error();
        if (*change) changes.push_back(std::move(**change));
    }
    if (changes.empty()) return done();
    const auto saved = ledger.save(changes, save.at);
    if (!saved) return saved.error();
    return done();
}

}  // namespace liaison::demo
