// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/ledger/device_standing.h"
#include "shared/record/change_draft.h"

namespace liaison {

/// Something being typed that is not saved yet: never sent, never lost, restored as it was.
struct Draft {
    std::string place;  ///< the form it belongs to, for example "visit/<record>"
    std::string bytes;  ///< v1.Draft or whatever the form keeps
    Instant changedAt{};
};

/// What a page of the pull brings.
struct DevicePage {
    std::vector<LedgerEntry> entries;                    ///< of other devices
    std::vector<std::pair<std::uint64_t, Verdict>> own;  ///< verdicts on own edits, by n
    std::vector<DeviceOwner> owners;
    std::string cursor;
    std::uint64_t head = 0;
    bool isLast = false;
};

/// What the centre's greeting says about this device and its view.
struct Greeting {
    Role role = v1::ROLE_UNSPECIFIED;
    std::uint64_t epoch = 0;
    std::uint64_t head = 0;
    std::string view;
    Instant centreClock{};
    std::vector<DeviceOwner> owners;
};

/// A phone's ledger: the same list of edits and records as the centre's, own edits before they are
/// answered, drafts, and where the device stands.
///
/// The outbox is the own edits without a verdict. Nothing unsent is ever deleted.
class DeviceLedger {
public:
    static Result<DeviceLedger> open(const std::filesystem::path& path, const StoreKey& key,
                                     const Schema& schema, Disk& disk = systemDisk());

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
    /// What own edits of this record replaced that may yet be refused; see changeOf.
    OwnPending ownPending(const RecordId& record);

    /// Own edits without a verdict, and those refused: how many.
    Result<std::uint64_t> waiting();
    Result<std::uint64_t> refusedCount();
    /// Own refused entries, newest first.
    Result<std::vector<LedgerEntry>> refused();
    /// The chain of own edits at n: what a push that starts at n + 1 states.
    Result<std::string> chainAt(std::uint64_t n);

    /// The lowest n without a verdict; 0 when all are answered.
    Result<std::uint64_t> firstWaiting();
    /// True when the last call that changed the ledger left no own edit without a verdict.
    bool isAllAnswered() const { return waitingCount_ == 0; }

    /// A page of the pull and its cursor, in one transaction.
    Result<Done> takePage(const DevicePage& page, Instant now);
    /// Verdicts on own edits by n. Moves no cursor. An n that this device never wrote is `forked`.
    Result<Done> takeVerdicts(const std::vector<std::pair<std::uint64_t, Verdict>>& own,
                              Instant now);
    Result<Done> takeWelcome(const Greeting& greeting, Instant now);

    Result<Done> keepDraft(const Draft& draft);
    Result<std::optional<Draft>> draft(const std::string& place);
    Result<std::vector<Draft>> drafts();
    Result<Done> dropDraft(const std::string& place);

private:
    DeviceLedger(Ledger ledger, DeviceStanding standing);

    Result<Done> commit(Transaction& transaction, DeviceStanding next);
    Result<Done> settleOwn(const std::vector<std::pair<std::uint64_t, Verdict>>& own);
    Result<Done> takeEntries(const DevicePage& page, DeviceStanding& next, Instant now);
    Result<Done> removeDraft(const std::string& place);
    Result<std::uint64_t> number(std::string_view sql);

    Ledger ledger_;
    DeviceStanding standing_;
    std::uint64_t waitingCount_ = 0;
};

}  // namespace liaison
