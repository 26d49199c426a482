// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/page_writer.h"

#include <algorithm>

#include "shared/base/plant.h"
#include "shared/record/view.h"
#include "shared/sync/verdict_runs.h"

namespace liaison {

Result<Done> PageWriter::add(const LedgerEntry& entry)
{
    to_ = entry.verdict->sequence;
    running_ = entry.running;
    // Off its chain, an edit under the reader's number came from a copy of it or by a witness.
    if (entry.edit.dot().device == order_.reader && !entry.chain.empty()) {
        if (planted("verdict-said-once")) return done();
        // Judged again, an earlier edit stands behind later ones.
        lastOwnN_ = std::max(lastOwnN_, entry.edit.dot().n);
        addVerdict(*edits_.mutable_own(), entry.edit.dot().n, *entry.verdict, proofOf(entry));
        ++count_;
        return done();
    }
    if (const auto isFor = isForReader(entry); !isFor || !*isFor) {
        return isFor ? done() : Result<Done>(isFor.error());
    }
    const Role role = planted("view-unfiltered") ? v1::ROLE_SUPERVISOR : order_.role;
    auto visible = visibleTo(role, entry.edit, centre_.ledger().schema());
    if (!visible) return done();
    const bool isPart = entry.isPartial || !visible->wholeHash.empty();
    const auto owner = ownerOf(entry.edit.dot().device);
    if (!owner) return owner.error();
    proof_.add(entry.edit, *entry.verdict, visible->bytes, isPart, *owner);
    bytes_ += visible->bytes.size();
    *edits_.add_entries() =
        entryMessage(entry, std::move(visible->bytes), isPart ? entry.edit.hash() : std::string());
    ++count_;
    return done();
}

Result<Page> PageWriter::finish(const Cursor& cursor, std::uint64_t remaining)
{
    const std::string& secret = centre_.standing().secret;
    if (lastOwnN_ != 0) {
        const auto chain = centre_.ledger().chainOf(order_.reader, lastOwnN_);
        if (!chain) return chain.error();
        edits_.mutable_own()->set_chain(chain->value_or(std::string()));
    }
    edits_.set_cursor(sealed(cursor, secret));
    edits_.set_proof(proof_.sealed(secret));
    edits_.set_head(order_.head);
    edits_.set_remaining(remaining);
    return Page{std::move(edits_), to_};
}

/// On the line that carried the answer, the page need not prove it again.
std::string PageWriter::proofOf(const LedgerEntry& entry) const
{
    if (entry.edit.dot().n > order_.provenN) return {};
    return ownProof(entry.edit, *entry.verdict, centre_.standing().secret);
}

Result<bool> PageWriter::isForReader(const LedgerEntry& entry)
{
    if (entry.verdict->isApplied || order_.role == v1::ROLE_SUPERVISOR) return true;
    const auto owner = ownerOf(entry.edit.dot().device);
    if (!owner) return owner.error();
    return *owner == order_.member;
}

Result<std::optional<RecordId>> PageWriter::ownerOf(DeviceNumber device)
{
    const auto known = owners_.find(device);
    if (known != owners_.end()) return known->second;
    auto owner = centre_.ledger().ownerOf(device);
    if (owner) owners_.emplace(device, *owner);
    return owner;
}

}  // namespace liaison
