// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/device_ledger.h"

#include <algorithm>

#include "shared/base/plant.h"
#include "shared/ledger/edit_writing.h"
#include "shared/ledger/entry_row.h"
#include "shared/ledger/migrations.h"
#include "shared/ledger/schema_change.h"
#include "shared/record/patch.h"

namespace liaison {

namespace {

/// A file that nothing named for long may be gone at the centre, whatever it said of it once: what
/// these changes name is offered anew.
Result<Done> doubtFilesIn(const std::vector<v1::Change>& changes, const Schema& schema,
                          FilesBeside& beside)
{
    for (const v1::Change& change : changes) {
        const KindSchema* kind = schema.kind(change.kind());
        if (kind == nullptr || kind->fileFields.empty()) continue;
        const auto fields = cutPatch(change.patch());
        if (!fields) return fields.error();
        for (const std::uint32_t number : kind->fileFields) {
            const auto written = fields->find(number);
            const auto file = written == fields->end() ? std::optional<FileReference>()
                                                       : fileReferenceIn(written->second);
            if (!file) continue;
            const auto files = beside.ifThere();
            if (!files) return files.error();
            if (*files == nullptr) return done();
            if (auto doubted = (*files)->doubt(file->sha256); !doubted) return doubted;
        }
    }
    return done();
}

}  // namespace

DeviceLedger::DeviceLedger(Ledger ledger, DeviceStanding standing, FilesBeside files)
    : ledger_(std::move(ledger)), standing_(std::move(standing)), files_(std::move(files))
{
}

Result<DeviceLedger> DeviceLedger::open(const std::filesystem::path& path, const StoreKey& key,
                                        const Schema& schema, Disk& disk)
{
    auto ledger = Ledger::open(path, key, schema, deviceMigrations(), disk);
    if (!ledger) return ledger.error();
    // A disk that cannot take it now is no reason not to open: the next opening tries again.
    static_cast<void>(adoptSchema(*ledger));
    auto standing = readStanding(*ledger);
    if (!standing) return standing.error();
    DeviceLedger device(*std::move(ledger), *std::move(standing), FilesBeside(path, key, disk));
    const auto waiting = device.waiting();
    if (!waiting) return waiting.error();
    device.waitingCount_ = *waiting;
    device.showAsRoleMay();
    return device;
}

/// Between two runs the tables hold what the role before might read.
void DeviceLedger::showAsRoleMay()
{
    const bool isBetweenRuns = standing_.completeRun != 0 && !standing_.isRunComplete();
    ledger_.readAs(isBetweenRuns ? std::optional(standing_.role) : std::nullopt);
}

/// Commits a transaction together with the standing it leads to; after an error neither holds.
Result<Done> DeviceLedger::commit(Transaction& transaction, DeviceStanding next)
{
    if (auto kept = keepStanding(ledger_, next); !kept) {
        ledger_.forgetTouched();
        return kept;
    }
    const auto count = static_cast<std::uint64_t>(static_cast<std::int64_t>(waitingCount_) +
                                                  std::exchange(waitingChange_, 0));
    // The listener reads the standing, so it has to be the new one when the listener is called.
    const DeviceStanding before = std::exchange(standing_, std::move(next));
    const std::uint64_t countBefore = std::exchange(waitingCount_, count);
    showAsRoleMay();
    auto committed = ledger_.commit(transaction);
    if (committed) return committed;
    standing_ = before;
    showAsRoleMay();
    waitingCount_ = countBefore;
    return committed;
}

Result<Done> DeviceLedger::found(DeviceNumber number, const RecordId& centre,
                                 const RecordId& member, const std::string& unlockToken)
{
    if (standing_.isFounded() && standing_.number != number) {
        return Error{ErrorCode::alreadyThere, "the ledger of another device"};
    }
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    DeviceStanding next = standing_;
    next.number = number;
    next.centre = centre;
    next.member = member;
    next.unlockToken = unlockToken;
    if (auto owned = ledger_.addOwner({number, member}); !owned) return owned;
    return commit(*transaction, std::move(next));
}

Result<Dot> DeviceLedger::save(const std::vector<v1::Change>& changes, Instant now,
                               const std::string& drop)
{
    ensure(standing_.isFounded(), "a save before the device has joined");
    if (auto checked = checkWriting(ledger_, changes, standing_.role); !checked) {
        return checked.error();
    }
    if (auto doubted = doubtFilesIn(changes, ledger_.schema(), files_); !doubted) {
        return doubted.error();
    }
    if (planted("draft-dropped-first") && !drop.empty()) static_cast<void>(dropDraft(drop));
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    DeviceStanding next = standing_;
    next.lastStamp = nextStamp(now + standing_.clockOffset, standing_.lastStamp);
    ++next.lastN;
    auto edit = writeEdit(ledger_, next.number, next.lastN, next.lastStamp, changes);
    if (!edit) return edit.error();
    const auto failed = [&](const Error& error) {
        ledger_.forgetTouched();
        return error;
    };
    next.chain = chainAfter(standing_.chain, edit->hash());
    LedgerEntry entry{*edit, std::nullopt, false, now};
    entry.chain = next.chain;
    entry.run = standing_.run;
    if (const auto stored = ledger_.append(entry); !stored) return failed(stored.error());
    waitingChange_ = 1;
    if (!drop.empty()) {
        if (auto dropped = removeDraft(drop); !dropped) return failed(dropped.error());
    }
    if (auto committed = commit(*transaction, std::move(next)); !committed) {
        return committed.error();
    }
    return edit->dot();
}

OwnPending DeviceLedger::ownPending(const RecordId& record)
{
    return [this, record](const Dot& dot, std::uint32_t field) -> std::vector<Dot> {
        if (!standing_.isOwn(dot.device) || planted("pending-not-named")) return {};
        const auto entry = ledger_.entry(dot);
        if (!entry || !*entry || (*entry)->verdict) return {};
        const v1::Change* change = (*entry)->edit.change(record);
        return change == nullptr ? std::vector<Dot>{} : replacedDots(*change, field);
    };
}

Result<std::uint64_t> DeviceLedger::number(std::string_view sql)
{
    auto select = ledger_.database().prepare(sql);
    if (!select) return select.error();
    const auto found = select->step();
    if (!found) return found.error();
    return static_cast<std::uint64_t>(select->optionalInteger(0).value_or(0));
}

Result<std::uint64_t> DeviceLedger::waiting()
{
    return number("SELECT count(*) FROM edit WHERE sequence IS NULL");
}

Result<std::vector<OwnEdit>> DeviceLedger::ownEdits(std::uint64_t firstN, std::size_t limit)
{
    auto select = ledger_.database().prepare(
        "SELECT n, sequence, applied, received_at, code, change, field, proof, bytes"
        " FROM edit WHERE device = ? AND n >= ? AND chain IS NOT NULL ORDER BY n LIMIT ?");
    if (!select) return select.error();
    select->bind(1, static_cast<std::int64_t>(standing_.number.value))
        .bind(2, static_cast<std::int64_t>(firstN))
        .bind(3, static_cast<std::int64_t>(limit));
    std::vector<OwnEdit> edits;
    while (true) {
        const auto more = select->step();
        if (!more) return more.error();
        if (!*more) return edits;
        edits.push_back({static_cast<std::uint64_t>(select->integer(0)),
                         std::string(select->blob(8)), verdictIn(*select),
                         std::string(select->blob(7))});
    }
}

Result<std::uint64_t> DeviceLedger::firstWaiting()
{
    auto select =
        ledger_.database().prepare("SELECT min(n) FROM edit WHERE sequence IS NULL AND device = ?");
    if (!select) return select.error();
    const auto found = select->bind(1, static_cast<std::int64_t>(standing_.number.value)).step();
    if (!found) return found.error();
    return static_cast<std::uint64_t>(select->optionalInteger(0).value_or(0));
}

Result<std::uint64_t> DeviceLedger::refusedCount()
{
    const auto entries = refused();
    if (!entries) return entries.error();
    return entries->size();
}

Result<std::vector<LedgerEntry>> DeviceLedger::refused()
{
    auto select = ledger_.database().prepare("SELECT " + std::string(kEntryColumns) +
                                             " FROM edit WHERE applied = 0 ORDER BY sequence DESC");
    if (!select) return select.error();
    auto entries = readEntries(*select);
    if (!entries) return entries;
    std::erase_if(*entries, [this](const LedgerEntry& entry) {
        return !standing_.isOwn(entry.edit.dot().device);
    });
    return entries;
}

Result<std::string> DeviceLedger::chainAt(std::uint64_t n)
{
    if (n == 0) return std::string();
    if (n == standing_.lastN) return standing_.chain;
    const auto chain = ledger_.chainOf(standing_.number, n);
    if (!chain) return chain.error();
    if (!*chain) return Error{ErrorCode::forked, "no own edit " + std::to_string(n)};
    return **chain;
}

}  // namespace liaison
