// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>

#include "shared/ledger/first_run_query.h"
#include "shared/sync/page_writer.h"

namespace liaison {

/// Hands a log over from its beginning to a fixed head in the order in which it makes a phone
/// useful: what has no time (members, persons, their contacts), what happens within a week of
/// today, what happened within a month, then the rest of the log, each edit whole and with the
/// first of its records.
///
/// What is written meanwhile can move a record from one of these stages to another. Therefore, at
/// the end, all edits of each record that was touched behind the head are handed over again; a
/// device does not mind to get an edit twice. Then the pull goes on from the head.
class FirstRun {
public:
    /// A run over the log as it is now. `centre` must outlive it.
    static Result<FirstRun> over(CentreLedger& centre, Instant now);
    /// A run where a cursor says that it stands.
    FirstRun(CentreLedger& centre, const Cursor& cursor);

    std::uint64_t head() const { return head_; }
    /// Entries up to the head that were not handed over yet.
    std::uint64_t remaining() const;
    /// All was handed over, what was touched meanwhile too.
    bool isComplete() const { return isComplete_; }
    /// The next page, of at least one entry unless the run is complete with it. `order.head` is
    /// that of the present log. Codes of the disk.
    Result<Page> page(const PageOrder& order);

private:
    enum class Stage : std::uint32_t { withoutTime, week, month, log, touched };

    Stage stage() const { return static_cast<Stage>(place_.stage()); }
    void enter(Stage stage);
    std::optional<RunSlice> slice() const;
    Result<Done> addSome(PageWriter& writer, std::uint64_t presentHead);
    Result<Done> addRecords(PageWriter& writer);
    Result<Done> addLog(PageWriter& writer);
    Result<bool> cameWithItsRecord(const LedgerEntry& entry);
    Result<Done> addTouched(PageWriter& writer, std::uint64_t presentHead);
    Result<std::vector<Dot>> editsOfRecordsIn(const LedgerEntry& entry);
    Result<bool> addEdits(PageWriter& writer, const std::vector<Dot>& edits);
    Result<Done> addEdit(PageWriter& writer, const Dot& dot);

    CentreLedger* centre_;
    std::uint64_t head_ = 0;
    std::string running_;
    v1::FirstRunPlace place_;
    DeviceNumber reader_;
    std::set<Dot> severalRecords_;  ///< edits of several records that were handed over
    std::optional<std::set<RecordId>>
        withRecords_;              ///< whose edits came before the rest of the log
    std::set<RecordId> repeated_;  ///< touched meanwhile, and handed over again
    bool isComplete_ = false;
};

}  // namespace liaison
