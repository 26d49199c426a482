// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/save_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "shared/record/change_draft.h"
#include "shared/record/reading.h"

namespace liaison {

namespace {

using nlohmann::json;

/// One element of `changes`, and the record it is about.
struct JsonChange {
    const json* source = nullptr;
    std::string place;  ///< "changes[2]"
    RecordId record;
    bool isNew = false;
};

Error at(const JsonChange& change, const Error& error)
{
    return {error.code, change.place + ": " + error.detail};
}

Error malformed(const std::string& place, const std::string& what)
{
    return {ErrorCode::malformed, place + ": " + what};
}

Result<Done> checkShape(const json& change, const std::string& place)
{
    if (!change.is_object()) return malformed(place, "needs an object");
    for (const auto& [name, part] : change.items()) {
        const bool isKnown = name == "kind" || name == "record" || name == "set" || name == "clear";
        if (!isKnown) return malformed(place, "does not know \"" + name + "\"");
    }
    if (!change.contains("kind") || !change["kind"].is_string()) {
        return malformed(place, "needs a kind");
    }
    if (change.contains("record") && !change["record"].is_string()) {
        return malformed(place, "record needs an id or a label");
    }
    if (change.contains("set") && !change["set"].is_object()) {
        return malformed(place, "set needs an object");
    }
    const json clear = change.value("clear", json::array());
    const bool areNames =
        clear.is_array() &&
        std::all_of(clear.begin(), clear.end(), [](const json& name) { return name.is_string(); });
    if (!areNames) return malformed(place, "clear needs a list of field names");
    return done();
}

Result<JsonChange> place(const json& source, std::size_t index, Instant now, RecordLabels& labels)
{
    JsonChange change{&source, "changes[" + std::to_string(index) + "]", {}, false};
    if (const auto shaped = checkShape(source, change.place); !shaped) return shaped.error();
    const std::string record = source.value("record", std::string());
    if (record.empty() || record.starts_with("new:")) {
        change.record = RecordId::make(now);
        change.isNew = true;
        if (!record.empty() && !labels.emplace(record, change.record).second) {
            return malformed(change.place, "there are two records \"" + record + "\"");
        }
        return change;
    }
    const auto id = RecordId::fromText(record);
    if (!id) return malformed(change.place, "record is neither an id nor a label: " + record);
    change.record = *id;
    return change;
}

Result<std::vector<JsonChange>> placeAll(const json& document, Instant now, RecordLabels& labels)
{
    if (!document.is_object() || document.size() != 1 || !document.contains("changes") ||
        !document["changes"].is_array()) {
        return malformed("the save", "needs {\"changes\": […]} and nothing else");
    }
    std::vector<JsonChange> changes;
    std::set<RecordId> seen;
    for (const json& source : document["changes"]) {
        auto change = place(source, changes.size(), now, labels);
        if (!change) return change.error();
        if (!seen.insert(change->record).second) {
            return malformed(change->place, "the record is changed twice in one save");
        }
        changes.push_back(std::move(*change));
    }
    return changes;
}

/// The record as it stands; an empty state for a new one.
Result<RecordState> stateOf(Ledger& ledger, const JsonChange& change, const KindSchema& kind)
{
    if (change.isNew) return RecordState{change.record, kind.number, {}, {}};
    auto state = ledger.record(change.record);
    if (!state) return state.error();
    if (!*state) {
        return Error{ErrorCode::notFound, change.place + ": no record " + change.record.text()};
    }
    if ((*state)->kind != kind.number) {
        return Error{ErrorCode::fixedField,
                     change.place + ": the record is of another kind than " + kind.name};
    }
    return std::move(**state);
}

Result<const FieldSchema*> fieldOf(const KindSchema& kind, const std::string& name)
{
    const FieldSchema* field = kind.field(std::string_view(name));
    if (field) return field;
    return Error{ErrorCode::unknownField, kind.name + "." + name + ": no such field"};
}

Result<Done> touchAll(ChangeDraft& draft, const json& source, const KindSchema& kind,
                      const RecordReading& reading, RecordJson& records, const RecordLabels& labels)
{
    const json fields = source.value("set", json::object());
    for (const auto& [name, value] : fields.items()) {
        const auto field = fieldOf(kind, name);
        if (!field) return field.error();
        auto bytes = records.bytes(kind, **field, value, labels);
        if (!bytes) return bytes.error();
        draft.touch((*field)->number, reading, std::move(*bytes));
    }
    for (const json& cleared : source.value("clear", json::array())) {
        const auto& name = cleared.get_ref<const std::string&>();
        const auto field = fieldOf(kind, name);
        if (!field) return field.error();
        if (fields.contains(name)) {
            return Error{ErrorCode::malformed, kind.name + "." + name + ": both set and cleared"};
        }
        draft.touch((*field)->number, reading, {});
    }
    return done();
}

Result<std::optional<v1::Change>> changeFrom(DeviceLedger& ledger, const JsonChange& change,
                                             RecordJson& records, const RecordLabels& labels)
{
    const std::string kindName = (*change.source)["kind"].get<std::string>();
    const KindSchema* kind = records.schema().kind(std::string_view(kindName));
    if (!kind) return Error{ErrorCode::unknownKind, change.place + ": no kind " + kindName};
    const auto state = stateOf(ledger.ledger(), change, *kind);
    if (!state) return state.error();
    ChangeDraft draft{change.record, kind->number, {}};
    const auto touched =
        touchAll(draft, *change.source, *kind, RecordReading(*state), records, labels);
    if (!touched) return at(change, touched.error());
    return changeOf(draft, ledger.ownPending(draft.record));
}

}  // namespace

Result<JsonSave> saveJson(DeviceLedger& ledger, const json& document, Instant now)
{
    RecordLabels labels;
    const auto placed = placeAll(document, now, labels);
    if (!placed) return placed.error();
    RecordJson records(ledger.ledger().schema());
    std::vector<v1::Change> changes;
    JsonSave save;
    for (const JsonChange& change : *placed) {
        auto made = changeFrom(ledger, change, records, labels);
        if (!made) return made.error();
        if (!*made && change.isNew) {
            return Error{ErrorCode::empty, change.place + ": a new record needs a field"};
        }
        if (*made) changes.push_back(std::move(**made));
        save.records.push_back(change.record);
    }
    const auto dot = ledger.save(changes, now);
    if (!dot) return dot.error();
    save.dot = *dot;
    return save;
}

Result<json> readJson(std::string_view text)
{
    json document = json::parse(text, nullptr, false);
    if (document.is_discarded()) return malformed("the save", "is not JSON");
    return document;
}

}  // namespace liaison
