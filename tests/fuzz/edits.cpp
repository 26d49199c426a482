// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/edit.h"
#include "shared/record/patch.h"
#include "shared/record/record_state.h"
#include "tests/fuzz/byte_source.h"
#include "tests/fuzz/target.h"

namespace liaison::fuzz {

void runEdits(std::string_view bytes)
{
    const auto edit = Edit::read(DeviceNumber{7}, std::string(bytes));
    if (!edit) return;
    note("an edit");
    promise(bytes.size() <= kEditBytesMax, "an edit keeps to its limit");
    promise(edit->hash().size() == 32, "a hash has 32 bytes");
    promise(edit->bytes() == bytes, "an edit keeps the bytes of its author");
    for (const v1::Change& change : edit->message().changes()) {
        const auto fields = cutPatch(change.patch());
        promise(bool(fields), "what was read can be cut");
        promise(cutPatch(joinPatch(*fields)).operator bool(), "what was cut can be joined");
        for (const auto& [number, field] : *fields) {
            static_cast<void>(replacedDots(change, number));
        }
        const auto record = RecordId::fromBytes(change.record());
        promise(record && edit->change(*record) == &change, "a change is found by its record");
    }
    const auto part = Edit::readPartial(DeviceNumber{7}, std::string(bytes), edit->hash());
    promise(part && part->dot() == edit->dot(), "the whole under its own hash is the same edit");
}

void runPatches(std::string_view bytes)
{
    const auto fields = cutPatch(bytes);
    if (fields) {
        note("a patch");
        const std::string joined = joinPatch(*fields);
        promise(joined.size() == bytes.size(), "no byte of a patch is lost or made");
        const auto again = cutPatch(joined);
        promise(again && *again == *fields, "a joined patch has the same fields");
    }
    const RecordId id;
    const auto state = RecordState::read(id, bytes);
    if (!state) return;
    note("a state");
    const auto stored = RecordState::read(id, state->bytes());
    promise(stored && *stored == *state, "a state survives being stored");
}

}  // namespace liaison::fuzz
