// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/entry_row.h"

#include "shared/base/plant.h"
#include "shared/record/view.h"

namespace liaison {

namespace {

Instant instantOf(std::int64_t milliseconds)
{
    return Instant(std::chrono::milliseconds(milliseconds));
}

}  // namespace

std::optional<Verdict> verdictIn(const Statement& row)
{
    const auto sequence = row.optionalInteger(1);
    if (!sequence) return std::nullopt;
    return Verdict{row.integer(2) != 0,
                   static_cast<std::uint64_t>(*sequence),
                   instantOf(row.integer(3)),
                   errorCodeFrom(static_cast<std::uint32_t>(row.integer(4))),
                   static_cast<std::uint32_t>(row.integer(5)),
                   static_cast<std::uint32_t>(row.integer(6))};
}

Result<LedgerEntry> readEntry(const Statement& row)
{
    const DeviceNumber author{static_cast<std::uint64_t>(row.integer(0))};
    const auto wholeHash = row.optionalBlob(8);
    std::string bytes(row.blob(9));
    auto edit = wholeHash ? Edit::readPartial(author, std::move(bytes), *wholeHash)
                          : Edit::read(author, std::move(bytes));
    if (!edit) return Error{ErrorCode::damaged, "a stored edit: " + edit.error().detail};
    if (static_cast<std::uint64_t>(row.integer(17)) != edit->dot().n ||
        static_cast<std::uint32_t>(row.integer(18)) != edit->dot().hash) {
        return Error{ErrorCode::damaged, "a stored edit that is not the one of its name"};
    }
    LedgerEntry entry{*std::move(edit), verdictIn(row), wholeHash.has_value(),
                      instantOf(row.integer(7))};
    entry.chain = row.blob(10);
    entry.running = row.blob(11);
    entry.run = static_cast<std::uint64_t>(row.integer(12));
    entry.page = row.integer(13);
    entry.proof = row.blob(14);
    entry.witness = {static_cast<std::uint64_t>(row.integer(15))};
    entry.isIncomplete = row.integer(16) != 0;
    return entry;
}

Result<std::vector<LedgerEntry>> readEntries(Statement& select, std::size_t bytesMax)
{
    std::vector<LedgerEntry> entries;
    std::size_t bytes = 0;
    while (bytes < bytesMax) {
        const auto more = select.step();
        if (!more) return more.error();
        if (!*more) return entries;
        auto entry = readEntry(select);
        if (!entry) return entry.error();
        bytes += entry->edit.bytes().size();
        entries.push_back(*std::move(entry));
    }
    return entries;
}

void bindVerdict(Statement& statement, int first, const std::optional<Verdict>& verdict)
{
    if (!verdict) {
        for (int parameter = first; parameter < first + 6; ++parameter) {
            statement.bindNull(parameter);
        }
        return;
    }
    statement.bind(first, static_cast<std::int64_t>(verdict->sequence))
        .bind(first + 1, static_cast<std::int64_t>(verdict->isApplied))
        .bind(first + 2, std::int64_t{verdict->receivedAt.time_since_epoch().count()});
    if (verdict->isApplied) {
        statement.bindNull(first + 3).bindNull(first + 4).bindNull(first + 5);
        return;
    }
    statement.bind(first + 3, static_cast<std::int64_t>(verdict->code))
        .bind(first + 4, static_cast<std::int64_t>(verdict->change))
        .bind(first + 5, static_cast<std::int64_t>(verdict->field));
}

void bindDot(Statement& statement, int first, const Dot& dot)
{
    statement.bind(first, static_cast<std::int64_t>(dot.device.value))
        .bind(first + 1, static_cast<std::int64_t>(dot.n))
        .bind(first + 2, static_cast<std::int64_t>(dot.hash));
}

void bindMarks(Statement& statement, int first, const LedgerEntry& entry)
{
    const auto blob = [&](int parameter, const std::string& bytes) {
        if (bytes.empty()) {
            statement.bindNull(parameter);
        } else {
            statement.bindBlob(parameter, std::string_view(bytes));
        }
    };
    const auto number = [&](int parameter, std::int64_t value) {
        if (value == 0) {
            statement.bindNull(parameter);
        } else {
            statement.bind(parameter, value);
        }
    };
    if (entry.isPartial) {
        statement.bindBlob(first, std::string_view(entry.edit.hash()));
    } else {
        statement.bindNull(first);
    }
    statement.bindBlob(first + 1, std::string_view(entry.edit.bytes()));
    blob(first + 2, entry.chain);
    blob(first + 3, entry.running);
    statement.bind(first + 4, static_cast<std::int64_t>(entry.run));
    number(first + 5, entry.page);
    blob(first + 6, entry.proof);
    number(first + 7, static_cast<std::int64_t>(entry.witness.value));
    number(first + 8, static_cast<std::int64_t>(entry.isIncomplete));
}

bool hasEffect(const LedgerEntry& entry)
{
    return !entry.verdict || entry.verdict->isApplied || planted("refusal-keeps-effect");
}

Stamp shownAs(const LedgerEntry& entry)
{
    const Stamp own = entry.edit.stamp();
    return entry.verdict ? shownAs(own, entry.verdict->receivedAt) : own;
}

Result<std::optional<LedgerEntry>> asVisible(LedgerEntry entry, Role role, const Schema& schema)
{
    const auto visible = visibleTo(role, entry.edit, schema);
    if (!visible) return std::optional<LedgerEntry>{};
    if (visible->wholeHash.empty()) return std::optional(std::move(entry));
    auto part = Edit::readPartial(entry.edit.dot().device, visible->bytes, visible->wholeHash);
    if (!part) return part.error();
    entry.edit = *std::move(part);
    entry.isPartial = true;
    return std::optional(std::move(entry));
}

RecordId recordOf(const v1::Change& change)
{
    const auto id = RecordId::fromBytes(change.record());
    ensure(bool(id), "an edit that was read names no record");
    return *id;
}

}  // namespace liaison
