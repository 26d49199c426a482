// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/comparison.h"

#include "shared/base/plant.h"
#include "shared/sync/own_words.h"
#include "shared/sync/slice.h"

namespace liaison {

namespace {

/// While others write, both sides may never stand at one head.
constexpr int kTriesMax = 3;

}  // namespace

bool Comparison::isDue(Instant now) const
{
    const auto& last = ledger_.standing().lastCompared;
    return asked_ < kTriesMax && (!last || now < *last || now - *last >= kEvery);
}

Result<std::optional<v1::FromDevice>> Comparison::next(Instant now)
{
    std::optional<v1::FromDevice> message;
    if (isAwaited_) return message;
    if (!differing_.empty()) {
        auto& fetch = *message.emplace().mutable_fetch_slice();
        fetch.set_slice(differing_.front());
        fetch.set_after(after_);
    } else if (isDue(now)) {
        ++asked_;
        message.emplace().mutable_compare();
    }
    isAwaited_ = message.has_value();
    return message;
}

bool Comparison::isAbout(const v1::FromCentre& message)
{
    return message.has_compared() || message.has_slice();
}

Result<Done> Comparison::receive(const v1::FromCentre& message, Instant now)
{
    if (!std::exchange(isAwaited_, false)) {
        return Error{ErrorCode::outOfPlace, "an answer that was not asked for"};
    }
    return message.has_compared() ? compare(message.compared(), now) : take(message.slice(), now);
}

Result<Done> Comparison::compare(const v1::Compared& message, Instant now)
{
    const auto digests = digestsIn(message.digests());
    if (!digests) return digests.error();
    // Something was written or came meanwhile: another time.
    if (message.head() != ledger_.standing().head || !ledger_.isAllAnswered()) return done();
    const auto own = ledger_.ledger().sliceDigests(ledger_.standing().role);
    if (!own) return own.error();
    head_ = message.head();
    centres_ = *digests;
    for (std::uint32_t slice = 0; slice < kDigestSlices; ++slice) {
        if ((*own)[slice] != centres_[slice]) differing_.push_back(slice);
    }
    if (planted("digest-adopted")) differing_.clear();
    return differing_.empty() ? ledger_.noteCompared(0, now) : done();
}

Result<Done> Comparison::take(const v1::Slice& message, Instant now)
{
    if (differing_.empty() || message.slice() != differing_.front()) {
        return Error{ErrorCode::outOfPlace, "another slice than was asked for"};
    }
    std::vector<LedgerEntry> entries;
    for (const v1::Entry& entry : message.entries()) {
        auto read = entryIn(entry, now);
        if (!read) return read.error();
        entries.push_back(*std::move(read));
    }
    const auto repaired = ledger_.repair(entries, ownersIn(message.owners()));
    if (!repaired) return repaired;
    after_ = message.to();
    if (!message.last()) return done();
    differing_.pop_front();
    after_.clear();
    return differing_.empty() ? finish(now) : done();
}

Result<Done> Comparison::finish(Instant now)
{
    const auto own = ledger_.ledger().sliceDigests(ledger_.standing().role);
    if (!own) return own.error();
    std::uint32_t count = 0;
    for (std::uint32_t slice = 0; slice < kDigestSlices; ++slice) {
        if ((*own)[slice] != centres_[slice]) ++count;
    }
    // What came meanwhile makes them differ as well: the next comparison tells.
    if (ledger_.standing().head != head_ || !ledger_.isAllAnswered()) count = 0;
    return ledger_.noteCompared(count, now);
}

}  // namespace liaison
