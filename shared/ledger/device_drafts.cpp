// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/device_ledger.h"

namespace liaison {

Result<bool> DeviceLedger::namesFile(const std::string& sha256)
{
    const auto names = ledger_.fileNames().of(sha256);
    if (!names) return names.error();
    if (!names->empty()) return true;
    // Both keep the bytes of the name wherever it stands in them.
    auto select = ledger_.database().prepare(
        "SELECT 1 WHERE EXISTS(SELECT 1 FROM draft WHERE instr(bytes, ?1) > 0)"
        " OR EXISTS(SELECT 1 FROM edit WHERE applied = 0 AND instr(bytes, ?1) > 0)");
    if (!select) return select.error();
    return select->bindBlob(1, sha256).step();
}

namespace {

Draft draftAt(const Statement& row)
{
    return {std::string(row.text(0)), std::string(row.blob(1)),
            Instant(std::chrono::milliseconds(row.integer(2)))};
}

}  // namespace

Result<Done> DeviceLedger::keepDraft(const Draft& draft)
{
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    {
        auto upsert = ledger_.database().prepare(
            "INSERT INTO draft(place, bytes, changed_at) VALUES(?, ?, ?) ON CONFLICT(place)"
            " DO UPDATE SET bytes = excluded.bytes, changed_at = excluded.changed_at");
        if (!upsert) return upsert.error();
        const auto kept = upsert->bindText(1, std::string_view(draft.place))
                              .bindBlob(2, std::string_view(draft.bytes))
                              .bind(3, std::int64_t{draft.changedAt.time_since_epoch().count()})
                              .run();
        if (!kept) return kept;
    }
    return ledger_.commit(*transaction);
}

Result<std::optional<Draft>> DeviceLedger::draft(const std::string& place)
{
    auto select =
        ledger_.database().prepare("SELECT place, bytes, changed_at FROM draft WHERE place = ?");
    if (!select) return select.error();
    const auto found = select->bindText(1, std::string_view(place)).step();
    if (!found) return found.error();
    if (!*found) return std::optional<Draft>{};
    return std::optional(draftAt(*select));
}

Result<std::vector<Draft>> DeviceLedger::drafts()
{
    auto select = ledger_.database().prepare(
        "SELECT place, bytes, changed_at FROM draft ORDER BY changed_at DESC, place");
    if (!select) return select.error();
    std::vector<Draft> drafts;
    while (true) {
        const auto more = select->step();
        if (!more) return more.error();
        if (!*more) return drafts;
        drafts.push_back(draftAt(*select));
    }
}

Result<Done> DeviceLedger::removeDraft(const std::string& place)
{
    auto remove = ledger_.database().prepare("DELETE FROM draft WHERE place = ?");
    if (!remove) return remove.error();
    return remove->bindText(1, std::string_view(place)).run();
}

Result<Done> DeviceLedger::dropDraft(const std::string& place)
{
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    if (auto removed = removeDraft(place); !removed) return removed;
    return ledger_.commit(*transaction);
}

}  // namespace liaison
