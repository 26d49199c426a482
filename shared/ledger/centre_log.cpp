// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/plant.h"
#include "shared/ledger/centre_ledger.h"
#include "shared/ledger/entry_row.h"
#include "shared/ledger/leaf.h"

namespace liaison {

/// Where the log ends: read once in each transaction, since nothing else moves it.
Result<Done> CentreLedger::findHead()
{
    const std::uint64_t transaction = ledger_.database().transactionNumber();
    ensure(transaction != 0, "a place in the log outside of a transaction");
    if (logHead_.transaction == transaction) return done();
    auto select = ledger_.database().prepare(
        "SELECT sequence, running FROM edit WHERE sequence IS NOT NULL"
        " ORDER BY sequence DESC LIMIT 1");
    if (!select) return select.error();
    const auto found = select->step();
    if (!found) return found.error();
    logHead_ = {transaction, 0, {}};
    if (*found) {
        logHead_.sequence = static_cast<std::uint64_t>(select->integer(0));
        logHead_.running = select->blob(1);
    }
    return done();
}

/// Gives the entry the next place in the log, and what the log adds up to there.
Result<Done> CentreLedger::place(LedgerEntry& entry)
{
    if (auto found = findHead(); !found) return found;
    entry.verdict->sequence = logHead_.sequence + 1;
    // A log that holds only a part of an edit is not the one that held it whole.
    const std::string leaf = leafOf(entry.edit, *entry.verdict);
    entry.running = runningAfter(logHead_.running, entry.isPartial ? leaf + "part" : leaf);
    return done();
}

Result<Verdict> CentreLedger::appendApart(LedgerEntry entry)
{
    if (auto placed = place(entry); !placed) return placed.error();
    const auto appended = ledger_.append(entry);
    if (!appended) return appended.error();
    if (!*appended) return Error{ErrorCode::outOfPlace, "an edit that is there already"};
    logHead_.sequence = entry.verdict->sequence;
    logHead_.running = entry.running;
    if (auto noted = await(entry.edit, *entry.verdict); !noted) return noted.error();
    return *entry.verdict;
}

Result<Verdict> CentreLedger::append(CentreDevice& author, const Edit& edit, Verdict verdict)
{
    LedgerEntry entry{edit, verdict, false, verdict.receivedAt};
    entry.chain = chainAfter(author.chain, edit.hash());
    auto appended = appendApart(entry);
    if (!appended) return appended;
    author.lastN = edit.dot().n;
    author.chain = entry.chain;
    return appended;
}

Result<Verdict> CentreLedger::confirm(CentreDevice& author, LedgerEntry known, const Edit& edit)
{
    known.chain = chainAfter(author.chain, edit.hash());
    author.lastN = edit.dot().n;
    author.chain = known.chain;
    return confirmApart(std::move(known), edit);
}

Result<Verdict> CentreLedger::confirmApart(LedgerEntry known, const Edit& edit)
{
    const bool isNews = known.isPartial || known.witness != DeviceNumber{};
    if (planted("witness-outranks-author") && isNews) {
        if (auto kept = ledger_.replace(known); !kept) return kept.error();
        return *known.verdict;
    }
    known.edit = edit;
    known.isPartial = false;
    known.isIncomplete = false;
    known.witness = {};
    known.proof.clear();
    if (isNews) return moveToHead(std::move(known));
    if (auto replaced = ledger_.replace(known); !replaced) return replaced.error();
    return *known.verdict;
}

Result<Verdict> CentreLedger::moveToHead(LedgerEntry entry)
{
    auto leave = ledger_.database().prepare(
        "INSERT INTO superseded(sequence, running) SELECT sequence, running FROM edit"
        " WHERE device = ? AND n = ? AND dot_hash = ?");
    if (!leave) return leave.error();
    bindDot(*leave, 1, entry.edit.dot());
    if (auto left = leave->run(); !left) return left.error();
    if (auto placed = place(entry); !placed) return placed.error();
    if (auto replaced = ledger_.replace(entry); !replaced) return replaced.error();
    logHead_.sequence = entry.verdict->sequence;
    logHead_.running = entry.running;
    if (auto noted = await(entry.edit, *entry.verdict); !noted) return noted.error();
    return *entry.verdict;
}

Result<CentreLedger::SharedEntries> CentreLedger::entriesAfter(std::uint64_t sequence,
                                                               std::size_t limit,
                                                               std::size_t bytesMax)
{
    constexpr std::size_t kSharedEntriesMax = 100;
    const std::int64_t changes = ledger_.database().totalChanges();
    const bool isSame = lastRead_.after == sequence && lastRead_.limit == limit &&
                        lastRead_.bytesMax == bytesMax && lastRead_.changes == changes;
    if (lastRead_.entries && isSame) {
        return lastRead_.entries;
    }
    auto read = ledger_.entriesAfter(sequence, limit, bytesMax);
    if (!read) return read.error();
    auto entries = std::make_shared<const std::vector<LedgerEntry>>(*std::move(read));
    // A longer list is not for many, and would lie here until somebody else reads.
    const bool isShort = entries->size() <= kSharedEntriesMax;
    lastRead_ = isShort ? LastRead{entries, sequence, limit, bytesMax, changes} : LastRead{};
    return entries;
}

Result<std::optional<std::string>> CentreLedger::runningAt(std::uint64_t sequence)
{
    if (sequence == 0) return std::optional(std::string());
    auto select = ledger_.database().prepare(
        "SELECT running FROM edit WHERE sequence = ?1"
        " UNION ALL SELECT running FROM superseded WHERE sequence = ?1");
    if (!select) return select.error();
    const auto found = select->bind(1, static_cast<std::int64_t>(sequence)).step();
    if (!found) return found.error();
    return *found ? std::optional(std::string(select->blob(0))) : std::nullopt;
}

Result<Done> CentreLedger::startEpoch()
{
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    CentreStanding next = standing_;
    ++next.epoch;
    if (auto kept = keepStanding(next); !kept) return kept;
    if (auto committed = transaction->commit(); !committed) return committed;
    standing_ = std::move(next);
    return done();
}

}  // namespace liaison
