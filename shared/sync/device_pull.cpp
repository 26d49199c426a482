// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "shared/sync/device_session.h"
#include "shared/sync/own_words.h"

namespace liaison {

void DeviceSession::noteAnswered(const std::vector<OwnVerdict>& own)
{
    for (const OwnVerdict& word : own) {
        while (!unanswered_.empty() && unanswered_.front() <= word.n)
            unanswered_.pop_front();
    }
}

Result<Done> DeviceSession::receiveVerdicts(const v1::Verdicts& message, Instant now)
{
    auto verdicts = ownVerdictsIn(message);
    if (!verdicts) return verdicts.error();
    noteAnswered(*verdicts);
    if (message.cursor().empty() || isForked_) return ledger_.takeVerdicts(*verdicts, now);
    DevicePage page;
    page.own = *std::move(verdicts);
    page.cursor = message.cursor();
    page.head = message.head();
    page.isLast = true;
    return takePage(std::move(page), now);
}

/// The centre's word on own edits is about those of this device only where the chains agree: an
/// edit of a copy of this phone may stand under the same n.
Result<Done> DeviceSession::checkChain(const v1::OwnEntries& own)
{
    std::uint64_t lastN = 0;
    for (const v1::Applied& run : own.applied()) {
        lastN = std::max(lastN, run.first_n() + run.count() - 1);
    }
    for (const v1::Refused& one : own.refused()) {
        lastN = std::max(lastN, one.n());
    }
    const auto chain = ledger_.chainAt(lastN);
    if (!chain) return chain.error();
    if (*chain == own.chain()) return done();
    return Error{ErrorCode::forked, "another history under this device number"};
}

Result<Done> DeviceSession::receiveEdits(const v1::Edits& message, Instant now)
{
    // The fork is settled first.
    if (isForked_) return done();
    if (message.has_own()) {
        if (auto checked = checkChain(message.own()); !checked) return checked;
    }
    DevicePage page;
    page.entries.reserve(static_cast<std::size_t>(message.entries_size()));
    for (const v1::Entry& entry : message.entries()) {
        auto read = entryIn(entry, now);
        if (!read) return read.error();
        hasMetLess_ = hasMetLess_ || read->isIncomplete || read->witness != DeviceNumber{};
        page.entries.push_back(*std::move(read));
    }
    auto own = ownVerdictsIn(message.own());
    if (!own) return own.error();
    page.own = *std::move(own);
    page.owners = ownersIn(message.owners());
    page.cursor = message.cursor();
    page.proof = message.proof();
    page.head = message.head();
    page.isLast = message.remaining() == 0;
    remaining_ = message.remaining();
    return takePage(std::move(page), now);
}

Result<Done> DeviceSession::takePage(DevicePage page, Instant now)
{
    const bool wasComplete = ledger_.standing().isRunComplete();
    const std::size_t entries = page.entries.size();
    const bool isLast = page.isLast;
    const auto taken = ledger_.takePage(std::move(page), now);
    if (!taken) return taken;
    received_ += entries;
    pullComplete_ = isLast;
    if (isLast) remaining_ = 0;
    if (!isLast) return done();
    if (!wasComplete) files_.sweep(now);
    const bool hasMetLess = std::exchange(hasMetLess_, false);
    return wasComplete && !hasMetLess ? done() : findHandInDue();
}

}  // namespace liaison
