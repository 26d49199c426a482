// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/page.h"

#include <algorithm>

#include "shared/base/plant.h"
#include "shared/record/view.h"
#include "shared/sync/cursor.h"
#include "shared/sync/proof.h"
#include "shared/sync/verdict_runs.h"

namespace liaison {

namespace {

/// Builds one page entry by entry.
class PageWriter {
public:
    PageWriter(CentreLedger& centre, const PageOrder& order) : centre_(centre), order_(order)
    {
        page_.to = order.after;
    }

    bool isFull() const { return bytes_ > kPageBytesMax; }
    bool isEmpty() const { return page_.edits.entries().empty() && !page_.edits.has_own(); }
    std::uint64_t to() const { return page_.to; }

    Result<Done> add(const LedgerEntry& entry)
    {
        page_.to = entry.verdict->sequence;
        running_ = entry.running;
        // Off its chain, an edit under the reader's number came from a copy of it or by a witness.
        if (entry.edit.dot().device == order_.reader && !entry.chain.empty()) {
            if (planted("verdict-said-once")) return done();
            // Judged again, an earlier edit stands behind later ones.
            lastOwnN_ = std::max(lastOwnN_, entry.edit.dot().n);
            addVerdict(*page_.edits.mutable_own(), entry.edit.dot().n, *entry.verdict,
                       proofOf(entry));
            return done();
        }
        if (const auto isFor = isForReader(entry); !isFor || !*isFor) {
            return isFor ? done() : Result<Done>(isFor.error());
        }
        const Role role = planted("view-unfiltered") ? v1::ROLE_SUPERVISOR : order_.role;
        const auto visible = visibleTo(role, entry.edit, centre_.ledger().schema());
        if (!visible) return done();
        const bool isPart = entry.isPartial || !visible->wholeHash.empty();
        *page_.edits.add_entries() =
            entryMessage(entry, visible->bytes, isPart ? entry.edit.hash() : std::string());
        proof_.add(entry.edit, *entry.verdict);
        bytes_ += visible->bytes.size();
        return done();
    }

    Result<Page> finish()
    {
        const std::string& secret = centre_.standing().secret;
        if (lastOwnN_ != 0) {
            const auto chain = centre_.ledger().chainOf(order_.reader, lastOwnN_);
            if (!chain) return chain.error();
            page_.edits.mutable_own()->set_chain(chain->value_or(std::string()));
        }
        page_.edits.set_cursor(
            sealed({centre_.standing().epoch, order_.view, page_.to, running_}, secret));
        page_.edits.set_proof(proof_.sealed(secret));
        page_.edits.set_head(order_.head);
        page_.edits.set_remaining(order_.head - page_.to);
        return std::move(page_);
    }

private:
    /// On the line that carried the answer, the page need not prove it again.
    std::string proofOf(const LedgerEntry& entry) const
    {
        if (entry.edit.dot().n > order_.provenN) return {};
        return ownProof(entry.edit, *entry.verdict, centre_.standing().secret);
    }

    Result<bool> isForReader(const LedgerEntry& entry)
    {
        if (entry.verdict->isApplied || order_.role == v1::ROLE_SUPERVISOR) return true;
        const auto owner = centre_.ledger().ownerOf(entry.edit.dot().device);
        if (!owner) return owner.error();
        return *owner == order_.member;
    }

    CentreLedger& centre_;
    const PageOrder& order_;
    Page page_;
    PageProof proof_;
    std::string running_;
    std::size_t bytes_ = 0;
    std::uint64_t lastOwnN_ = 0;
};

}  // namespace

v1::Entry entryMessage(const LedgerEntry& entry, const std::string& bytes,
                       const std::string& wholeHash)
{
    const Verdict& verdict = *entry.verdict;
    v1::Entry message;
    message.set_sequence(verdict.sequence);
    message.set_device(entry.edit.dot().device.value);
    message.set_edit(bytes);
    message.set_received_at(verdict.receivedAt.time_since_epoch().count());
    message.set_whole_hash(wholeHash);
    if (!verdict.isApplied) *message.mutable_refused() = refusalOf(entry.edit.dot().n, verdict);
    message.set_witness(entry.witness.value);
    message.set_incomplete(entry.isPartial);
    return message;
}

Result<Page> pageOf(CentreLedger& centre, const PageOrder& order)
{
    PageWriter writer(centre, order);
    while (writer.isEmpty() && writer.to() < order.head) {
        const auto entries =
            centre.ledger().entriesAfter(writer.to(), kPageEntriesMax, kPageBytesMax);
        if (!entries) return entries.error();
        ensure(!entries->empty(), "the head of the log is not in the log");
        for (const LedgerEntry& entry : *entries) {
            if (writer.isFull()) break;
            if (auto added = writer.add(entry); !added) return added.error();
        }
    }
    return writer.finish();
}

}  // namespace liaison
