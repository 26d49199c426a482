// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/ledger/device_standing.h"
#include "shared/ledger/files_beside.h"
#include "shared/record/change_draft.h"

namespace liaison {

/// Something being typed that is not saved yet: never sent, never lost, restored as it was.
struct Draft {
    std::string place;  ///< the form it belongs to, for example "visit/<record>"
    std::string bytes;  ///< v1.Draft or whatever the form keeps
    Instant changedAt{};
};

/// The centre's word on an own edit under the present number.
struct OwnVerdict {
    std::uint64_t n = 0;
    Verdict verdict;
    std::string proof{};  ///< by which the centre knows its word again; 8 bytes
};

/// An own edit as it lies in the list: to be handed over, not to be looked into.
struct OwnEdit {
    std::uint64_t n = 0;
    std::string bytes;
    std::optional<Verdict> verdict;
    std::string proof{};
};

/// The centre's word on an edit that was handed in.
struct DotVerdict {
    Dot dot;
    Verdict verdict;
};

/// What a page of the pull brings.
struct DevicePage {
    std::vector<LedgerEntry> entries;  ///< of other devices
    std::vector<OwnVerdict> own;
    std::vector<DeviceOwner> owners;
    std::string cursor;
    std::string proof;  ///< the centre's, of `entries`
    std::uint64_t head = 0;
    bool isLast = false;
};

/// A page that was pulled, as a centre that went back is shown it: what is still here of it.
struct HeldPage {
    std::int64_t id = 0;
    std::string proof;
    std::vector<LedgerEntry> entries;  ///< in the order of the log
};

/// How far a centre that went back has taken what this device holds.
struct Testified {
    std::int64_t page = 0;  ///< the last page it took; 0: none
    std::string cursor;     ///< the centre's, when it had taken it
};

/// What the centre's greeting says about this device and its view.
struct Greeting {
    Role role = v1::ROLE_UNSPECIFIED;
    std::uint64_t epoch = 0;
    std::uint64_t head = 0;
    std::string view;
    Instant centreClock{};
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
    FilesBeside& files() { return files_; }

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

    /// Own edits under the present number from n on, as this device wrote them, at most `limit`:
    /// without those that a copy of it handed in under the same number.
    Result<std::vector<OwnEdit>> ownEdits(std::uint64_t firstN, std::size_t limit);
    /// The lowest n without a verdict; 0 when all are answered.
    Result<std::uint64_t> firstWaiting();
    /// True when the last call that changed the ledger left no own edit without a verdict.
    bool isAllAnswered() const { return waitingCount_ == 0; }

    /// A page of the pull and its cursor, in one transaction.
    ///
    /// The last page of a run takes out what the run did not bring again and narrows what it
    /// brought narrower, unless the centre had lost edits: then what it did not bring stays. A page
    /// without news moves the cursor in memory alone, until something else is written.
    Result<Done> takePage(DevicePage page, Instant now);
    /// Edits of records that differ from the centre's, all that it has of each: what is missing or
    /// damaged here is put in its place, and those records are added up again. Nothing is taken
    /// out, and an own edit that is not here stays away.
    Result<Done> repair(const std::vector<LedgerEntry>& entries,
                        const std::vector<DeviceOwner>& owners);
    /// The records were compared with the centre's; so many slices differ although they were
    /// fetched again.
    Result<Done> noteCompared(std::uint32_t differing, Instant now);
    /// Verdicts on own edits by n. Moves no cursor. An n that this device never wrote is `forked`.
    Result<Done> takeVerdicts(const std::vector<OwnVerdict>& own, Instant now);
    Result<Done> takeHandedIn(const std::vector<DotVerdict>& words, Instant now);
    /// Durable when the role, the view or the epoch is another, or when the clock is found off or
    /// right again; the hour of the contact is kept
    /// with what is written next.
    Result<Done> takeWelcome(const Greeting& greeting, Instant now);
    /// Begins the log anew beside what is here. Until it is complete, the ledger shows what was
    /// here before as far as the present role may read it.
    Result<Done> startRun();
    /// The same after this device has told a centre that had lost edits what it holds: what the run
    /// does not bring stays, as far as the role may read it. `cursor` is that of the log which has
    /// what was told.
    Result<Done> startRunAfterLoss(const std::string& cursor);

    /// Goes on under another number, with the next edit; older edits keep their names, and those
    /// that the centre may not have are handed in.
    Result<Done> renumber(DeviceNumber next);
    /// Own edits under former numbers that must be handed in: without a verdict, answered once
    /// and not brought by the last complete run, or of which the centre has a part only. In the
    /// order of n, number by number.
    Result<std::vector<LedgerEntry>> handInDue();

    /// Cursors of pages behind which a centre that went back may find its own log again: the
    /// newest, then further and further back; at most 40.
    Result<std::vector<std::string>> heldCursors();
    /// The first held page behind `after` with entries behind `sequence`; none at the end.
    Result<std::optional<HeldPage>> heldPage(std::int64_t after, std::uint64_t sequence);

    /// Whether a record, a draft or an edit without effect names a file.
    Result<bool> namesFile(const std::string& sha256);
    /// How far the present testimony has come, and that it has come further, which a line that is
    /// cut does not undo. A run after the loss makes an end of it.
    Result<Testified> testified();
    Result<Done> noteTestified(const Testified& testified);

    Result<Done> keepDraft(const Draft& draft);
    Result<std::optional<Draft>> draft(const std::string& place);
    Result<std::vector<Draft>> drafts();
    Result<Done> dropDraft(const std::string& place);

private:
    DeviceLedger(Ledger ledger, DeviceStanding standing, FilesBeside files);

    Result<Done> commit(Transaction& transaction, DeviceStanding next);
    Result<Done> settleOwn(const std::vector<OwnVerdict>& own);
    Result<Done> settleOne(const OwnVerdict& word);
    Result<bool> settleRun(std::span<const OwnVerdict> run);
    Result<Done> settle(LedgerEntry entry, const Verdict& verdict, const std::string& proof);
    Result<Done> takeEntries(DevicePage& page, DeviceStanding& next, Instant now);
    Result<std::int64_t> keepPage(const DevicePage& page);
    Result<Done> meet(const LedgerEntry& incoming);
    Result<Done> keepNarrowed(const Dot& dot, const std::optional<std::string>& bytes);
    Result<Done> finishRun(DeviceStanding& next);
    Result<Done> restore(const LedgerEntry& entry);
    Result<Done> removeUnbrought(const DeviceStanding& next);
    Result<Done> hideUnbrought(const DeviceStanding& next);
    Result<Done> beginRun(DeviceStanding next);
    void showAsRoleMay();
    Result<Done> narrow();
    Result<Done> removeDraft(const std::string& place);
    Result<std::uint64_t> number(std::string_view sql);

    Ledger ledger_;
    DeviceStanding standing_;
    FilesBeside files_;
    std::uint64_t waitingCount_ = 0;
    std::int64_t waitingChange_ = 0;  ///< what the present transaction makes of it
};

}  // namespace liaison
