// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/slice.h"

#include <set>

#include "shared/record/view.h"

namespace liaison {

namespace {

constexpr std::size_t kDigestBytes = 8;

/// How far a slice was told: up to this record, and of the next one so many edits.
struct Place {
    std::string record;
    std::size_t edits = 0;

    std::string bytes() const
    {
        std::string text = record;
        for (int shift = 24; edits != 0 && shift >= 0; shift -= 8) {
            text.push_back(static_cast<char>(edits >> shift));
        }
        return text;
    }
};

constexpr std::size_t kRecordBytes = 16;

/// `malformed` for what no `Slice` said.
Result<Place> placeIn(const std::string& bytes)
{
    Place place;
    const bool isWithin = bytes.size() == kRecordBytes + sizeof(std::uint32_t);
    const bool isBetween = bytes.empty() || bytes.size() == kRecordBytes;
    if (!isBetween && !isWithin) {
        return Error{ErrorCode::malformed, "no place in a slice"};
    }
    place.record = bytes.substr(0, kRecordBytes);
    for (std::size_t i = kRecordBytes; i < bytes.size(); ++i) {
        place.edits = place.edits << 8 | static_cast<std::uint8_t>(bytes[i]);
    }
    return place;
}

/// The records of a slice from this place on, ascending, at most `limit`.
Result<std::vector<RecordId>> recordsFrom(CentreLedger& centre, std::uint32_t slice,
                                          const Place& place, std::size_t limit)
{
    auto select = centre.ledger().database().prepare("SELECT id FROM record WHERE id >= ?");
    if (!select) return select.error();
    select->bindBlob(1, std::string_view(place.record));
    std::vector<RecordId> records;
    while (records.size() < limit) {
        const auto more = select->step();
        if (!more) return more.error();
        if (!*more) break;
        const auto id = RecordId::fromBytes(select->blob(0));
        const bool isTold = id && place.edits == 0 && id->bytes() == place.record;
        if (id && !isTold && sliceOf(*id) == slice) records.push_back(*id);
    }
    return records;
}

/// The edits of one page of a slice.
class SliceWriter {
public:
    SliceWriter(CentreLedger& centre, const PageOrder& order) : centre_(centre), order_(order) {}

    bool isFull() const { return bytes_ > kPageBytesMax || added_.size() >= order_.entriesMax; }

    /// Adds what the reader may see of the edits that stand in a record, from the one at `from` on,
    /// until the page is full; the number of those looked at, or none when that was all.
    Result<std::optional<std::size_t>> add(const RecordId& record, std::size_t from)
    {
        const auto history = centre_.ledger().history(record);
        if (!history) return history.error();
        for (std::size_t i = from; i < history->size(); ++i) {
            if (isFull()) return std::optional(i);
            if (auto added = addEntry((*history)[i]); !added) return added.error();
        }
        return std::optional<std::size_t>{};
    }

    v1::Slice take() { return std::move(slice_); }

private:
    Result<Done> addEntry(const LedgerEntry& entry)
    {
        const auto visible = visibleTo(order_.role, entry.edit, centre_.ledger().schema());
        if (!visible || !added_.insert(entry.edit.dot()).second) return done();
        const bool isPart = entry.isPartial || !visible->wholeHash.empty();
        *slice_.add_entries() =
            entryMessage(entry, visible->bytes, isPart ? entry.edit.hash() : std::string());
        bytes_ += visible->bytes.size();
        const auto owner = centre_.ledger().ownerOf(entry.edit.dot().device);
        if (!owner) return owner.error();
        if (!*owner) return done();
        auto& told = *slice_.add_owners();
        told.set_device(entry.edit.dot().device.value);
        told.set_member((*owner)->bytes());
        return done();
    }

    CentreLedger& centre_;
    const PageOrder& order_;
    std::set<Dot> added_;
    std::size_t bytes_ = 0;
    v1::Slice slice_;
};

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
    auto place = placeIn(asked.after());
    if (!place) return place.error();
    const auto records = recordsFrom(centre, asked.slice(), *place, order.entriesMax);
    if (!records) return records.error();
    SliceWriter writer(centre, order);
    bool isLast = records->size() < order.entriesMax;
    for (const RecordId& record : *records) {
        const bool isBegun = record.bytes() == place->record;
        const auto cut = writer.add(record, isBegun ? place->edits : 0);
        if (!cut) return cut.error();
        // Of a record of which nothing fitted any more nothing is said.
        const bool isUntold = *cut == std::size_t{0};
        if (!isUntold) *place = {record.bytes(), cut->value_or(0)};
        if (*cut) isLast = false;
        if (*cut) break;
    }
    v1::Slice slice = writer.take();
    slice.set_slice(asked.slice());
    slice.set_to(place->bytes());
    slice.set_last(isLast);
    return slice;
}

}  // namespace liaison
