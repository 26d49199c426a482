// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/held.h"

#include <algorithm>

#include "tests/sim/law.h"

namespace liaison::sim {

namespace {

/// All entries of the phone: the log as far as it has come, and own ones without verdict.
Result<std::vector<LedgerEntry>> allEntries(DeviceLedger& device, DeviceNumber number)
{
    auto entries = device.ledger().entriesAfter(0, 1'000'000, SIZE_MAX);
    if (!entries) return entries;
    auto own = device.ledger().editsOf(number, 1, 1'000'000);
    if (!own) return own;
    for (LedgerEntry& entry : *own) {
        if (!entry.verdict) entries->push_back(std::move(entry));
    }
    return entries;
}

std::vector<v1::Change> changesIn(const Edit& edit)
{
    return {edit.message().changes().begin(), edit.message().changes().end()};
}

}  // namespace

void Held::look(DeviceLedger& ledger)
{
    const auto entries = allEntries(ledger, number_);
    if (!entries) return;
    Verdicts now;
    std::vector<Promise> whole;
    for (const LedgerEntry& entry : *entries) {
        const Dot& dot = entry.edit.dot();
        now[dot] = entry.verdict ? std::optional(entry.verdict->isApplied) : std::nullopt;
        const auto changes = changesIn(entry.edit);
        if (dot.device == number_) book_.adopt(dot, changes);
        if (entry.verdict && !entry.verdict->isApplied) continue;
        whole.push_back({dot, changesOf(dot, changes)});
    }
    compareWithBefore(now);
    compareWithPromises(now);
    lookAtDrafts(ledger);
    before_ = std::move(now);

    std::vector<const Promise*> holds;
    for (const Promise& one : whole) {
        holds.push_back(&one);
    }
    const auto found = valuesIn(ledger.ledger());
    if (!found) return;
    const std::string differs = difference(valuesByLaw(holds), *found);
    if (!differs.empty()) run_.violate("I6", name_ + " shows what it does not hold: " + differs);
    run_.count("looks at what a phone shows");
}

void Held::compareWithBefore(const Verdicts& now)
{
    for (const auto& [dot, verdict] : before_) {
        const auto there = now.find(dot);
        if (there == now.end()) {
            run_.violate("I6", name_ + " no longer holds " + dot.text());
        } else if (verdict && there->second != verdict) {
            run_.violate("I6", name_ + " has another verdict on " + dot.text());
        }
    }
}

void Held::compareWithPromises(const Verdicts& now)
{
    for (const Promise* promise : book_.promisesOf(number_)) {
        const auto there = now.find(promise->dot);
        if (there == now.end()) {
            run_.violate("I1", name_ + " has lost the save " + promise->dot.text());
        } else if (promise->isAnswered && there->second != promise->isApplied) {
            run_.violate("I1",
                         name_ + " has forgotten the centre's word on " + promise->dot.text());
        }
    }
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
