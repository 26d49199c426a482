// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "shared/base/bytes.h"
#include "shared/record/partial.h"
#include "shared/sync/intake.h"
#include "shared/sync/judge.h"
#include "shared/sync/own_words.h"
#include "shared/sync/proof.h"

namespace liaison {

namespace {

using Owners = std::map<DeviceNumber, RecordId>;

Owners ownersIn(const v1::Witness& message)
{
    Owners owners;
    for (const v1::DeviceOwner& owner : message.owners()) {
        const auto member = RecordId::fromBytes(owner.member());
        if (member) owners.emplace(DeviceNumber{owner.device()}, *member);
    }
    return owners;
}

std::optional<RecordId> ownerIn(const Owners& owners, const LedgerEntry& entry)
{
    const auto found = owners.find(entry.edit.dot().device);
    return found == owners.end() ? std::nullopt : std::optional(found->second);
}

bool isFinalRefusal(const Verdict& verdict)
{
    return !verdict.isApplied && !mayPass(verdict);
}

}  // namespace

Result<std::uint32_t> Intake::witness(const v1::Witness& message)
{
    const Owners owners = ownersIn(message);
    PageProof proof;
    std::vector<LedgerEntry> entries;
    std::uint32_t skipped = 0;
    for (const v1::Entry& brought : message.entries()) {
        auto entry = entryIn(brought, now_);
        if (!entry) {
            ++skipped;
            continue;
        }
        proof.add(entry->edit, *entry->verdict, brought.edit(), entry->isPartial,
                  ownerIn(owners, *entry));
        entries.push_back(*std::move(entry));
    }
    const bool isProven =
        equalInConstantTime(proof.sealed(centre_.standing().secret), message.proof());
    for (const LedgerEntry& entry : entries) {
        const auto owner = ownerIn(owners, entry);
        if (isProven && owner) {
            const auto added = centre_.ledger().addOwner({entry.edit.dot().device, *owner});
            if (!added) return added.error();
        }
        const auto taken = isProven ? takeProven(entry) : takeUnproven(entry);
        if (!taken) return taken.error();
        if (!*taken) ++skipped;
    }
    return skipped;
}

Result<bool> Intake::appendWitnessed(LedgerEntry entry)
{
    entry.witness = device_.number;
    noteArrived(entry.edit, *entry.verdict);
    if (auto appended = centre_.appendApart(std::move(entry)); !appended) return appended.error();
    return true;
}

/// Puts what is known of an entry now in the place of what was known before.
Result<bool> Intake::moveWitnessed(LedgerEntry next)
{
    noteArrived(next.edit, *next.verdict);
    if (auto moved = centre_.moveToHead(std::move(next)); !moved) return moved.error();
    return true;
}

/// What a proven refusal waited for may have come back before it, or with a newer schema.
Result<Verdict> Intake::wordOnProven(const LedgerEntry& entry)
{
    if (!mayPass(*entry.verdict)) return *entry.verdict;
    if (entry.verdict->code == ErrorCode::depends) return judgeGranted(centre_, entry.edit, now_);
    const auto role = authorRole(entry.edit.dot().device);
    if (!role) return role.error();
    return judge(centre_, entry.edit, {role->value_or(v1::ROLE_UNSPECIFIED)}, now_);
}

/// A proven word for ever takes the place of one that was found without a proof, and so do proven
/// bytes.
Result<bool> Intake::takeProven(const LedgerEntry& entry)
{
    auto here = centre_.ledger().entry(entry.edit.dot());
    if (!here) return here.error();
    if (*here && (*here)->witness == DeviceNumber{}) return true;
    const bool isHereProven = *here && !(*here)->proof.empty();
    const bool isSame = *here && (*here)->edit.hash() == entry.edit.hash();
    if (isHereProven && !isSame) return false;
    const auto word = isHereProven ? Result<Verdict>(*(*here)->verdict) : wordOnProven(entry);
    if (!word) return word.error();
    LedgerEntry next = *here ? **here : entry;
    next.verdict = *word;
    if (!isHereProven && !mayPass(*entry.verdict)) {
        next.proof = ownProof(entry.edit, *entry.verdict, centre_.standing().secret);
    }
    if (!*here) return appendWitnessed(std::move(next));
    if (!isSame || (next.isPartial && !entry.isPartial)) {
        next.edit = entry.edit;
        next.isPartial = entry.isPartial;
    } else if (next.isPartial) {
        // What was refused without a proof was never judged good.
        const bool adds = isHereProven || (*here)->verdict->isApplied;
        const auto joined = adds ? joinedParts(entry.edit, next.edit) : entry.edit;
        next.edit = joined ? *joined : entry.edit;
    }
    const bool isNews = next.edit.bytes() != (*here)->edit.bytes() ||
                        next.proof != (*here)->proof ||
                        next.verdict->isApplied != (*here)->verdict->isApplied;
    return isNews ? moveWitnessed(std::move(next)) : Result<bool>(true);
}

Result<bool> Intake::takeUnproven(const LedgerEntry& entry)
{
    const auto here = centre_.ledger().entry(entry.edit.dot());
    if (!here) return here.error();
    if (*here) return widenUnproven(**here, entry);
    const auto verdict = judgeNarrowly(entry.edit);
    if (!verdict) return verdict.error();
    if (!*verdict) return false;
    LedgerEntry taken = entry;
    taken.verdict = **verdict;
    return appendWitnessed(std::move(taken));
}

/// Parts of one edit add up, as far as both members may write what comes of it; what another
/// witness might not write is judged again with this one.
Result<bool> Intake::widenUnproven(const LedgerEntry& here, const LedgerEntry& entry)
{
    if (here.witness == DeviceNumber{}) return true;
    if (here.edit.hash() != entry.edit.hash()) return false;
    LedgerEntry next = here;
    if (here.isPartial) {
        auto joined = entry.isPartial ? joinedParts(here.edit, entry.edit) : entry.edit;
        if (!joined) return false;
        next.edit = *std::move(joined);
        next.isPartial = entry.isPartial;
    }
    const bool isWider =
        next.isPartial != here.isPartial || next.edit.bytes().size() > here.edit.bytes().size();
    const bool isProven = !here.proof.empty();
    if (!isWider && (isProven || here.verdict->isApplied)) return true;
    const auto verdict = judgeNarrowly(next.edit);
    if (!verdict) return verdict.error();
    if (!*verdict || !(*verdict)->isApplied) return true;
    if (!isProven && !here.verdict->isApplied) {
        next.verdict = **verdict;
        next.witness = device_.number;
    }
    return moveWitnessed(std::move(next));
}

/// The present role of the member who owns a device; none of a device that nobody owns.
Result<std::optional<Role>> Intake::authorRole(DeviceNumber author)
{
    const auto owner = centre_.ledger().ownerOf(author);
    if (!owner) return owner.error();
    if (!*owner) return std::optional<Role>{};
    const auto role = centre_.roleOf(**owner);
    if (!role) return role.error();
    return std::optional(*role);
}

/// An edit that nobody proves passes only if its author and its witness may both write it. None of
/// an edit of nobody. The centre itself may write everything.
Result<std::optional<Verdict>> Intake::judgeNarrowly(const Edit& edit)
{
    const auto under = judge(centre_, edit, {role_}, now_);
    if (!under) return under.error();
    if (edit.dot().device == centre_.standing().number) return std::optional(*under);
    const auto role = authorRole(edit.dot().device);
    if (!role) return role.error();
    if (!*role) return std::optional<Verdict>{};
    const auto verdict = judge(centre_, edit, {**role}, now_);
    if (!verdict) return verdict.error();
    return std::optional(isFinalRefusal(*verdict) ? *verdict : *under);
}

}  // namespace liaison
