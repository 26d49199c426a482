// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "liaison/v1/sync.pb.h"
#include "shared/ledger/centre_ledger.h"

namespace liaison {

/// Takes into a centre's log what one device brings, inside a transaction of the driver's.
///
/// Every edit gets its word: the centre's own, where it is brought back with a proof that holds,
/// else that of `judge`. What is in the log already keeps the word it has. An error is the disk's
/// or ends the conversation (`malformed`, `outOfPlace`, `notAllowed`); what came before it stands.
class Intake {
public:
    /// What the centre is said to have said about own edits, by n: the word and its proof.
    using KnownWords = std::map<std::uint64_t, std::pair<Verdict, std::string>>;

    /// `device` moves on with what is taken. Both must outlive the intake.
    Intake(CentreLedger& centre, CentreDevice& device, Role role, Instant now)
        : centre_(centre), device_(device), role_(role), now_(now)
    {
    }

    /// Edits on the device's chain; dropped when they do not continue at its last n, since the
    /// device learns from Welcome where to go on. Adds its words to `answer`.
    Result<Done> push(const v1::Push& message, v1::Verdicts& answer);
    /// Own edits under a former number, on no chain.
    Result<v1::HandedIn> handIn(const v1::HandIn& message);
    /// Edits of anybody that the centre may have lost. Where the proof holds, owners and verdicts
    /// are taken as they are; without it an edit passes only if both its author and this device's
    /// member may write it, and what is unreadable or nobody's is skipped. How many were skipped.
    Result<std::uint32_t> witness(const v1::Witness& message);
    /// The device under its new number.
    Result<CentreDevice> renumber(const v1::Renumber& message);

    /// The records that others could wait for, and that have come.
    std::vector<RecordId> takeArrived() { return std::exchange(arrived_, {}); }
    /// An edit that cannot be read has no name and can have no word: the conversation ends after
    /// it.
    const std::optional<Error>& fault() const { return fault_; }

private:
    Result<Verdict> takePushed(const Edit& edit, const KnownWords& known, bool mayBeHere);
    Result<Verdict> takeHandedIn(const Edit& edit, const KnownWords& known,
                                 const HeldRoles& heldRoles);
    std::optional<Verdict> provenWord(const Edit& edit, const KnownWords& known) const;
    Result<Verdict> wordOn(const Edit& edit, const KnownWords& known, const HeldRoles& heldRoles);
    Result<Verdict> wordOnKnown(const LedgerEntry& here, const Edit& edit, const KnownWords& known,
                                const HeldRoles& heldRoles);
    Result<bool> takeProven(const LedgerEntry& entry);
    Result<bool> takeUnproven(const LedgerEntry& entry);
    Result<bool> appendWitnessed(LedgerEntry entry);
    Result<bool> moveWitnessed(LedgerEntry next);
    Result<bool> widenUnproven(const LedgerEntry& here, const LedgerEntry& entry);
    Result<Verdict> wordOnProven(const LedgerEntry& entry);
    Result<std::optional<Role>> authorRole(DeviceNumber author);
    Result<std::optional<Verdict>> judgeNarrowly(const Edit& edit);
    Instant roleSince() const;
    std::vector<Role> rolesFor(const HeldRoles& heldRoles, std::uint64_t n) const;
    void noteArrived(const Edit& edit, const Verdict& verdict);

    CentreLedger& centre_;
    CentreDevice& device_;
    const Role role_;
    const Instant now_;
    std::vector<RecordId> arrived_;
    std::optional<Error> fault_;
};

}  // namespace liaison
