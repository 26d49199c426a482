// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>

#include "shared/base/plant.h"
#include "shared/ledger/device_ledger.h"
#include "shared/ledger/entry_row.h"

namespace liaison {

namespace {

/// True when the word on one edit goes on where that on the one before it ends.
bool continues(const OwnVerdict& word, const OwnVerdict& before)
{
    return word.verdict.isApplied && before.verdict.isApplied && word.n == before.n + 1 &&
           word.verdict.sequence == before.verdict.sequence + 1 &&
           word.verdict.receivedAt == before.verdict.receivedAt &&
           word.proof.size() == before.proof.size();
}

/// How many of these words, at least one, are one run.
std::size_t runAtFrontOf(std::span<const OwnVerdict> words)
{
    std::size_t count = 1;
    while (count < words.size() && continues(words[count], words[count - 1])) {
        ++count;
    }
    return count;
}

}  // namespace

Result<Done> DeviceLedger::settle(LedgerEntry entry, const Verdict& verdict,
                                  const std::string& proof)
{
    if (entry.verdict != verdict) entry.proof.clear();
    const bool isLess = entry.witness != DeviceNumber{} || entry.isIncomplete;
    if (entry.verdict == verdict && entry.run == standing_.run && !isLess) return done();
    if (!entry.verdict) --waitingChange_;
    entry.verdict = verdict;
    entry.run = standing_.run;
    entry.witness = {};
    entry.isIncomplete = false;
    if (!proof.empty()) entry.proof = proof;
    return ledger_.replace(entry);
}

Result<Done> DeviceLedger::settleOwn(const std::vector<OwnVerdict>& own)
{
    std::span<const OwnVerdict> rest(own);
    while (!rest.empty()) {
        const auto run = rest.first(runAtFrontOf(rest));
        rest = rest.subspan(run.size());
        const auto isSettled = settleRun(run);
        if (!isSettled) return isSettled.error();
        if (*isSettled) continue;
        for (const OwnVerdict& word : run) {
            if (auto settled = settleOne(word); !settled) return settled;
        }
    }
    return done();
}

/// True when the whole run is settled; false when its edits have to be looked at one by one.
Result<bool> DeviceLedger::settleRun(std::span<const OwnVerdict> run)
{
    const OwnVerdict& first = run.front();
    if (!first.verdict.isApplied) return false;
    AppliedRun applied{standing_.number,         first.n, run.size(),   first.verdict.sequence,
                       first.verdict.receivedAt, {},      standing_.run};
    for (const OwnVerdict& word : run) {
        applied.proofs += word.proof;
    }
    const auto answered = ledger_.settleRun(applied);
    if (!answered) return answered.error();
    if (!*answered) return false;
    waitingChange_ -= static_cast<std::int64_t>(**answered);
    return true;
}

Result<Done> DeviceLedger::settleOne(const OwnVerdict& word)
{
    auto select =
        ledger_.database().prepare("SELECT " + std::string(kEntryColumns) +
                                   " FROM edit WHERE device = ? AND n = ? AND chain IS NOT NULL");
    if (!select) return select.error();
    const auto found = select->bind(1, static_cast<std::int64_t>(standing_.number.value))
                           .bind(2, static_cast<std::int64_t>(word.n))
                           .step();
    if (!found) return found.error();
    if (!*found) return Error{ErrorCode::forked, "no own edit " + std::to_string(word.n)};
    auto entry = readEntry(*select);
    if (!entry) return entry.error();
    select->reset();
    return settle(*std::move(entry), word.verdict, word.proof);
}

Result<Done> DeviceLedger::takeVerdicts(const std::vector<OwnVerdict>& own, Instant now)
{
    waitingChange_ = 0;
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    if (auto settled = settleOwn(own); !settled) {
        ledger_.forgetTouched();
        return settled;
    }
    DeviceStanding next = standing_;
    next.lastContact = now;
    return commit(*transaction, std::move(next));
}

Result<Done> DeviceLedger::takeHandedIn(const std::vector<DotVerdict>& words, Instant now)
{
    waitingChange_ = 0;
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    for (const DotVerdict& word : words) {
        auto entry = ledger_.entry(word.dot);
        if (entry && !*entry)
            entry = Error{ErrorCode::outOfPlace, "a word on no edit of this device"};
        const auto settled =
            entry ? settle(**std::move(entry), word.verdict, {}) : Result<Done>(entry.error());
        if (settled) continue;
        ledger_.forgetTouched();
        return settled;
    }
    DeviceStanding next = standing_;
    next.lastContact = now;
    return commit(*transaction, std::move(next));
}

Result<Done> DeviceLedger::takeWelcome(const Greeting& greeting, Instant now)
{
    DeviceStanding next = standing_;
    next.role = greeting.role;
    next.epoch = greeting.epoch;
    next.head = greeting.head;
    next.isFirstRunComplete = next.isFirstRunComplete || planted("complete-at-welcome");
    next.view = greeting.view;
    next.clockOffset = greeting.centreClock - now;
    next.lastContact = now;
    next.lastStamp = afterContact(next.lastStamp, now + next.clockOffset);
    const bool isNews = next.role != standing_.role || next.epoch != standing_.epoch ||
                        next.view != standing_.view || !standing_.lastContact ||
                        next.isClockOff() != standing_.isClockOff();
    if (!isNews) {
        // The hour of the contact is written with whatever comes next.
        standing_ = std::move(next);
        return done();
    }
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    waitingChange_ = 0;
    return commit(*transaction, std::move(next));
}

Result<Done> DeviceLedger::renumber(DeviceNumber number)
{
    if (standing_.isOwn(number)) return done();
    waitingChange_ = 0;
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    DeviceStanding next = standing_;
    next.formerNumbers.push_back(standing_.number);
    next.number = number;
    next.lastN = 0;
    next.chain.clear();
    if (auto owned = ledger_.addOwner({number, standing_.member}); !owned) return owned;
    return commit(*transaction, std::move(next));
}

Result<std::vector<LedgerEntry>> DeviceLedger::handInDue()
{
    std::vector<LedgerEntry> due;
    const std::uint64_t confirmedSince = standing_.isRunComplete() ? standing_.run : 0;
    for (const DeviceNumber& former : standing_.formerNumbers) {
        auto select =
            ledger_.database().prepare("SELECT " + std::string(kEntryColumns) +
                                       " FROM edit WHERE device = ? AND chain IS NOT NULL"
                                       " AND (sequence IS NULL OR run < ? OR incomplete = 1 OR"
                                       " ifnull(witness, 0) <> 0)"
                                       " ORDER BY n");
        if (!select) return select.error();
        select->bind(1, static_cast<std::int64_t>(former.value))
            .bind(2, static_cast<std::int64_t>(confirmedSince));
        auto entries = readEntries(*select);
        if (!entries) return entries;
        std::move(entries->begin(), entries->end(), std::back_inserter(due));
    }
    return due;
}

}  // namespace liaison
