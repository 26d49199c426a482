// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/ledger/ledger.h"
#include "shared/record/change_draft.h"

namespace liaison {

/// Where a device stands towards its centre.
struct DeviceStanding {
    DeviceNumber number;
    RecordId centre;
    RecordId member;
    std::string unlockToken;
    Role role = v1::ROLE_UNSPECIFIED;  ///< as the centre last said; unspecified before the first contact
    std::uint64_t lastN = 0;           ///< of the own edits, sent or not
    std::string chain;                 ///< of the own edits at lastN
    std::string cursor;                ///< opaque; empty before the first page
    std::uint64_t head = 0;            ///< of the centre's log, as last heard
    std::uint64_t epoch = 0;
    std::string view;
    std::optional<Instant> lastContact;
    std::chrono::milliseconds clockOffset{0};  ///< centre's clock minus this device's
    bool isFirstRunComplete = false;
};

/// Something being typed that is not saved yet: never sent, never lost, restored as it was.
struct Draft {
    std::string place;  ///< the form it belongs to, for example "visit/<record>"
    std::string bytes;  ///< v1.Draft or whatever the form keeps
    Instant changedAt{};
};

/// A phone's ledger: the same list of edits and records as the centre's, own edits before they are
/// answered, drafts, and where the device stands.
///
/// The outbox is the own edits without a verdict. Nothing unsent is ever deleted.
class DeviceLedger {
public:
    static Result<DeviceLedger> open(const std::string& path, const StoreKey& key,
                                     const Schema& schema);

    Ledger& ledger() { return ledger_; }
    const DeviceStanding& standing() const { return standing_; }

    /// Notes who this device is; once, right after joining.
    Result<Done> found(DeviceNumber number, const RecordId& centre, const RecordId& member,
                       const std::string& unlockToken);

    /// Saves changes as one edit: validated, numbered, stamped, merged and durable before it
    /// returns. `drop` names a draft that this save makes an end of, in the same transaction.
    /// Fails with a validation code that names the field, `notAllowed`, `fixedField`, `empty`, or a
    /// code of the disk; then nothing was stored.
    Result<Dot> save(const std::vector<v1::Change>& changes, Instant now,
                     const std::string& drop = {});
    /// What a draft replaced that may yet be refused; see changeOf.
    OwnPending ownPending();

    /// Own edits without a verdict, and those refused: how many.
    Result<std::uint64_t> waiting();
    Result<std::uint64_t> refusedCount();
    /// Own refused entries, newest first.
    Result<std::vector<LedgerEntry>> refused();
    /// The chain of own edits at n: what a push that starts at n + 1 states.
    Result<std::string> chainAt(std::uint64_t n);

    /// One page of the pull and its cursor, in one transaction.
    Result<Done> takePage(const std::vector<LedgerEntry>& entries,
                          const std::vector<DeviceOwner>& owners,
                          const std::vector<std::pair<std::uint64_t, Verdict>>& own,
                          const std::string& cursor, std::uint64_t head, bool isLast, Instant now);
    /// Verdicts on own edits by n. Moves no cursor.
    Result<Done> takeVerdicts(const std::vector<std::pair<std::uint64_t, Verdict>>& own, Instant now);
    /// What the centre's greeting said.
    Result<Done> takeWelcome(Role role, std::uint64_t epoch, std::uint64_t head,
                             const std::string& view, Instant centreClock, Instant now,
                             const std::vector<DeviceOwner>& owners);

    Result<Done> keepDraft(const Draft& draft);
    Result<std::optional<Draft>> draft(const std::string& place);
    Result<std::vector<Draft>> drafts();
    Result<Done> dropDraft(const std::string& place);

private:
    DeviceLedger(Ledger ledger, DeviceStanding standing);

    Ledger ledger_;
    DeviceStanding standing_;
    Stamp lastStamp_;
};

}  // namespace liaison
