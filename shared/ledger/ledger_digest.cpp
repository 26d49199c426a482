// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "shared/base/bytes.h"
#include "shared/base/sha256.h"
#include "shared/ledger/ledger.h"
#include "shared/record/patch.h"

namespace liaison {

namespace {

/// The names of the values of each field, ascending as the edits of a state are.
using NamesByField = std::map<std::uint32_t, std::string>;

NamesByField namesIn(const RecordState& state)
{
    NamesByField names;
    for (const Standing& edit : state.standing) {
        const std::string name = ' ' + edit.dot.text();
        auto fields = cutPatch(edit.patch);
        ensure(bool(fields), "a stored patch cannot be cut");
        for (const auto& [number, bytes] : *fields) {
            names[number] += name;
        }
        for (const std::uint32_t number : edit.cleared) {
            names[number] += name;
        }
    }
    return names;
}

/// Part of the digest that one field of a record adds: no order of fields or records matters.
std::uint64_t weightOf(const RecordId& id, std::uint32_t number, const std::string& names)
{
    const std::string hash = sha256(id.bytes() + std::to_string(number) + names);
    std::uint64_t weight = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        weight = weight << 8 | static_cast<std::uint8_t>(hash[i]);
    }
    return weight;
}

bool isReadable(const KindSchema* kind, std::uint32_t number, Role role)
{
    if (kind == nullptr) return true;
    if (!kind->readableBy(role)) return false;
    const FieldSchema* field = kind->field(number);
    return field == nullptr || field->readableBy(role);
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
        const KindSchema* kind = schema_->kind(state->kind);
        for (const auto& [number, names] : namesIn(*state)) {
            if (isReadable(kind, number, role)) sums[sliceOf(*id)] += weightOf(*id, number, names);
        }
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
