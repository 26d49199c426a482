// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/merge.h"

#include "shared/record/patch.h"
#include "shared/record/reading.h"
#include "tests/fuzz/byte_source.h"
#include "tests/fuzz/target.h"

namespace liaison::fuzz {

namespace {

const RecordId kRecord(std::array<std::uint8_t, 16>{1, 2, 3});

v1::Change changeFrom(ByteSource& source, const std::vector<Edit>& before)
{
    v1::Change change;
    change.set_record(kRecord.bytes());
    change.set_kind(2);
    const std::uint8_t shape = source.byte();
    change.set_patch(source.piece(shape % 64));
    for (int count = shape / 64; count > 0; --count) {
        change.add_cleared(source.byte());
    }
    for (int count = source.byte() % 4; count > 0; --count) {
        const std::uint8_t which = source.byte();
        v1::Dot dot;
        if (which < before.size()) {
            before[which].dot().to(dot);
        } else {
            dot.set_device(which % 5);
            dot.set_n(which);
        }
        v1::Dot* target = change.add_replaces();
        if (source.byte() % 4 == 0) {
            v1::FieldReplaces* exception = change.add_exceptions();
            exception->set_field(which % 16);
            target = exception->add_dots();
            change.mutable_replaces()->RemoveLast();
        }
        *target = dot;
    }
    return change;
}

/// Up to four edits of one record by three authors; those that no author could have written are
/// left out.
std::vector<Edit> editsFrom(std::string_view bytes)
{
    ByteSource source(bytes);
    std::vector<Edit> edits;
    for (std::uint64_t n = 1; n <= 4 && !source.isEmpty(); ++n) {
        const DeviceNumber author{1u + source.byte() % 3u};
        v1::Edit message;
        message.set_n(n);
        message.set_stamp(source.two());
        message.add_salts(n);
        *message.add_changes() = changeFrom(source, edits);
        auto edit = Edit::read(author, message.SerializeAsString());
        if (edit) edits.push_back(*std::move(edit));
    }
    return edits;
}

RecordState merged(const std::vector<Edit>& edits, const std::vector<std::size_t>& order)
{
    RecordState state{kRecord, 0, {}, {}};
    for (const std::size_t index : order) {
        state = merge(std::move(state), edits[index], edits[index].stamp());
    }
    return state;
}

}  // namespace

void runMerge(std::string_view bytes)
{
    const std::vector<Edit> edits = editsFrom(bytes);
    if (edits.size() < 2) return;
    note("two edits of one record");
    std::vector<std::size_t> order(edits.size());
    for (std::size_t index = 0; index < order.size(); ++index) {
        order[index] = index;
    }
    const RecordState first = merged(edits, order);
    for (const Standing& standing : first.standing) {
        if (standing.patch.empty() && standing.cleared.empty()) note("a value replaced");
    }
    while (std::next_permutation(order.begin(), order.end())) {
        promise(merged(edits, order) == first, "the order of edits makes no difference");
    }
    for (const Edit& edit : edits) {
        promise(merge(first, edit, edit.stamp()) == first, "an edit counts once");
    }
    const auto again = RecordState::read(kRecord, first.bytes());
    promise(again && *again == first, "a state survives being stored");
    static_cast<void>(RecordReading(first).shownMessage());
}

}  // namespace liaison::fuzz
