// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/bytes.h"
#include "shared/base/sha256.h"
#include "shared/ledger/ledger.h"
#include "shared/record/wire.h"

namespace liaison {

namespace {

/// What one role may read of a kind; all of a kind that this build does not know.
struct Readable {
    const KindSchema* kind;
    Role role;

    bool has(std::uint32_t number) const
    {
        if (kind == nullptr) return true;
        const FieldSchema* field = kind->field(number);
        return field == nullptr || field->readableBy(role);
    }
};

/// ',' and the number of each readable field in which something of this edit stands.
std::string readableFields(const Standing& edit, const Readable& readable)
{
    std::string numbers;
    const auto add = [&](std::uint32_t number) {
        if (readable.has(number)) numbers += ',' + std::to_string(number);
    };
    WireReader reader(edit.patch);
    WireField field;
    std::uint32_t before = 0;
    while (true) {
        const auto more = reader.next(field);
        ensure(bool(more), "a stored patch cannot be cut");
        if (!*more) break;
        // All occurrences of a field stand together.
        if (field.number != before) add(field.number);
        before = field.number;
    }
    for (const std::uint32_t number : edit.cleared) {
        add(number);
    }
    return numbers;
}

/// Part of the digest that one record adds; 0 when the role may read nothing of it.
std::uint64_t weightOf(const RecordState& state, const Readable& readable)
{
    if (readable.kind != nullptr && !readable.kind->readableBy(readable.role)) return 0;
    std::string text;
    for (const Standing& edit : state.standing) {
        const std::string numbers = readableFields(edit, readable);
        if (!numbers.empty()) text += ' ' + edit.dot.text() + numbers;
    }
    if (text.empty()) return 0;
    const std::string hash = sha256(state.id.bytes() + text);
    std::uint64_t weight = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        weight = weight << 8 | static_cast<std::uint8_t>(hash[i]);
    }
    return weight;
}

}  // namespace

std::size_t sliceOf(const RecordId& id)
{
    return static_cast<std::uint8_t>(id.bytes().back()) % kDigestSlices;
}

Result<SliceDigests> Ledger::sliceDigests(Role role)
{
    auto select = database_->prepare("SELECT id, state FROM record");
    if (!select) return select.error();
    SliceDigests sums{};
    while (true) {
        const auto more = select->step();
        if (!more) return more.error();
        if (!*more) return sums;
        const auto id = RecordId::fromBytes(select->blob(0));
        if (!id) return id.error();
        const auto state = RecordState::read(*id, select->blob(1));
        // What cannot be read adds nothing: it differs from what another ledger has.
        if (!state) continue;
        sums[sliceOf(*id)] += weightOf(*state, {schema_->kind(state->kind), role});
    }
}

Result<std::string> Ledger::digest(Role role)
{
    const auto sums = sliceDigests(role);
    if (!sums) return sums.error();
    std::uint64_t sum = 0;
    for (const std::uint64_t slice : *sums) {
        sum += slice;
    }
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8) {
        bytes.push_back(static_cast<char>(sum >> shift));
    }
    return toHex(bytes);
}

}  // namespace liaison
