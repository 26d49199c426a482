// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/ledger.h"
#include "shared/record/edit_outline.h"

namespace liaison {

namespace {

/// A record that an edit of a run touches, and the place that edit has now.
struct Touch {
    RecordId record;
    std::uint64_t sequence = 0;
};

/// What a run finds in the list: the edits that it answers, and those that have its word already.
struct RunFinding {
    std::vector<Touch> touches;
    std::uint64_t answered = 0;
    std::uint64_t known = 0;
    bool isPlain = true;
};

bool isKnown(const Statement& row, const AppliedRun& run, std::uint64_t sequence)
{
    return row.integer(1) == static_cast<std::int64_t>(sequence) && row.integer(2) != 0 &&
           row.integer(3) == std::int64_t{run.receivedAt.time_since_epoch().count()} &&
           row.integer(4) == static_cast<std::int64_t>(run.run) && row.isNull(5);
}

/// Looks at one edit of the run; it is not plain when its word or the stamp it is shown under
/// changes.
Result<Done> lookAt(const Statement& row, const AppliedRun& run, RunFinding& finding)
{
    const auto n = static_cast<std::uint64_t>(row.integer(0));
    const std::uint64_t sequence = run.firstSequence + (n - run.firstN);
    if (!row.isNull(1)) {
        ++finding.known;
        finding.isPlain = isKnown(row, run, sequence);
        return done();
    }
    ++finding.answered;
    const auto outline = EditOutline::read(row.blob(6));
    if (!outline) return Error{ErrorCode::damaged, "a stored edit: " + outline.error().detail};
    finding.isPlain = shownAs(outline->stamp, run.receivedAt) == outline->stamp && row.isNull(5);
    for (const RecordId& record : outline->records) {
        finding.touches.push_back({record, sequence});
    }
    return done();
}

Result<RunFinding> findingOf(Database& database, const AppliedRun& run)
{
    auto select = database.prepare(
        "SELECT n, sequence, applied, received_at, run, witness, bytes FROM edit"
        " WHERE device = ? AND n BETWEEN ? AND ? AND chain IS NOT NULL");
    if (!select) return select.error();
    select->bind(1, static_cast<std::int64_t>(run.device.value))
        .bind(2, static_cast<std::int64_t>(run.firstN))
        .bind(3, static_cast<std::int64_t>(run.firstN + run.count - 1));
    RunFinding finding;
    while (finding.isPlain) {
        const auto more = select->step();
        if (!more) return more.error();
        if (!*more) break;
        if (auto looked = lookAt(*select, run, finding); !looked) return looked.error();
    }
    if (finding.answered + finding.known != run.count) finding.isPlain = false;
    return finding;
}

Result<Done> answer(Database& database, const AppliedRun& run)
{
    auto update = database.prepare(
        "UPDATE edit SET sequence = ?1 + (n - ?2), applied = 1, received_at = ?3, run = ?4,"
        " proof = substr(?5, (n - ?2) * ?6 + 1, ?6)"
        " WHERE device = ?7 AND n BETWEEN ?2 AND ?8 AND chain IS NOT NULL AND sequence IS NULL");
    if (!update) return update.error();
    update->bind(1, static_cast<std::int64_t>(run.firstSequence))
        .bind(2, static_cast<std::int64_t>(run.firstN))
        .bind(3, std::int64_t{run.receivedAt.time_since_epoch().count()})
        .bind(4, static_cast<std::int64_t>(run.run))
        .bind(6, static_cast<std::int64_t>(run.proofs.size() / run.count))
        .bind(7, static_cast<std::int64_t>(run.device.value))
        .bind(8, static_cast<std::int64_t>(run.firstN + run.count - 1));
    if (run.proofs.empty()) {
        update->bindNull(5);
    } else {
        update->bindBlob(5, run.proofs);
    }
    return update->run();
}

}  // namespace

Result<std::optional<std::uint64_t>> Ledger::settleRun(const AppliedRun& run)
{
    const auto finding = findingOf(*database_, run);
    if (!finding) return finding.error();
    if (!finding->isPlain) return std::optional<std::uint64_t>{};
    if (finding->answered == 0) return std::optional<std::uint64_t>(0);
    if (auto answered = answer(*database_, run); !answered) return answered.error();
    auto update = database_->prepare(
        "UPDATE record SET unsent = unsent - 1, sequence = max(ifnull(sequence, 0), ?)"
        " WHERE id = ?");
    if (!update) return update.error();
    for (const Touch& touch : finding->touches) {
        const std::string id = touch.record.bytes();
        update->bind(1, static_cast<std::int64_t>(touch.sequence))
            .bindBlob(2, std::string_view(id));
        if (auto updated = update->run(); !updated) return updated.error();
        if (database_->changes() == 0) {
            return Error{ErrorCode::damaged, "record " + touch.record.text() + " is missing"};
        }
        touched_.push_back(touch.record);
        cache_.forget(touch.record);
    }
    return std::optional(finding->answered);
}

}  // namespace liaison
