// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "shared/ledger/file_names.h"
#include "shared/ledger/record_cache.h"
#include "shared/ledger/record_query.h"
#include "shared/ledger/verdict.h"
#include "shared/record/edit.h"
#include "shared/record/record_state.h"
#include "shared/record/schema.h"
#include "shared/sqlite/database.h"
#include "shared/sqlite/migration.h"
#include "shared/sqlite/transaction.h"

namespace liaison {

/// An edit in its ledger.
struct LedgerEntry {
    Edit edit;
    std::optional<Verdict> verdict;  ///< none: an own edit that the centre has not answered
    bool isPartial = false;          ///< the view of this ledger hides a part of it
    Instant storedAt{};              ///< when this ledger took it in
    std::string chain{};    ///< of the author's edits at this one; empty: not followed here
    std::string running{};  ///< of the log up to here, at a centre
    std::uint64_t run = 0;  ///< of the pull that last brought it, on a phone
    std::int64_t page = 0;  ///< the page it came with, on a phone; 0: none
    /// The centre's, of its verdict: on a phone of an own edit, at a centre of one that came back
    /// proven and that its author has not sent yet.
    std::string proof{};
    DeviceNumber witness{};     ///< who brought it back after the centre lost it; 0: nobody had to
    bool isIncomplete = false;  ///< the centre itself holds no more than this part
};

/// Who owns a device number.
struct DeviceOwner {
    DeviceNumber device;
    RecordId member;
};

/// The centre's word on edits n, n + 1, … that one device wrote on its chain: applied, each under
/// the next place of the log.
struct AppliedRun {
    DeviceNumber device;
    std::uint64_t firstN = 0;
    std::uint64_t count = 0;  ///< at least 1
    std::uint64_t firstSequence = 0;
    Instant receivedAt{};
    std::string proofs{};   ///< of equal length for each edit; empty: none
    std::uint64_t run = 0;  ///< of the pull
};

/// Records are compared in slices, by the last byte of their ids, which is random.
constexpr std::size_t kDigestSlices = 64;
using SliceDigests = std::array<std::uint64_t, kDigestSlices>;
std::size_t sliceOf(const RecordId& id);

/// What a centre and a phone both keep: an append-only list of edits, and the records they add up
/// to, changed together in one transaction.
///
/// One thread, one writer, one file. Every writing call belongs inside a transaction of
/// `begin()`; what it wrote is gone when the transaction is not committed. A failed call leaves the
/// transaction to be rolled back. Codes: `io`, `diskFull`, `damaged`, `inUse`.
class Ledger {
public:
    /// Opens or creates the ledger at `path`. Fails with `wrongKey`, `newerSchema`, `inUse`,
    /// `damaged`, `io`. `schema` must outlive the ledger.
    static Result<Ledger> open(const std::filesystem::path& path, const StoreKey& key,
                               const Schema& schema, std::span<const Migration> migrations,
                               Disk& disk = systemDisk());

    const Schema& schema() const { return *schema_; }
    Database& database() { return *database_; }
    FileNames fileNames() { return {*database_, *schema_}; }
    Result<Transaction> begin() { return Transaction::begin(*database_); }

    /// Puts an edit in the list and, unless it was refused, into its records. True when it was not
    /// there yet; an edit that is there is left as it is.
    Result<bool> append(const LedgerEntry& entry);
    /// Puts this in the place of the entry with the same dot: another verdict, more or less of its
    /// bytes. The records follow: values of an edit that has an effect now are shown under the
    /// stamp that all replicas use, those of one that has none any more are taken back by adding up
    /// the other edits again. `notFound` without such an entry.
    Result<Done> replace(const LedgerEntry& entry);
    /// Gives a run of edits the word that they are applied, without reading them: how many had none
    /// before. None, and nothing done, when that would not be right: an edit is missing, has
    /// another word already, or its values are to be shown under another stamp.
    Result<std::optional<std::uint64_t>> settleRun(const AppliedRun& run);
    /// Takes an edit out of the list and out of its records. Only for what a view forbids.
    Result<Done> remove(const Dot& dot);
    Result<Done> addOwner(const DeviceOwner& owner);

    /// From now on `record`, `records`, `count` and `history` leave out what this role may not
    /// read, although it is here; none: they show all. In memory.
    void readAs(std::optional<Role> role) { reader_ = role; }

    Result<std::optional<RecordState>> record(const RecordId& id);
    /// Whether any edit in effect touched the record, whoever may read it.
    Result<bool> hasRecord(const RecordId& id);
    /// The rows that match, in the order the query names.
    Result<std::vector<RecordRow>> records(const RecordQuery& query);
    Result<std::uint64_t> count(const RecordQuery& query);
    Result<std::optional<LedgerEntry>> entry(const Dot& dot);
    /// All edits that touched a record, in the order of sequence, unsent ones last.
    Result<std::vector<LedgerEntry>> history(const RecordId& id);
    /// Entries of the log behind `sequence`, ascending, at most `limit`, and none behind the one
    /// that brings their edits to `bytesMax`.
    Result<std::vector<LedgerEntry>> entriesAfter(std::uint64_t sequence, std::size_t limit,
                                                  std::size_t bytesMax);
    /// Edits of one device from `firstN` on, ascending, at most `limit`.
    Result<std::vector<LedgerEntry>> editsOf(DeviceNumber device, std::uint64_t firstN,
                                             std::size_t limit);
    /// Whether any edit under this number has one of these n.
    Result<bool> hasEdits(DeviceNumber device, std::uint64_t firstN, std::uint64_t count);
    /// The chain of a device's edits at n, as `noteChain` noted it; none for an edit not here.
    Result<std::optional<std::string>> chainOf(DeviceNumber device, std::uint64_t n);
    /// Sequence of the last entry of the log; 0 when it is empty.
    Result<std::uint64_t> head();
    Result<std::optional<RecordId>> ownerOf(DeviceNumber device);
    Result<std::vector<DeviceOwner>> owners();
    /// Order-free sum over the records of the names of the values that stand in them, of what the
    /// given role may read: equal on two ledgers exactly when they hold the same. 16 hexadecimal
    /// digits.
    Result<std::string> digest(Role role);
    /// The same for each slice of the records; the digest is their sum.
    Result<SliceDigests> sliceDigests(Role role);

    /// Puts this in the list whatever is there under its dot, be it damaged, and leaves the records
    /// alone: `addUp` belongs to it.
    Result<Done> overwrite(const LedgerEntry& entry);
    /// Adds a record up again from these edits and from those that it holds so far.
    Result<Done> addUp(const RecordId& id, std::set<Dot> edits);

    /// A named value beside the ledger; none when it was never set.
    Result<std::optional<std::string>> meta(std::string_view name);
    Result<Done> setMeta(std::string_view name, std::string_view value);

    /// Called after a commit with the records it changed. One listener of each ledger.
    using Changed = std::function<void(const std::vector<RecordId>&)>;
    void onChanged(Changed listener) { changed_ = std::move(listener); }
    /// Commits and tells the listener.
    Result<Done> commit(Transaction& transaction);
    /// Forgets what a transaction that was not committed had touched.
    void forgetTouched()
    {
        touched_.clear();
        cache_.clear();
    }

private:
    Ledger(std::unique_ptr<Database> database, const Schema& schema);

    Result<Done> mergeInto(const RecordId& id, const LedgerEntry& entry);
    Result<Done> restamp(const RecordId& id, const LedgerEntry& before, const LedgerEntry& now);
    Result<Done> recount(const RecordId& id, const LedgerEntry& before, const LedgerEntry& now);
    Result<Done> rebuild(const RecordId& id, const LedgerEntry& before,
                         const std::optional<LedgerEntry>& now);
    Result<Done> insertRow(const LedgerEntry& entry);
    Result<Done> updateRow(const LedgerEntry& entry);
    std::string conditions(const RecordQuery& query) const;
    Result<std::optional<StoredRecord>> stored(const RecordId& id);
    Result<std::optional<StoredRecord>> readStored(const RecordId& id);
    Result<Done> store(const StoredRecord& record);

    std::unique_ptr<Database> database_;
    const Schema* schema_;
    std::optional<Role> reader_;
    Changed changed_;
    std::vector<RecordId> touched_;
    RecordCache cache_;
};

}  // namespace liaison
