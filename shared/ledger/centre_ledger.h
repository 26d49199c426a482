// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/ledger/edit_budget.h"
#include "shared/ledger/files_beside.h"
#include "shared/ledger/held_role.h"
#include "shared/ledger/ledger.h"

namespace liaison {

/// A device as its centre knows it.
struct CentreDevice {
    DeviceNumber number;
    std::string pin;  ///< SHA-256 of its public key, 32 bytes
    RecordId member;
    std::string name;         ///< what its owner calls it
    std::string tokenHash;    ///< SHA-256 of the unlock token
    std::uint64_t lastN = 0;  ///< of its edits, as far as the centre has them
    std::string chain;
    Instant joinedAt{};
    std::optional<Instant> lastContact;
    std::string app;
    std::uint64_t waiting = 0;  ///< as it last said
    bool isRevoked = false;
    HeldRoles roles;
};

/// An invitation to join, single use. The secret is stored as a hash.
struct StoredInvite {
    std::string id;          ///< 16 bytes
    std::string secretHash;  ///< SHA-256
    RecordId member;
    Instant expiresAt{};
    std::uint32_t tries = 0;
    std::string usedByPin;  ///< of the key that used it; empty: unused
    std::optional<Instant> usedAt;
};

/// What the files of a centre may take in all unless somebody says otherwise: 20 GiB.
constexpr std::uint64_t kCentreFilesBytes = std::uint64_t{20} << 30;

/// What a centre says of itself.
struct CentreStanding {
    RecordId id;
    std::string name;
    std::vector<std::string> addresses;  ///< HOST:PORT, as invites and greetings tell them
    std::uint64_t epoch = 1;
    DeviceNumber number;  ///< the author of what the centre itself writes
    std::uint64_t lastN = 0;
    std::string chain;
    Stamp lastStamp;
    std::string secret;  ///< 32 bytes: what proves the centre's own word when it is brought back
    std::uint64_t filesBytesMax = kCentreFilesBytes;  ///< what its files may take in all
};

/// A centre's ledger: the log with its order and verdicts, its devices and its invites.
class CentreLedger {
public:
    /// Opens the ledger of a centre; `notFound` when the file holds none yet.
    static Result<CentreLedger> open(const std::filesystem::path& path, const StoreKey& key,
                                     const Schema& schema, Disk& disk = systemDisk());
    /// Makes the ledger of a new centre; `alreadyThere` when the file exists.
    static Result<CentreLedger> create(const std::filesystem::path& path, const StoreKey& key,
                                       const Schema& schema, const CentreStanding& standing,
                                       Disk& disk = systemDisk());

    Ledger& ledger() { return ledger_; }
    const CentreStanding& standing() const { return standing_; }
    FilesBeside& files() { return files_; }
    /// Removes the files that no record has named for a month, once a day; how many went.
    Result<std::uint64_t> sweepFiles(Instant now);
    Result<Done> setAddresses(const std::vector<std::string>& addresses);
    /// What its files may take in all from now on. Below what is there, nothing is removed, and
    /// nothing more is taken.
    Result<Done> setFilesLimit(std::uint64_t bytes);
    /// How much the files of the centre hold.
    Result<FileUsage> filesUsage();

    /// The digests of what a role may read, made anew when the log has grown and every hour: the
    /// devices of a centre compare at one head, and reading every record costs as much as a pull.
    Result<SliceDigests> digestsAtHead(Role role, Instant now);

    /// Gives the next place in the log to an edit of a device and merges it unless it is refused.
    /// Belongs inside a transaction; the device's last n and chain move with it. `verdict` comes
    /// back with its sequence.
    Result<Verdict> append(CentreDevice& author, const Edit& edit, Verdict verdict);
    /// The same for an entry that is not on the chain of a device at the line: handed in, or
    /// brought back by a witness. `verdict` is set; its sequence is given here.
    Result<Verdict> appendApart(LedgerEntry entry);
    /// The author's own phone has sent what is here already: it is whole from now on, on the chain,
    /// and nobody's testimony any more. Its verdict stands.
    Result<Verdict> confirm(CentreDevice& author, LedgerEntry known, const Edit& edit);
    /// The same on no chain, for an edit that was handed in.
    Result<Verdict> confirmApart(LedgerEntry known, const Edit& edit);
    /// Gives an entry that is here the next place in the log, as it is now.
    Result<Verdict> moveToHead(LedgerEntry entry);
    /// Entries of the log as `Ledger::entriesAfter` has them. All devices of a centre are told of a
    /// commit one after the other: a short list is read once for all of them.
    using SharedEntries = std::shared_ptr<const std::vector<LedgerEntry>>;
    Result<SharedEntries> entriesAfter(std::uint64_t sequence, std::size_t limit,
                                       std::size_t bytesMax);
    /// What the log up to this place adds up to; none for a place it does not have.
    Result<std::optional<std::string>> runningAt(std::uint64_t sequence);
    /// The log is not the one that devices know: from now on it has another number.
    Result<Done> startEpoch();
    /// True when an edit waits for any record at all.
    Result<bool> hasAwaiting();
    /// Takes the edits that wait for this record off the list of those that wait: they are to be
    /// judged again.
    Result<std::vector<LedgerEntry>> takeAwaiting(const RecordId& record);
    /// Puts an edit that this verdict keeps until another record comes on that list.
    Result<Done> await(const Edit& edit, const Verdict& verdict);
    /// Entries kept without effect until the schema grows, behind this place of the log, ascending.
    Result<std::vector<LedgerEntry>> awaitingSchema(std::uint64_t after, std::size_t limit);
    /// An edit written by the centre itself, for example a member at the time of an invitation.
    /// Its own transaction; validated like any other, but the centre may write every field. What
    /// `beside` writes belongs to the same transaction, and its error takes the edit back.
    Result<Dot> write(const std::vector<v1::Change>& changes, Instant now,
                      const std::function<Result<Done>()>& beside = done);

    Result<std::optional<CentreDevice>> device(DeviceNumber number);
    Result<std::optional<CentreDevice>> deviceWithPin(const std::string& pin);
    Result<std::vector<CentreDevice>> devices();
    /// Inserts or updates the row of a device; belongs inside a transaction.
    Result<Done> keepDevice(const CentreDevice& device);
    /// The role of a member as their record says; while its versions differ, the narrower one.
    Result<Role> roleOf(const RecordId& member);

    /// How many edits a device may still push. In memory: a restart fills the buckets.
    /// What the devices of a member may still ask of this centre, in memory alone.
    MemberBudgets& budgetsOf(const RecordId& member) { return budgets_[member]; }

    Result<Done> keepInvite(const StoredInvite& invite);
    Result<std::optional<StoredInvite>> invite(const std::string& id);
    Result<std::vector<StoredInvite>> invites();

private:
    /// The end of the log, as one transaction has brought it there.
    struct LogHead {
        std::uint64_t transaction = 0;
        std::uint64_t sequence = 0;
        std::string running;
    };

    /// A list that was read after so many changes of the file.
    struct LastRead {
        SharedEntries entries;
        std::uint64_t after = 0;
        std::size_t limit = 0;
        std::size_t bytesMax = 0;
        std::int64_t changes = 0;
    };

    struct KeptDigests {
        std::uint64_t head = 0;
        Instant at{};
        SliceDigests digests{};
    };

    CentreLedger(Ledger ledger, CentreStanding standing, FilesBeside files);

    Result<Done> keepStanding(const CentreStanding& standing);
    Result<Done> changeStanding(CentreStanding next);
    Result<Done> findHead();
    Result<Done> place(LedgerEntry& entry);

    Ledger ledger_;
    CentreStanding standing_;
    FilesBeside files_;
    LogHead logHead_;
    LastRead lastRead_;
    std::map<Role, KeptDigests> keptDigests_;
    std::map<RecordId, MemberBudgets> budgets_;
};

}  // namespace liaison
