// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/page.h"

#include "shared/base/plant.h"
#include "shared/record/view.h"
#include "shared/sync/verdict_runs.h"

namespace liaison {

namespace {

/// Adds what the reader may see of one entry; the bytes it adds.
std::size_t addEntry(v1::Edits& edits, const LedgerEntry& entry, const PageOrder& order,
                     const Schema& schema)
{
    const Verdict& verdict = *entry.verdict;
    if (entry.edit.dot().device == order.reader) {
        if (planted("verdict-said-once")) return 0;
        addVerdict(*edits.mutable_own(), entry.edit.dot().n, verdict);
        return 0;
    }
    if (!verdict.isApplied) return 0;
    const Role role = planted("view-unfiltered") ? v1::ROLE_SUPERVISOR : order.role;
    const auto visible = visibleTo(role, entry.edit, schema);
    if (!visible) return 0;
    v1::Entry& added = *edits.add_entries();
    added.set_sequence(verdict.sequence);
    added.set_device(entry.edit.dot().device.value);
    added.set_edit(visible->bytes);
    added.set_received_at(verdict.receivedAt.time_since_epoch().count());
    added.set_whole_hash(visible->wholeHash);
    return visible->bytes.size();
}

std::string cursorAt(std::uint64_t sequence, const PageOrder& order)
{
    v1::CursorContent content;
    content.set_epoch(order.epoch);
    content.set_view(order.view);
    content.set_sequence(sequence);
    return content.SerializeAsString();
}

}  // namespace

Result<Page> pageOf(Ledger& ledger, const PageOrder& order)
{
    const auto entries = ledger.entriesAfter(order.after, kPageEntriesMax, kPageBytesMax);
    if (!entries) return entries.error();
    Page page;
    page.to = order.after;
    std::size_t bytes = 0;
    std::uint64_t lastOwnN = 0;
    for (const LedgerEntry& entry : *entries) {
        if (bytes > kPageBytesMax) break;
        bytes += addEntry(page.edits, entry, order, ledger.schema());
        page.to = entry.verdict->sequence;
        if (entry.edit.dot().device == order.reader) lastOwnN = entry.edit.dot().n;
    }
    if (lastOwnN != 0) {
        const auto chain = ledger.chainOf(order.reader, lastOwnN);
        if (!chain) return chain.error();
        page.edits.mutable_own()->set_chain(chain->value_or(std::string()));
    }
    page.edits.set_cursor(cursorAt(page.to, order));
    page.edits.set_head(order.head);
    page.edits.set_remaining(order.head - page.to);
    return page;
}

}  // namespace liaison
