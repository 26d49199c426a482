// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/ledger_json.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "mobile/store/profile_card.h"
#include "shared/base/bytes.h"
#include "shared/ledger/take_over.h"
#include "shared/record/patch.h"
#include "shared/record/reading.h"

namespace liaison {

namespace {

using nlohmann::json;

template <typename T>
json orNull(const std::optional<T>& value)
{
    return value ? json(*value) : json(nullptr);
}

json idOrNull(const std::optional<RecordId>& id)
{
    return id ? json(id->text()) : json(nullptr);
}

json timeOrNull(const std::optional<Instant>& instant)
{
    return instant ? json(isoText(*instant)) : json(nullptr);
}

json verdictJson(const std::optional<Verdict>& verdict)
{
    if (!verdict) return nullptr;
    json object = {{"applied", verdict->isApplied},
                   {"sequence", verdict->sequence},
                   {"received_at", isoText(verdict->receivedAt)}};
    if (!verdict->isApplied) {
        object["code"] = name(verdict->code);
        object["change"] = verdict->change;
        object["field"] = verdict->field;
    }
    return object;
}

/// Where an entry stands in the log; the unsent ones come last.
std::uint64_t placeOf(const LedgerEntry& entry)
{
    return entry.verdict ? entry.verdict->sequence : std::numeric_limits<std::uint64_t>::max();
}

}  // namespace

LedgerJson::LedgerJson(DeviceLedger& ledger) : ledger_(ledger), records_(ledger.ledger().schema())
{
}

Result<json> LedgerJson::show(const std::optional<std::string>& kind,
                              const std::optional<RecordId>& record)
{
    RecordQuery query;
    query.withVoided = true;
    query.order = RecordQuery::Order::idAscending;
    if (kind) {
        const KindSchema* known = records_.schema().kind(std::string_view(*kind));
        if (!known) return Error{ErrorCode::unknownKind, "no kind " + *kind};
        query.kind = known->number;
    }
    json shown = json::array();
    for (bool isLast = false; !isLast; query.offset += query.limit) {
        const auto rows = ledger_.ledger().records(query);
        if (!rows) return rows.error();
        isLast = rows->size() < query.limit;
        for (const RecordRow& row : *rows) {
            if (record && row.id != *record) continue;
            auto one = recordJson(row);
            if (!one) return one.error();
            shown.push_back(std::move(*one));
        }
    }
    if (record && shown.empty()) {
        return Error{ErrorCode::notFound, "no record " + record->text()};
    }
    return json{{"records", std::move(shown)}};
}

Result<json> LedgerJson::recordJson(const RecordRow& row)
{
    const auto state = RecordState::read(row.id, row.state);
    if (!state) return state.error();
    json fields = json::object();
    const KindSchema* kind = records_.schema().kind(row.kind);
    const RecordReading reading(*state);
    for (const auto& [number, field] : reading.fields()) {
        const FieldSchema* known = kind ? kind->field(number) : nullptr;
        if (!known) continue;
        auto shown = fieldJson(*kind, *known, field);
        if (!shown) return shown.error();
        fields[known->name] = std::move(*shown);
    }
    return json{
        {"record", row.id.text()},          {"kind", kind ? json(kind->name) : json(row.kind)},
        {"subject", idOrNull(row.subject)}, {"parent", idOrNull(row.parent)},
        {"at", timeOrNull(row.at)},         {"sequence", orNull(row.sequence)},
        {"unsent", row.isUnsent},           {"disputed", row.isDisputed},
        {"voided", row.isVoided},           {"fields", std::move(fields)}};
}

Result<json> LedgerJson::fieldJson(const KindSchema& kind, const FieldSchema& field,
                                   const FieldReading& reading)
{
    json values = json::array();
    for (const Value& value : reading.values) {
        auto author = authorJson(value.dot.device);
        if (!author) return author.error();
        values.push_back({{"value", records_.value(kind, field, value.bytes)},
                          {"author", std::move(*author)},
                          {"device", value.dot.device.text()},
                          {"time", isoText(value.shownAs.instant())},
                          {"dot", value.dot.text()}});
    }
    return json{{"shown", records_.value(kind, field, reading.shown().bytes)},
                {"disputed", reading.isDisputed()},
                {"values", std::move(values)}};
}

Result<json> LedgerJson::authorJson(DeviceNumber device)
{
    if (const auto known = authors_.find(device.value); known != authors_.end()) {
        return known->second;
    }
    const auto member = ledger_.ledger().ownerOf(device);
    if (!member) return member.error();
    json author = {{"member", idOrNull(*member)}, {"name", nullptr}};
    if (*member) {
        const auto state = ledger_.ledger().record(**member);
        if (!state) return state.error();
        const KindSchema* kind = *state ? records_.schema().kind((*state)->kind) : nullptr;
        std::string name;
        for (const char* part : {"given_name", "family_name"}) {
            const FieldSchema* field = kind ? kind->field(std::string_view(part)) : nullptr;
            const RecordReading reading(*state ? **state : RecordState{});
            const FieldReading* read = field ? reading.field(field->number) : nullptr;
            const json value =
                read ? records_.value(*kind, *field, read->shown().bytes) : json(nullptr);
            if (!value.is_string()) continue;
            name += (name.empty() ? "" : " ") + value.get<std::string>();
        }
        if (!name.empty()) author["name"] = name;
    }
    authors_[device.value] = author;
    return author;
}

Result<std::vector<LedgerEntry>> LedgerJson::historyWithRefusals(const RecordId& record)
{
    auto entries = ledger_.ledger().history(record);
    if (!entries) return entries;
    for (auto refused : {ledger_.refused(), refusedOfOthers(ledger_)}) {
        if (!refused) return refused;
        for (LedgerEntry& entry : *refused) {
            if (entry.edit.change(record)) entries->push_back(std::move(entry));
        }
    }
    std::stable_sort(entries->begin(), entries->end(),
                     [](const LedgerEntry& left, const LedgerEntry& right) {
                         return placeOf(left) < placeOf(right);
                     });
    return entries;
}

Result<json> LedgerJson::history(const RecordId& record)
{
    const auto entries = historyWithRefusals(record);
    if (!entries) return entries.error();
    if (entries->empty()) return Error{ErrorCode::notFound, "no record " + record.text()};
    json edits = json::array();
    for (const LedgerEntry& entry : *entries) {
        auto one = entryJson(entry, record);
        if (!one) return one.error();
        edits.push_back(std::move(*one));
    }
    return json{{"record", record.text()}, {"edits", std::move(edits)}};
}

Result<json> LedgerJson::entryJson(const LedgerEntry& entry, const RecordId& record)
{
    const v1::Change* change = entry.edit.change(record);
    if (!change) return Error{ErrorCode::damaged, "an edit of another record in a history"};
    const KindSchema* kind = records_.schema().kind(change->kind());
    const auto fields = cutPatch(change->patch());
    if (!fields) return fields.error();
    json set = json::object();
    for (const auto& [number, bytes] : *fields) {
        const FieldSchema* known = kind ? kind->field(number) : nullptr;
        if (known) set[known->name] = records_.value(*kind, *known, bytes);
    }
    json cleared = json::array();
    for (const std::uint32_t number : change->cleared()) {
        const FieldSchema* known = kind ? kind->field(number) : nullptr;
        if (known) cleared.push_back(known->name);
    }
    json replaces = json::array();
    for (const v1::Dot& dot : change->replaces()) {
        replaces.push_back(Dot::from(dot).text());
    }
    auto author = authorJson(entry.edit.dot().device);
    if (!author) return author.error();
    return json{{"n", entry.edit.dot().n},
                {"dot", entry.edit.dot().text()},
                {"author", std::move(*author)},
                {"device", entry.edit.dot().device.text()},
                {"time", isoText(entry.edit.stamp().instant())},
                {"verdict", verdictJson(entry.verdict)},
                {"partial", entry.isPartial},
                {"set", std::move(set)},
                {"clear", std::move(cleared)},
                {"replaces", std::move(replaces)}};
}

Result<json> LedgerJson::refusals()
{
    auto entries = ledger_.refused();
    if (!entries) return entries.error();
    auto others = refusedOfOthers(ledger_);
    if (!others) return others.error();
    std::move(others->begin(), others->end(), std::back_inserter(*entries));
    std::stable_sort(entries->begin(), entries->end(),
                     [](const LedgerEntry& left, const LedgerEntry& right) {
                         return placeOf(left) > placeOf(right);
                     });
    json refused = json::array();
    for (const LedgerEntry& entry : *entries) {
        auto one = refusalJson(entry);
        if (!one) return one.error();
        refused.push_back(std::move(*one));
    }
    return json{{"refused", std::move(refused)}};
}

Result<json> LedgerJson::refusalJson(const LedgerEntry& entry)
{
    json changes = json::array();
    json shown;
    for (const v1::Change& change : entry.edit.message().changes()) {
        const auto record = RecordId::fromBytes(change.record());
        if (!record) return record.error();
        auto one = entryJson(entry, *record);
        if (!one) return one.error();
        const KindSchema* kind = records_.schema().kind(change.kind());
        changes.push_back({{"record", record->text()},
                           {"kind", kind ? json(kind->name) : json(change.kind())},
                           {"set", std::move((*one)["set"])},
                           {"clear", std::move((*one)["clear"])}});
        shown = std::move(*one);
    }
    const auto taken = takenOverBy(ledger_.ledger(), entry.edit);
    if (!taken) return taken.error();
    json by;
    if (*taken) {
        auto author = authorJson((*taken)->edit.dot().device);
        if (!author) return author.error();
        by = {{"dot", (*taken)->edit.dot().text()},
              {"author", std::move(*author)},
              {"time", isoText((*taken)->edit.stamp().instant())}};
    }
    return json{{"dot", shown["dot"]},
                {"author", shown["author"]},
                {"device", shown["device"]},
                {"time", shown["time"]},
                {"own", ledger_.standing().isOwn(entry.edit.dot().device)},
                {"verdict", shown["verdict"]},
                {"judged_again", isJudgedAgain(*entry.verdict)},
                {"partial", shown["partial"]},
                {"changes", std::move(changes)},
                {"taken_over", std::move(by)}};
}

Result<json> LedgerJson::status()
{
    const DeviceStanding& standing = ledger_.standing();
    const auto waiting = ledger_.waiting();
    if (!waiting) return waiting.error();
    const auto refused = ledger_.refusedCount();
    if (!refused) return refused.error();
    const auto digest = ledger_.ledger().digest(standing.role);
    if (!digest) return digest.error();
    return json{{"device", standing.number.text()},
                {"centre", standing.centre.text()},
                {"member", standing.member.text()},
                {"role", roleWord(standing.role)},
                {"last_n", standing.lastN},
                {"waiting", *waiting},
                {"refused", *refused},
                {"cursor", toHex(standing.cursor)},
                {"head", standing.head},
                {"epoch", standing.epoch},
                {"clock_offset_ms", standing.clockOffset.count()},
                {"clock_off", standing.isClockOff()},
                {"last_contact", timeOrNull(standing.lastContact)},
                {"first_run_complete", standing.isFirstRunComplete},
                {"digest", *digest}};
}

}  // namespace liaison
