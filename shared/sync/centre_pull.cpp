// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "shared/sync/centre_session.h"
#include "shared/sync/first_run.h"
#include "shared/sync/slice.h"

namespace liaison {

Result<bool> CentreSession::isInLog(const Cursor& cursor)
{
    const auto running = centre_.runningAt(cursor.sequence);
    if (!running) return running.error();
    return *running == cursor.running;
}

/// Where the pull begins. A cursor that this centre never sealed, or of another view, begins the
/// log over.
Result<Done> CentreSession::findStart(const v1::Hello& hello)
{
    pulledTo_ = 0;
    constexpr int kEarlierMax = 16;
    for (int i = 0; i < std::min(hello.earlier_cursors_size(), kEarlierMax); ++i) {
        const auto earlier = opened(hello.earlier_cursors(i), centre_.standing().secret);
        if (!earlier) continue;
        if (auto looked = findLoss(*earlier); !looked) return looked;
    }
    if (hello.cursor().empty()) return done();
    restart_ = true;
    const auto cursor = opened(hello.cursor(), centre_.standing().secret);
    if (!cursor) return done();
    if (auto looked = findLoss(*cursor); !looked) return looked;
    if (awaitsWitness_ || cursor->view != view_) return done();
    restart_ = false;
    if (cursor->firstRun) {
        firstRun_.emplace(centre_, *cursor);
    } else {
        pulledTo_ = cursor->sequence;
    }
    return done();
}

/// A cursor that this centre sealed and that its log does not lead to shows that the centre went
/// back: to a backup, or by a file that was copied. Then the device says first what it holds.
Result<Done> CentreSession::findLoss(const Cursor& cursor)
{
    const auto isKnown = isInLog(cursor);
    if (!isKnown) return isKnown.error();
    if (*isKnown) return done();
    awaitsWitness_ = true;
    // Of an epoch that is over it is no news.
    if (cursor.epoch < centre_.standing().epoch) return done();
    return centre_.startEpoch();
}

Result<std::string> CentreSession::cursorAtHead()
{
    const auto head = centre_.ledger().head();
    if (!head) return head.error();
    const auto running = centre_.runningAt(*head);
    if (!running) return running.error();
    const CentreStanding& standing = centre_.standing();
    return sealed({standing.epoch, view_, *head, running->value_or(std::string())},
                  standing.secret);
}

/// Where these verdicts are all that the log has behind what was handed over, the pull moves with
/// them and need not repeat them.
Result<Done> CentreSession::moveWithVerdicts()
{
    if (awaitsWitness_ || firstRun_ || pulledTo_ == 0) return done();
    const auto head = centre_.ledger().head();
    if (!head) return head.error();
    std::uint64_t told = 0;
    for (const v1::Applied& run : judgedNow_.applied()) {
        if (run.first_sequence() > pulledTo_) told += run.count();
    }
    for (const v1::Refused& one : judgedNow_.refused()) {
        if (one.sequence() > pulledTo_) ++told;
    }
    if (told == 0 || told != *head - pulledTo_) return done();
    // What a device says may change the role of its own member: then it has to come back.
    const auto role = centre_.roleOf(device_.member);
    if (!role) return role.error();
    if (*role != role_) return done();
    const auto cursor = cursorAtHead();
    if (!cursor) return cursor.error();
    judgedNow_.set_cursor(*cursor);
    judgedNow_.set_head(*head);
    return done();
}

Result<std::optional<v1::FromCentre>> CentreSession::page(Instant now)
{
    const auto head = centre_.ledger().head();
    if (!head) return head.error();
    if (*head <= pulledTo_ || awaitsWitness_) return std::optional<v1::FromCentre>{};
    if (auto checked = checkStanding(); !checked) return checked.error();
    if (fault_) return *fault_;
    const PageOrder order{device_.number, device_.member, role_,     pulledTo_,
                          *head,          view_,          greetedN_, nextPageEntries_};
    auto page = cutPage(order, now);
    if (!page) return page.error();
    nextPageEntries_ = std::min(2 * nextPageEntries_, pageEntriesMax_);
    if (auto told = tellOwners(page->edits); !told) return told.error();
    v1::FromCentre message;
    *message.mutable_edits() = std::move(page->edits);
    return std::optional(std::move(message));
}

/// The next page of a first run, or, behind one, of the log in its order.
Result<Page> CentreSession::cutPage(const PageOrder& order, Instant now)
{
    if (pulledTo_ == 0 && !firstRun_) {
        auto run = FirstRun::over(centre_, now);
        if (!run) return run.error();
        firstRun_ = *std::move(run);
    }
    auto page = firstRun_ ? firstRun_->page(order) : pageOf(centre_, order);
    if (!page) return page;
    const bool isUnderWay = firstRun_ && !firstRun_->isComplete();
    if (!isUnderWay) {
        firstRun_.reset();
        pulledTo_ = page->to;
    }
    return page;
}

/// One at a time; what it costs is counted for the member, since a conversation is soon begun anew.
Result<Done> CentreSession::askComparison(const v1::FromDevice& message, Instant now)
{
    constexpr std::uint64_t kCompareCost = 500;
    constexpr std::uint64_t kFetchCost = 50;
    if (!welcomed_ || awaitsWitness_) return Error{ErrorCode::outOfPlace, "a comparison"};
    if (compared_) return Error{ErrorCode::busy, "comparisons ahead of their answers"};
    const std::uint64_t cost = message.has_compare() ? kCompareCost : kFetchCost;
    if (!centre_.budgetsOf(device_.member).comparing.take(cost, now)) {
        return Error{ErrorCode::busy, "comparisons"};
    }
    compared_ = message;
    return done();
}

Result<std::optional<v1::FromCentre>> CentreSession::answerComparison(Instant now)
{
    const v1::FromDevice asked = *std::exchange(compared_, std::nullopt);
    v1::FromCentre answer;
    if (asked.has_compare()) {
        auto compared = comparedFor(centre_, role_, now);
        if (!compared) return compared.error();
        *answer.mutable_compared() = *std::move(compared);
        return std::optional(std::move(answer));
    }
    const PageOrder order{device_.number, device_.member, role_,          0, 0,
                          view_,          greetedN_,      pageEntriesMax_};
    auto slice = sliceFor(centre_, order, asked.fetch_slice());
    if (!slice) return slice.error();
    *answer.mutable_slice() = *std::move(slice);
    return std::optional(std::move(answer));
}

/// Adds whose the devices are that this page names and this conversation has not named yet.
Result<Done> CentreSession::tellOwners(v1::Edits& edits)
{
    for (const v1::Entry& entry : edits.entries()) {
        for (const std::uint64_t device : {entry.device(), entry.witness()}) {
            if (device == 0 || !toldOwners_.insert({device}).second) continue;
            const auto owner = centre_.ledger().ownerOf({device});
            if (!owner) return owner.error();
            if (!*owner) continue;
            auto& added = *edits.add_owners();
            added.set_device(device);
            added.set_member((*owner)->bytes());
        }
    }
    return done();
}

}  // namespace liaison
