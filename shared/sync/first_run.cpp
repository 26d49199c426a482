// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/first_run.h"

#include <algorithm>
#include <chrono>

#include "shared/base/plant.h"
#include "shared/sync/judge_again.h"

namespace liaison {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::hours kWeek = 7 * 24h;
constexpr std::chrono::hours kMonth = 30 * 24h;
constexpr std::size_t kRecordsAtOnce = 64;
constexpr std::size_t kLogEntriesAtLeast = 64;
constexpr std::size_t kTouchedAtOnce = 64;

Instant todayOf(const v1::FirstRunPlace& place)
{
    return Instant(std::chrono::milliseconds(place.today()));
}

}  // namespace

Result<FirstRun> FirstRun::over(CentreLedger& centre, Instant now)
{
    const auto head = centre.ledger().head();
    if (!head) return head.error();
    const auto running = centre.runningAt(*head);
    if (!running) return running.error();
    Cursor beginning;
    beginning.sequence = *head;
    beginning.running = running->value_or(std::string());
    beginning.firstRun.emplace().set_today(now.time_since_epoch().count());
    return FirstRun(centre, beginning);
}

FirstRun::FirstRun(CentreLedger& centre, const Cursor& cursor)
    : centre_(&centre),
      head_(cursor.sequence),
      running_(cursor.running),
      place_(cursor.firstRun.value_or(v1::FirstRunPlace{}))
{
    if (planted("run-page-skipped") && !place_.record().empty()) {
        const std::uint32_t nextKind = place_.kind() + 1;
        enter(stage());
        place_.set_kind(nextKind);
    }
}

std::uint64_t FirstRun::remaining() const
{
    if (isComplete_) return 0;
    return head_ - std::min(head_ - 1, place_.handed_over());
}

Result<Page> FirstRun::page(const PageOrder& order)
{
    reader_ = order.reader;
    PageWriter writer(*centre_, order);
    while (!writer.isFull() && !isComplete_) {
        if (auto added = addSome(writer, order.head); !added) return added.error();
    }
    Cursor cursor{centre_->standing().epoch, order.view, head_, running_, {}};
    if (!isComplete_) cursor.firstRun = place_;
    auto page = writer.finish(cursor, remaining() + order.head - head_);
    if (page) page->to = head_;
    return page;
}

Result<Done> FirstRun::addSome(PageWriter& writer, std::uint64_t presentHead)
{
    switch (stage()) {
        case Stage::log:
            return addLog(writer);
        case Stage::touched:
            return addTouched(writer, presentHead);
        default:
            return addRecords(writer);
    }
}

void FirstRun::enter(Stage stage)
{
    v1::FirstRunPlace next;
    next.set_today(place_.today());
    next.set_handed_over(place_.handed_over());
    next.set_stage(static_cast<std::uint32_t>(stage));
    if (stage == Stage::touched) next.set_sequence(head_);
    place_ = std::move(next);
}

/// The records of the present kind in this stage; none when there is no such kind.
std::optional<RunSlice> FirstRun::slice() const
{
    const auto& kinds = centre_->ledger().schema().kinds();
    if (place_.kind() >= kinds.size()) return std::nullopt;
    const std::uint32_t kind = kinds[place_.kind()].number;
    const Instant today = todayOf(place_);
    if (stage() == Stage::week) return RunSlice{kind, today - kWeek, today + kWeek};
    if (stage() == Stage::month) return RunSlice{kind, today - kMonth, today - kWeek};
    return RunSlice{kind, std::nullopt, {}};
}

Result<Done> FirstRun::addRecords(PageWriter& writer)
{
    const auto present = slice();
    if (!present) {
        enter(static_cast<Stage>(place_.stage() + 1));
        return done();
    }
    std::optional<Instant> at;
    if (place_.has_at()) at = Instant(std::chrono::milliseconds(place_.at()));
    const auto id = RecordId::fromBytes(place_.record());
    const bool isHalfGiven = place_.edits() != 0;
    const std::size_t limit = std::clamp<std::size_t>(writer.room(), 1, kRecordsAtOnce);
    const auto records =
        recordsIn(*centre_, *present, at, id ? *id : RecordId{}, isHalfGiven, limit);
    if (!records) return records.error();
    if (records->empty()) {
        const std::uint32_t nextKind = place_.kind() + 1;
        enter(stage());
        place_.set_kind(nextKind);
        return done();
    }
    for (const RunRecord& record : *records) {
        if (writer.isFull()) break;
        place_.set_record(record.id.bytes());
        if (record.at) place_.set_at(record.at->time_since_epoch().count());
        const auto isWhole = addEdits(writer, record.edits);
        if (!isWhole) return isWhole.error();
    }
    return done();
}

/// Adds those of these edits that were not handed over yet, until the page is full; true when that
/// was not before the last one.
Result<bool> FirstRun::addEdits(PageWriter& writer, const std::vector<Dot>& edits)
{
    while (place_.edits() < edits.size()) {
        if (writer.isFull()) return false;
        if (auto added = addEdit(writer, edits[place_.edits()]); !added) return added.error();
        place_.set_edits(place_.edits() + 1);
    }
    place_.set_edits(0);
    return true;
}

Result<Done> FirstRun::addEdit(PageWriter& writer, const Dot& dot)
{
    const auto entry = centre_->ledger().entry(dot);
    if (!entry) return entry.error();
    if (!*entry) return Error{ErrorCode::damaged, "edit " + dot.text() + " is missing"};
    // What stands behind the head comes with the pull, and the reader's own words with the log.
    if ((*entry)->verdict->sequence > head_) return done();
    if (dot.device == reader_ && !(*entry)->chain.empty()) return done();
    if (stage() != Stage::touched) {
        const bool isOfSeveral = (*entry)->edit.message().changes_size() > 1;
        if (isOfSeveral && !severalRecords_.insert(dot).second) return done();
        place_.set_handed_over(place_.handed_over() + 1);
    }
    return writer.add(**entry);
}

Result<Done> FirstRun::addLog(PageWriter& writer)
{
    // Most of them may have come with their records.
    const std::size_t limit = std::max(writer.room(), kLogEntriesAtLeast);
    const auto entries = centre_->ledger().entriesAfter(place_.sequence(), limit, kPageBytesMax);
    if (!entries) return entries.error();
    for (const LedgerEntry& entry : *entries) {
        if (entry.verdict->sequence > head_) break;
        if (writer.isFull()) return done();
        place_.set_sequence(entry.verdict->sequence);
        const auto came = cameWithItsRecord(entry);
        if (!came) return came.error();
        if (*came) continue;
        place_.set_handed_over(place_.handed_over() + 1);
        if (auto added = writer.add(entry); !added) return added;
    }
    if (entries->empty() || entries->back().verdict->sequence >= head_) enter(Stage::touched);
    return done();
}

Result<bool> FirstRun::cameWithItsRecord(const LedgerEntry& entry)
{
    if (!entry.verdict->isApplied) return false;
    if (entry.edit.dot().device == reader_ && !entry.chain.empty()) return false;
    if (!withRecords_) {
        const Instant today = todayOf(place_);
        auto ids = recordsWithoutTimeOrIn(*centre_, today - kMonth, today + kWeek);
        if (!ids) return ids.error();
        withRecords_ = *std::move(ids);
    }
    const auto touched = recordsTouchedBy(entry.edit);
    return std::any_of(touched.begin(), touched.end(),
                       [&](const RecordId& id) { return withRecords_->contains(id); });
}

Result<Done> FirstRun::addTouched(PageWriter& writer, std::uint64_t presentHead)
{
    if (place_.sequence() >= presentHead) {
        isComplete_ = true;
        return done();
    }
    const auto entries =
        centre_->ledger().entriesAfter(place_.sequence(), kTouchedAtOnce, kPageBytesMax);
    if (!entries) return entries.error();
    for (const LedgerEntry& entry : *entries) {
        const auto edits = editsOfRecordsIn(entry);
        if (!edits) return edits.error();
        const auto isWhole = addEdits(writer, *edits);
        if (!isWhole) return isWhole.error();
        if (!*isWhole) return done();
        for (const RecordId& id : recordsTouchedBy(entry.edit)) {
            repeated_.insert(id);
        }
        place_.set_sequence(entry.verdict->sequence);
    }
    return done();
}

Result<std::vector<Dot>> FirstRun::editsOfRecordsIn(const LedgerEntry& entry)
{
    std::vector<Dot> edits;
    for (const RecordId& id : recordsTouchedBy(entry.edit)) {
        if (repeated_.contains(id)) continue;
        const auto state = centre_->ledger().record(id);
        if (!state) return state.error();
        if (!*state) continue;
        for (const Standing& standing : (*state)->standing) {
            edits.push_back(standing.dot);
        }
    }
    return edits;
}

}  // namespace liaison
