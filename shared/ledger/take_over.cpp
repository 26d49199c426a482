// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/take_over.h"

#include <algorithm>

#include "shared/ledger/entry_row.h"
#include "shared/record/keys.h"
#include "shared/record/patch.h"
#include "shared/record/validate.h"
#include "shared/record/void_field.h"

namespace liaison {

namespace {

bool names(const v1::Change& change, const Dot& dot)
{
    const auto isIt = [&](const v1::Dot& one) { return Dot::from(one) == dot; };
    const auto& own = change.replaces();
    const auto& others = change.exceptions();
    return std::any_of(own.begin(), own.end(), isIt) ||
           std::any_of(others.begin(), others.end(), [&](const v1::FieldReplaces& one) {
               return std::any_of(one.dots().begin(), one.dots().end(), isIt);
           });
}

/// Makes the draft of one take-over, change by change.
class TakeOverWriter {
public:
    TakeOverWriter(DeviceLedger& device, const Edit& refused)
        : device_(device), refused_(refused), role_(device.standing().role)
    {
    }

    Result<Done> add(const v1::Change& change);
    Result<TakeOver> finish();
    void leaveOut(const LeftOut& what) { made_.leftOut.push_back(what); }

private:
    Ledger& ledger() { return device_.ledger(); }
    std::optional<ErrorCode> objection(const KindSchema& kind, std::uint32_t number,
                                       const std::string& bytes, const RecordReading& reading,
                                       bool isNew) const;
    Result<std::string> seenVoid(const std::string& bytes, const RecordId& record,
                                 const RecordReading& reading);
    Result<std::optional<LeftOut>> lacking(const ChangeDraft& draft);

    DeviceLedger& device_;
    const Edit& refused_;
    Role role_;
    TakeOver made_;
};

std::optional<ErrorCode> TakeOverWriter::objection(const KindSchema& kind, std::uint32_t number,
                                                   const std::string& bytes,
                                                   const RecordReading& reading, bool isNew) const
{
    const FieldSchema* field = kind.field(number);
    if (field == nullptr) return ErrorCode::unknownField;
    if (!field->writableBy(role_)) return ErrorCode::notAllowed;
    if ((field == kind.subject() || field == kind.parent()) && !isNew) {
        const FieldReading* before = reading.field(number);
        const bool isSame = before != nullptr && before->shown().bytes == bytes;
        if (!isSame) return ErrorCode::fixedField;
    }
    const std::vector<std::uint32_t> cleared(bytes.empty() ? 1 : 0, number);
    const FieldBytes set = bytes.empty() ? FieldBytes{} : FieldBytes{{number, bytes}};
    const auto valid = validatePatch(kind, bytes, set, cleared);
    if (!valid) return valid.error().code;
    return std::nullopt;
}

/// Its author had seen other values than she who voids the record now.
Result<std::string> TakeOverWriter::seenVoid(const std::string& bytes, const RecordId& record,
                                             const RecordReading& reading)
{
    std::vector<Dot> seen = reading.dots();
    RecordQuery children;
    children.parent = record;
    children.withVoided = true;
    const auto rows = ledger().records(children);
    if (!rows) return rows.error();
    for (const RecordRow& row : *rows) {
        const auto state = RecordState::read(row.id, row.state);
        if (!state) return state.error();
        const auto dots = RecordReading(*state).dots();
        seen.insert(seen.end(), dots.begin(), dots.end());
    }
    std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    return voidWithSeen(bytes, seen);
}

Result<Done> TakeOverWriter::add(const v1::Change& change)
{
    const RecordId record = recordOf(change);
    const KindSchema* kind = ledger().schema().kind(change.kind());
    const auto state = ledger().record(record);
    if (!state) return state.error();
    const bool isNew = !*state;
    if (kind == nullptr || (!isNew && (*state)->kind != kind->number)) {
        leaveOut({record, change.kind(), 0,
                  kind == nullptr ? ErrorCode::unknownKind : ErrorCode::fixedField});
        return done();
    }
    const RecordReading reading(isNew ? RecordState{record, kind->number, {}, {}} : **state);
    FieldBytes fields = refused_.fieldsOf(change);
    for (const std::uint32_t number : change.cleared()) {
        fields[number] = {};
    }
    ChangeDraft& draft = made_.draft.of(record, kind->number);
    for (auto& [number, bytes] : fields) {
        if (const auto why = objection(*kind, number, bytes, reading, isNew)) {
            leaveOut({record, kind->number, number, *why});
            continue;
        }
        if (number == kVoidField && !bytes.empty()) {
            auto seen = seenVoid(bytes, record, reading);
            if (!seen) return seen.error();
            bytes = *std::move(seen);
        }
        draft.touch(number, reading, bytes);
        draft.sawToo(number, refused_.dot());
    }
    return done();
}

/// What makes that a new record cannot be written: a field that it needs and that was left out, or
/// a record that it belongs to and that is nowhere.
Result<std::optional<LeftOut>> TakeOverWriter::lacking(const ChangeDraft& draft)
{
    const auto isThere = ledger().hasRecord(draft.record);
    if (!isThere) return isThere.error();
    if (*isThere) return std::optional<LeftOut>{};
    const KindSchema& kind = *ledger().schema().kind(draft.kind);
    FieldBytes fields;
    for (const TouchedField& field : draft.fields) {
        if (!field.now.empty()) fields[field.number] = field.now;
    }
    if (const auto valid = validateFirstPatch(kind, fields); !valid) {
        return std::optional(LeftOut{draft.record, draft.kind, 0, valid.error().code});
    }
    for (const FieldSchema* field : {kind.subject(), kind.parent()}) {
        if (field == nullptr || !fields.contains(field->number)) continue;
        const auto id = idIn(fields.at(field->number));
        if (!id) return id.error();
        const auto isKnown = ledger().hasRecord(*id);
        if (!isKnown) return isKnown.error();
        if (*isKnown || made_.draft.find(*id) != nullptr) continue;
        return std::optional(LeftOut{draft.record, draft.kind, 0, ErrorCode::depends});
    }
    return std::optional<LeftOut>{};
}

Result<TakeOver> TakeOverWriter::finish()
{
    auto& changes = made_.draft.changes;
    std::erase_if(changes, [](const ChangeDraft& one) { return one.fields.empty(); });
    // One that goes may have been what another one belongs to.
    for (std::size_t i = 0; i < changes.size();) {
        const auto lacks = lacking(changes[i]);
        if (!lacks) return lacks.error();
        if (!*lacks) {
            ++i;
            continue;
        }
        std::erase_if(made_.leftOut,
                      [&](const LeftOut& one) { return one.record == (*lacks)->record; });
        leaveOut(**lacks);
        changes.erase(changes.begin() + static_cast<std::ptrdiff_t>(i));
        i = 0;
    }
    return std::move(made_);
}

}  // namespace

bool isJudgedAgain(const Verdict& verdict)
{
    return !verdict.isApplied &&
           (verdict.code == ErrorCode::depends || verdict.code == ErrorCode::newer);
}

std::vector<v1::Change> TakeOver::changes(DeviceLedger& ledger) const
{
    std::vector<v1::Change> changes;
    for (const ChangeDraft& one : draft.changes) {
        if (auto change = changeOf(one, ledger.ownPending(one.record))) {
            changes.push_back(*std::move(change));
        }
    }
    return changes;
}

Result<std::vector<LedgerEntry>> refusedOfOthers(DeviceLedger& ledger)
{
    auto select =
        ledger.ledger().database().prepare("SELECT " + std::string(kEntryColumns) +
                                           " FROM edit WHERE applied = 0 ORDER BY sequence DESC");
    if (!select) return select.error();
    auto entries = readEntries(*select);
    if (!entries) return entries;
    std::erase_if(*entries, [&](const LedgerEntry& entry) {
        return ledger.standing().isOwn(entry.edit.dot().device);
    });
    return entries;
}

Result<std::optional<LedgerEntry>> takenOverBy(Ledger& ledger, const Edit& refused)
{
    const auto author = ledger.ownerOf(refused.dot().device);
    if (!author) return author.error();
    for (const v1::Change& change : refused.message().changes()) {
        const RecordId record = recordOf(change);
        const auto state = ledger.record(record);
        if (!state) return state.error();
        const auto& awaited = *state ? (*state)->awaited : std::vector<Awaited>{};
        const bool isNamed = std::any_of(awaited.begin(), awaited.end(), [&](const Awaited& one) {
            return one.dot == refused.dot();
        });
        if (!isNamed) continue;
        auto history = ledger.history(record);
        if (!history) return history.error();
        for (LedgerEntry& entry : *history) {
            const v1::Change* later = entry.edit.change(record);
            if (later == nullptr || !names(*later, refused.dot())) continue;
            // Authors name their own unanswered edits when they write a field again.
            const auto owner = ledger.ownerOf(entry.edit.dot().device);
            if (!owner) return owner.error();
            if (*owner != *author) return std::optional(std::move(entry));
        }
    }
    return std::optional<LedgerEntry>{};
}

Result<TakeOver> takeOver(DeviceLedger& ledger, const Dot& refused)
{
    const DeviceStanding& standing = ledger.standing();
    if (standing.role != v1::ROLE_SUPERVISOR) {
        return Error{ErrorCode::notAllowed, "only a supervisor takes an edit over"};
    }
    const auto entry = ledger.ledger().entry(refused);
    if (!entry) return entry.error();
    const bool isRefused = *entry && (*entry)->verdict && !(*entry)->verdict->isApplied;
    if (!isRefused || standing.isOwn(refused.device)) {
        return Error{ErrorCode::notFound, "no refused edit " + refused.text() + " of another"};
    }
    if (isJudgedAgain(*(*entry)->verdict)) {
        return Error{(*entry)->verdict->code, "the centre will judge " + refused.text() + " again"};
    }
    const auto taken = takenOverBy(ledger.ledger(), (*entry)->edit);
    if (!taken) return taken.error();
    if (*taken) {
        return Error{ErrorCode::alreadyThere,
                     refused.text() + " was taken over by " + (*taken)->edit.dot().text()};
    }
    TakeOverWriter writer(ledger, (*entry)->edit);
    if ((*entry)->isPartial) writer.leaveOut({{}, 0, 0, ErrorCode::notAllowed});
    for (const v1::Change& change : (*entry)->edit.message().changes()) {
        if (auto added = writer.add(change); !added) return added.error();
    }
    return writer.finish();
}

}  // namespace liaison
