// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/held.h"

#include <algorithm>

#include "tests/sim/law.h"
#include "tests/sim/rights.h"

namespace liaison::sim {

namespace {

/// The first n under this number that has no verdict; none when all have one.
Result<std::optional<std::uint64_t>> firstWaiting(DeviceLedger& device, DeviceNumber number)
{
    auto select = device.ledger().database().prepare(
        "SELECT min(n) FROM edit WHERE sequence IS NULL AND device = ?");
    if (!select) return select.error();
    const auto found = select->bind(1, static_cast<std::int64_t>(number.value)).step();
    if (!found) return found.error();
    const auto n = select->optionalInteger(0);
    return n ? std::optional(static_cast<std::uint64_t>(*n)) : std::nullopt;
}

/// All entries of the phone: the log as far as it has come, and own ones without verdict.
Result<std::vector<LedgerEntry>> allEntries(DeviceLedger& device,
                                            const std::vector<DeviceNumber>& numbers)
{
    auto entries = device.ledger().entriesAfter(0, 1'000'000, SIZE_MAX);
    if (!entries) return entries;
    for (const DeviceNumber number : numbers) {
        const auto first = firstWaiting(device, number);
        if (!first) return first.error();
        if (!*first) continue;
        auto own = device.ledger().editsOf(number, **first, 1'000'000);
        if (!own) return own;
        for (LedgerEntry& entry : *own) {
            if (!entry.verdict) entries->push_back(std::move(entry));
        }
    }
    return entries;
}

Word wordOf(const Verdict& verdict)
{
    return verdict.isApplied ? Word{true, verdict.sequence}
                             : refusal(verdict.sequence, verdict.code);
}

std::vector<v1::Change> changesIn(const Edit& edit)
{
    return {edit.message().changes().begin(), edit.message().changes().end()};
}

}  // namespace

void Held::look(DeviceLedger& ledger)
{
    const auto entries = allEntries(ledger, numbers_);
    if (!entries) return;
    Verdicts now;
    std::vector<const Promise*> whole;
    for (const LedgerEntry& entry : *entries) {
        const Dot& dot = entry.edit.dot();
        now[dot] = entry.verdict ? std::optional(wordOf(*entry.verdict)) : std::nullopt;
        const bool isNew = dot.device == numbers_.back() && book_.find(dot) == nullptr;
        if (isNew && book_.adopt(dot, changesIn(entry.edit))) own_.insert(dot);
        if (entry.verdict && !entry.verdict->isApplied) continue;
        whole.push_back(&book_.edits().of(entry.edit));
    }
    compareWithBefore(now, ledger.standing().role);
    compareWithPromises(now);
    lookAtDrafts(ledger);
    before_ = std::move(now);

    const auto found = valuesIn(ledger.ledger());
    if (!found) return;
    ValuesByRecord expected = valuesByLaw(whole);
    // Between two runs it holds more than the role may read, and shows none of that.
    const DeviceStanding& standing = ledger.standing();
    if (standing.completeRun != 0 && !standing.isRunComplete()) {
        expected = readableIn(expected, kindsOf(whole), standing.role);
    }
    const std::string differs = difference(expected, *found);
    if (!differs.empty()) run_.violate("I6", name_ + " shows what it does not hold: " + differs);
    run_.count("looks at what a phone shows");
}

/// What somebody else wrote goes when the role may not read it any more; what was refused to them
/// is for supervisors alone.
bool Held::mayGo(const Dot& dot, v1::Role role) const
{
    const Promise* promise = book_.find(dot);
    if (own_.contains(dot) || promise == nullptr) return false;
    const auto& before = before_.at(dot);
    if (before && !before->isApplied && role != v1::ROLE_SUPERVISOR) return true;
    for (const auto& [record, change] : promise->changes) {
        for (const auto& [field, content] : change.values) {
            if (mayRead(role, change.kind, field)) return false;
        }
    }
    return true;
}

void Held::compareWithBefore(const Verdicts& now, v1::Role role)
{
    for (const auto& [dot, verdict] : before_) {
        const auto there = now.find(dot);
        if (there == now.end() && mayGo(dot, role)) continue;
        if (there == now.end()) {
            run_.violate("I6", name_ + " no longer holds " + dot.text());
        } else if (verdict && !book_.isDisturbed() &&
                   (!there->second || !verdict->mayBecome(there->second->isApplied))) {
            run_.violate("I6", name_ + " has another verdict on " + dot.text());
        }
    }
}

void Held::compareWithPromises(const Verdicts& now)
{
    for (const Dot& dot : own_) {
        const Promise* promise = book_.find(dot);
        const auto there = now.find(promise->dot);
        if (there == now.end()) {
            run_.violate("I1", name_ + " has lost the save " + promise->dot.text());
        } else if (promise->isAnswered && !book_.isDisturbed() &&
                   (!there->second || !promise->word.mayBecome(there->second->isApplied))) {
            run_.violate("I1",
                         name_ + " has forgotten the centre's word on " + promise->dot.text());
        }
    }
}

void Held::answered(std::uint64_t n, const Word& word)
{
    const auto found = own_.lower_bound({numbers_.back(), n, 0});
    const bool isOwn = found != own_.end() && found->device == numbers_.back() && found->n == n;
    if (isOwn) return book_.answer(*found, word);
    run_.violate("I3", name_ + " was told about n " + std::to_string(n) + ", which it never saved");
}

void Held::becomeCopyOf(const Held& other)
{
    before_ = other.before_;
    drafts_ = other.drafts_;
    numbers_ = other.numbers_;
    own_ = other.own_;
}

void Held::lookAtDrafts(DeviceLedger& ledger)
{
    for (auto& [place, draft] : drafts_) {
        const auto found = ledger.draft(place);
        if (!found) return;
        const auto bytes = *found ? std::optional((*found)->bytes) : std::nullopt;
        if (!isKept(place, bytes)) run_.violate("I8", name_ + " has lost the draft " + place);
        // A commit that failed may still be found by a power cut, until another one succeeds.
        const std::string now = bytes.value_or(std::string());
        if (now != draft.bytes) draft = {now, {}};
    }
}

void Held::kept(const std::string& place, const std::string& bytes)
{
    drafts_[place] = {bytes, {}};
}

void Held::attempted(const std::string& place, const std::string& bytes)
{
    drafts_[place].attempts.push_back(bytes);
}

bool Held::isKept(const std::string& place, const std::optional<std::string>& bytes) const
{
    const std::string found = bytes.value_or(std::string());
    const auto known = drafts_.find(place);
    if (known == drafts_.end()) return found.empty();
    const auto& attempts = known->second.attempts;
    return found == known->second.bytes ||
           std::find(attempts.begin(), attempts.end(), found) != attempts.end();
}

}  // namespace liaison::sim
