// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/page.h"

#include "shared/sync/page_writer.h"
#include "shared/sync/verdict_runs.h"

namespace liaison {

v1::Entry entryMessage(const LedgerEntry& entry, std::string bytes, std::string wholeHash)
{
    const Verdict& verdict = *entry.verdict;
    v1::Entry message;
    message.set_sequence(verdict.sequence);
    message.set_device(entry.edit.dot().device.value);
    message.set_edit(std::move(bytes));
    message.set_received_at(verdict.receivedAt.time_since_epoch().count());
    message.set_whole_hash(std::move(wholeHash));
    if (!verdict.isApplied) *message.mutable_refused() = refusalOf(entry.edit.dot().n, verdict);
    message.set_witness(entry.witness.value);
    message.set_incomplete(entry.isPartial);
    return message;
}

Result<Page> pageOf(CentreLedger& centre, const PageOrder& order)
{
    PageWriter writer(centre, order);
    while (writer.isEmpty() && writer.to() < order.head) {
        const auto entries = centre.entriesAfter(writer.to(), order.entriesMax, kPageBytesMax);
        if (!entries) return entries.error();
        ensure(!(*entries)->empty(), "the head of the log is not in the log");
        for (const LedgerEntry& entry : **entries) {
            if (writer.isFull()) break;
            if (auto added = writer.add(entry); !added) return added.error();
        }
    }
    return writer.finish(writer.cursor(), order.head - writer.to());
}

}  // namespace liaison
