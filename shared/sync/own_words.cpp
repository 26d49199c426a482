// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/own_words.h"

#include <algorithm>

#include "shared/sync/device_session.h"
#include "shared/sync/proof.h"
#include "shared/sync/verdict_runs.h"

namespace liaison {

namespace {

constexpr std::uint64_t kVerdictsMax = kPushEditsMax * 200;
constexpr std::int64_t kMillisecondsMax = (std::int64_t{1} << 48) - 1;

template <typename Source>
Result<std::vector<OwnVerdict>> wordsIn(const Source& source, std::uint64_t wordsMax)
{
    std::vector<OwnVerdict> words;
    for (const v1::Applied& run : source.applied()) {
        if (run.count() > wordsMax - std::min<std::uint64_t>(wordsMax, words.size())) {
            return Error{ErrorCode::malformed, "more words than there can be edits"};
        }
        const bool isProven = run.proofs().size() == run.count() * kOwnProofBytes;
        for (std::uint64_t i = 0; i < run.count(); ++i) {
            Verdict verdict;
            verdict.sequence = run.first_sequence() + i;
            verdict.receivedAt = claimedInstant(run.received_at());
            words.push_back({run.first_n() + i, verdict,
                             isProven ? run.proofs().substr(i * kOwnProofBytes, kOwnProofBytes)
                                      : std::string()});
        }
    }
    const auto refused = static_cast<std::uint64_t>(source.refused_size());
    if (refused > wordsMax - words.size()) {
        return Error{ErrorCode::malformed, "more words than there can be edits"};
    }
    for (const v1::Refused& one : source.refused()) {
        words.push_back({one.n(), verdictIn(one), one.proof()});
    }
    return words;
}

}  // namespace

std::vector<DeviceOwner> ownersIn(
    const google::protobuf::RepeatedPtrField<v1::DeviceOwner>& messages)
{
    std::vector<DeviceOwner> owners;
    for (const v1::DeviceOwner& message : messages) {
        const auto member = RecordId::fromBytes(message.member());
        if (member) owners.push_back({{message.device()}, *member});
    }
    return owners;
}

Instant claimedInstant(std::int64_t milliseconds)
{
    return Instant(
        std::chrono::milliseconds(std::clamp<std::int64_t>(milliseconds, 0, kMillisecondsMax)));
}

Verdict verdictIn(const v1::Refused& refused)
{
    return {false,
            refused.sequence(),
            claimedInstant(refused.received_at()),
            errorCodeFrom(refused.code()),
            refused.change(),
            refused.field()};
}

Result<LedgerEntry> entryIn(const v1::Entry& message, Instant now)
{
    const DeviceNumber author{message.device()};
    auto edit = message.whole_hash().empty()
                    ? Edit::read(author, message.edit())
                    : Edit::readPartial(author, message.edit(), message.whole_hash());
    if (!edit) return edit.error();
    Verdict verdict;
    if (message.has_refused()) verdict = verdictIn(message.refused());
    verdict.sequence = message.sequence();
    verdict.receivedAt = claimedInstant(message.received_at());
    LedgerEntry entry{*std::move(edit), verdict, !message.whole_hash().empty(), now};
    entry.witness = {message.witness()};
    entry.isIncomplete = message.incomplete();
    return entry;
}

Result<std::vector<OwnVerdict>> ownVerdictsIn(const v1::Verdicts& message)
{
    return wordsIn(message, kVerdictsMax);
}

Result<std::vector<OwnVerdict>> ownVerdictsIn(const v1::OwnEntries& message)
{
    return wordsIn(message, kVerdictsMax);
}

Result<std::vector<OwnVerdict>> ownVerdictsIn(const v1::OwnEntries& message, std::uint64_t wordsMax)
{
    return wordsIn(message, wordsMax);
}

void addKnown(v1::OwnEntries& known, std::uint64_t n, const std::optional<Verdict>& verdict,
              const std::string& proof)
{
    if (verdict && !proof.empty()) addVerdict(known, n, *verdict, proof);
}

}  // namespace liaison
