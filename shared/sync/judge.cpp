// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/judge.h"

#include <algorithm>

#include "shared/base/plant.h"
#include "shared/record/keys.h"
#include "shared/record/patch.h"
#include "shared/record/reading.h"
#include "shared/record/validate.h"

namespace liaison {

namespace {

/// Why a change cannot be applied: a code, and the field it is about.
struct Objection {
    ErrorCode code;
    std::uint32_t field = 0;
};

using Opinion = Result<std::optional<Objection>>;

Opinion noObjection()
{
    return std::optional<Objection>{};
}

std::vector<std::uint32_t> writtenFields(const v1::Change& change, const FieldBytes& fields)
{
    std::vector<std::uint32_t> numbers(change.cleared().begin(), change.cleared().end());
    for (const auto& [number, bytes] : fields) {
        numbers.push_back(number);
    }
    return numbers;
}

/// The role that an edit was written under; none where its rights were found good before.
using Writer = std::optional<Role>;

/// Form and right: what can be said without the ledger.
std::optional<Objection> objectionToForm(const v1::Change& change, const KindSchema& kind,
                                         const FieldBytes& fields,
                                         const std::vector<std::uint32_t>& written, Writer role)
{
    for (const std::uint32_t number : written) {
        const FieldSchema* field = kind.field(number);
        if (field == nullptr) return Objection{ErrorCode::newer, number};
        if (role && !field->writableBy(*role) && !planted("rights-unchecked")) {
            return Objection{ErrorCode::notAllowed, number};
        }
    }
    const auto valid = validatePatch(kind, change.patch(), fields,
                                     {change.cleared().begin(), change.cleared().end()});
    if (!valid) return Objection{valid.error().code, 0};
    return std::nullopt;
}

bool isInEdit(const Edit& edit, const RecordId& record, const v1::Change& but)
{
    const v1::Change* change = edit.change(record);
    return change != nullptr && change != &but;
}

/// Whether a change replaces something that may still come: it is not the first of its record,
/// even where it holds all that a first one needs. What was refused for good never comes.
Result<bool> isOfLater(CentreLedger& centre, const v1::Change& change,
                       const std::vector<std::uint32_t>& written)
{
    for (const std::uint32_t number : written) {
        for (const Dot& dot : replacedDots(change, number)) {
            const auto entry = centre.ledger().entry(dot);
            if (!entry) return entry.error();
            const bool isRefused = *entry && (*entry)->verdict && !(*entry)->verdict->isApplied &&
                                   !mayPass(*(*entry)->verdict);
            if (!isRefused) return true;
        }
    }
    return false;
}

/// A record of which nothing is known yet must come with what it belongs to.
Opinion objectionToFirst(CentreLedger& centre, const Edit& edit, const v1::Change& change,
                         const KindSchema& kind, const FieldBytes& fields,
                         const std::vector<std::uint32_t>& written)
{
    const auto later = isOfLater(centre, change, written);
    if (!later) return later.error();
    if (*later) return std::optional(Objection{ErrorCode::depends, 0});
    if (const auto valid = validateFirstPatch(kind, fields); !valid) {
        // Not the first edit of its record, then: what was written first is still on its way.
        const bool isLater = valid.error().code == ErrorCode::missingField;
        return std::optional(Objection{isLater ? ErrorCode::depends : valid.error().code, 0});
    }
    for (const FieldSchema* field : {kind.subject(), kind.parent()}) {
        if (field == nullptr || !fields.contains(field->number)) continue;
        const auto id = idIn(fields.at(field->number));
        if (!id) return std::optional(Objection{ErrorCode::wrongType, field->number});
        if (isInEdit(edit, *id, change)) continue;
        const auto isThere = centre.ledger().hasRecord(*id);
        if (!isThere) return isThere.error();
        if (!*isThere) return std::optional(Objection{ErrorCode::depends, field->number});
    }
    return noObjection();
}

/// Bytes that a change can add to the state of its record. A value that it replaces and that is
/// not there is remembered until it comes, for each field; so a short list can add much.
std::size_t growth(const RecordState& state, const v1::Change& change,
                   const std::vector<std::uint32_t>& written)
{
    constexpr std::size_t kAwaitedBytes = 36;
    std::size_t awaited = 0;
    if (change.replaces().empty() && change.exceptions().empty()) return change.patch().size();
    for (const std::uint32_t number : written) {
        const auto replaced = replacedDots(change, number);
        awaited += static_cast<std::size_t>(
            std::count_if(replaced.begin(), replaced.end(),
                          [&](const Dot& dot) { return state.standingOf(dot) == nullptr; }));
    }
    return change.patch().size() + awaited * kAwaitedBytes;
}

/// Kind, subject and parent are fixed by the first edit; versions have a limit.
std::optional<Objection> objectionToNext(const RecordState& state, const v1::Change& change,
                                         const KindSchema& kind, const FieldBytes& fields,
                                         const std::vector<std::uint32_t>& written)
{
    if (state.kind != change.kind()) return Objection{ErrorCode::fixedField, 0};
    const RecordReading reading(state);
    for (const FieldSchema* field : {kind.subject(), kind.parent()}) {
        if (field == nullptr) continue;
        const bool isWritten =
            std::find(written.begin(), written.end(), field->number) != written.end();
        const FieldReading* before = reading.field(field->number);
        if (!isWritten) continue;
        const auto now = fields.find(field->number);
        if (before == nullptr || now == fields.end() || before->shown().bytes != now->second) {
            return Objection{ErrorCode::fixedField, field->number};
        }
    }
    for (const std::uint32_t number : written) {
        const FieldReading* before = reading.field(number);
        if (before == nullptr) continue;
        const auto replaced = replacedDots(change, number);
        const auto left =
            std::count_if(before->values.begin(), before->values.end(), [&](const Value& value) {
                return std::find(replaced.begin(), replaced.end(), value.dot) == replaced.end();
            });
        if (static_cast<std::size_t>(left) >= kVersionsMax) {
            return Objection{ErrorCode::tooManyVersions, number};
        }
    }
    return std::nullopt;
}

Opinion objectionTo(CentreLedger& centre, const Edit& edit, const v1::Change& change, Writer role)
{
    const KindSchema* kind = centre.ledger().schema().kind(change.kind());
    if (kind == nullptr) return std::optional(Objection{ErrorCode::newer, 0});
    const FieldBytes& fields = edit.fieldsOf(change);
    const auto written = writtenFields(change, fields);
    if (auto objection = objectionToForm(change, *kind, fields, written, role)) return objection;
    const auto id = RecordId::fromBytes(change.record());
    const auto state = centre.ledger().record(*id);
    if (!state) return state.error();
    const RecordState nothing{*id, 0, {}, {}};
    const RecordState& before = *state ? **state : nothing;
    const std::size_t more = growth(before, change, written);
    if (before.bytesAtMost() + more > kRecordBytesMax &&
        before.bytes().size() + more > kRecordBytesMax) {
        return std::optional(Objection{ErrorCode::tooLarge, 0});
    }
    if (!*state) return objectionToFirst(centre, edit, change, *kind, fields, written);
    return objectionToNext(before, change, *kind, fields, written);
}

/// A reason for ever goes before one that may pass: what waits has nothing else against it.
Result<Verdict> judgeUnder(CentreLedger& centre, const Edit& edit, Writer role, Instant now)
{
    Verdict verdict;
    verdict.receivedAt = now;
    for (int i = 0; i < edit.message().changes_size(); ++i) {
        const auto objection = objectionTo(centre, edit, edit.message().changes(i), role);
        if (!objection) return objection.error();
        if (!*objection) continue;
        const Verdict refusal{
            false, 0, now, (*objection)->code, static_cast<std::uint32_t>(i), (*objection)->field};
        if (!mayPass(refusal)) return refusal;
        if (verdict.isApplied) verdict = refusal;
    }
    return verdict;
}

}  // namespace

Result<Verdict> judge(CentreLedger& centre, const Edit& edit, const std::vector<Role>& roles,
                      Instant now)
{
    ensure(!roles.empty(), "an edit is judged under some role");
    auto verdict = judgeUnder(centre, edit, roles.front(), now);
    for (std::size_t i = 1; i < roles.size(); ++i) {
        if (!verdict || verdict->isApplied || verdict->code != ErrorCode::notAllowed) break;
        const auto other = judgeUnder(centre, edit, roles[i], now);
        if (!other || other->isApplied) verdict = other;
    }
    return verdict;
}

bool mayPass(const Verdict& verdict)
{
    return !verdict.isApplied &&
           (verdict.code == ErrorCode::depends || verdict.code == ErrorCode::newer);
}

Result<Verdict> judgeGranted(CentreLedger& centre, const Edit& edit, Instant now)
{
    return judgeUnder(centre, edit, std::nullopt, now);
}

}  // namespace liaison
