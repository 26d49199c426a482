// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/sent_back.h"

#include <algorithm>
#include <set>

#include "liaison/v1/care.pb.h"

namespace liaison {

namespace {

constexpr const char* kSentBack = "RENVOYE";

bool isSeen(const v1::Review& review, const Dot& dot)
{
    const auto& seen = review.seen().dot();
    return std::any_of(seen.begin(), seen.end(), [&](const v1::SeenDot& one) {
        return one.device() == dot.device.value && one.n() == dot.n && one.hash() == dot.hash;
    });
}

bool isByMember(const LedgerEntry& entry, Workplace& workplace)
{
    const auto owner = workplace.ledger().ownerOf(entry.edit.dot().device);
    return owner && *owner && **owner == workplace.member();
}

/// Whether the member has written to the record after the review had come to this ledger: what was
/// written on the way, offline, is no answer to it.
bool isAnswered(const std::vector<LedgerEntry>& history, const v1::Review& review,
                const LedgerEntry& reviewEntry, Workplace& workplace)
{
    return std::any_of(history.begin(), history.end(), [&](const LedgerEntry& entry) {
        return entry.storedAt > reviewEntry.storedAt && !isSeen(review, entry.edit.dot()) &&
               isByMember(entry, workplace);
    });
}

std::optional<SentBack> readFor(const RecordRow& row, Workplace& workplace)
{
    const KindSchema& reviews = *workplace.schema().kind("Review");
    const auto state = RecordState::read(row.id, row.state);
    if (!state) return std::nullopt;
    const RecordReading reading(*state);
    const FieldReading* decision = reading.field(reviews.field("state")->number);
    v1::Review review;
    if (decision == nullptr || !review.ParseFromString(reading.shownMessage())) {
        return std::nullopt;
    }
    const auto about = RecordId::fromBytes(review.about());
    if (review.state() != kSentBack || !about) return std::nullopt;
    const auto history = workplace.ledger().history(*about);
    // Asked again, a review counts from the time it was.
    const auto asked = workplace.ledger().history(row.id);
    if (!history || history->empty() || !asked || asked->empty()) return std::nullopt;
    if (!isByMember(history->front(), workplace)) return std::nullopt;
    if (isAnswered(*history, review, asked->back(), workplace)) return std::nullopt;
    const auto record = workplace.ledger().record(*about);
    const KindSchema* kind = record && *record ? workplace.schema().kind((*record)->kind) : nullptr;
    if (kind == nullptr) return std::nullopt;
    return SentBack{row.id,
                    *about,
                    kind,
                    kind->field(review.field_number()),
                    row.subject.value_or(RecordId{}),
                    row.at.value_or(decision->shown().shownAs.instant()),
                    workplace.authorName(decision->shown().dot),
                    QString::fromStdString(review.comment())};
}

}  // namespace

std::vector<SentBack> sentBackToMember(Workplace& workplace)
{
    RecordQuery query;
    query.kind = workplace.schema().kind("Review")->number;
    query.order = RecordQuery::Order::atDescending;
    const auto rows = workplace.ledger().records(query);
    std::set<RecordId> told;
    std::vector<SentBack> waiting;
    for (const RecordRow& row : rows ? *rows : std::vector<RecordRow>{}) {
        // The newest review of a record is the last word on it.
        if (!row.parent || !told.insert(*row.parent).second) continue;
        if (auto one = readFor(row, workplace)) waiting.push_back(*std::move(one));
    }
    return waiting;
}

}  // namespace liaison
