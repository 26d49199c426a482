// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/slice.h"

#include <set>

#include "shared/record/view.h"

namespace liaison {

namespace {

constexpr std::size_t kDigestBytes = 8;

/// The records of a slice behind this one, ascending.
Result<std::vector<RecordId>> recordsOf(CentreLedger& centre, std::uint32_t slice,
                                        const std::string& after)
{
    auto select = centre.ledger().database().prepare("SELECT id FROM record WHERE id > ?");
    if (!select) return select.error();
    select->bindBlob(1, std::string_view(after));
    std::vector<RecordId> records;
    while (true) {
        const auto more = select->step();
        if (!more) return more.error();
        if (!*more) return records;
        const auto id = RecordId::fromBytes(select->blob(0));
        if (id && sliceOf(*id) == slice) records.push_back(*id);
    }
}

/// Adds what the reader may see of the edits of a record that are not in the slice yet.
Result<std::size_t> addEdits(CentreLedger& centre, const PageOrder& order, const RecordId& record,
                             std::set<Dot>& added, v1::Slice& slice)
{
    const auto history = centre.ledger().history(record);
    if (!history) return history.error();
    std::size_t bytes = 0;
    for (const LedgerEntry& entry : *history) {
        const auto visible = visibleTo(order.role, entry.edit, centre.ledger().schema());
        if (!visible || !added.insert(entry.edit.dot()).second) continue;
        const bool isPart = entry.isPartial || !visible->wholeHash.empty();
        *slice.add_entries() =
            entryMessage(entry, visible->bytes, isPart ? entry.edit.hash() : std::string());
        bytes += visible->bytes.size();
        const auto owner = centre.ledger().ownerOf(entry.edit.dot().device);
        if (!owner) return owner.error();
        if (!*owner) continue;
        auto& told = *slice.add_owners();
        told.set_device(entry.edit.dot().device.value);
        told.set_member((*owner)->bytes());
    }
    return bytes;
}

}  // namespace

Result<v1::Compared> comparedFor(CentreLedger& centre, Role role, Instant now)
{
    const auto head = centre.ledger().head();
    if (!head) return head.error();
    const auto digests = centre.digestsAtHead(role, now);
    if (!digests) return digests.error();
    v1::Compared message;
    message.set_head(*head);
    std::string bytes;
    for (const std::uint64_t digest : *digests) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes.push_back(static_cast<char>(digest >> shift));
        }
    }
    message.set_digests(bytes);
    return message;
}

Result<SliceDigests> digestsIn(const std::string& bytes)
{
    if (bytes.size() != kDigestSlices * kDigestBytes) {
        return Error{ErrorCode::malformed, "digests of another number of slices"};
    }
    SliceDigests digests{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::uint64_t& digest = digests[i / kDigestBytes];
        digest = digest << 8 | static_cast<std::uint8_t>(bytes[i]);
    }
    return digests;
}

Result<v1::Slice> sliceFor(CentreLedger& centre, const PageOrder& order,
                           const v1::FetchSlice& asked)
{
    if (asked.slice() >= kDigestSlices) return Error{ErrorCode::malformed, "no such slice"};
    const auto records = recordsOf(centre, asked.slice(), asked.after());
    if (!records) return records.error();
    v1::Slice slice;
    slice.set_slice(asked.slice());
    slice.set_to(asked.after());
    std::set<Dot> added;
    std::size_t bytes = 0;
    std::size_t taken = 0;
    for (const RecordId& record : *records) {
        if (bytes > kPageBytesMax || added.size() >= order.entriesMax) break;
        const auto more = addEdits(centre, order, record, added, slice);
        if (!more) return more.error();
        bytes += *more;
        slice.set_to(record.bytes());
        ++taken;
    }
    slice.set_last(taken == records->size());
    return slice;
}

}  // namespace liaison
