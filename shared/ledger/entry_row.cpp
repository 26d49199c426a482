// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/entry_row.h"

namespace liaison {

namespace {

Instant instantOf(std::int64_t milliseconds)
{
    return Instant(std::chrono::milliseconds(milliseconds));
}

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

}  // namespace

Result<LedgerEntry> readEntry(const Statement& row)
{
    const DeviceNumber author{static_cast<std::uint64_t>(row.integer(0))};
    const auto wholeHash = row.optionalBlob(8);
    std::string bytes(row.blob(9));
    auto edit = wholeHash ? Edit::readPartial(author, std::move(bytes), *wholeHash)
                          : Edit::read(author, std::move(bytes));
    if (!edit) return Error{ErrorCode::damaged, "a stored edit: " + edit.error().detail};
    return LedgerEntry{*std::move(edit), verdictIn(row), wholeHash.has_value(),
                       instantOf(row.integer(7))};
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

}  // namespace liaison
