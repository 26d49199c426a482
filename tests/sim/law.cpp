// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/law.h"

#include <google/protobuf/unknown_field_set.h>

#include <algorithm>
#include <list>
#include <set>

#include "tests/sim/rights.h"
#include "tests/support/field_bytes.h"

namespace liaison::sim {

namespace {

using google::protobuf::UnknownFieldSet;

bool isReadable(const ReferenceChange& change, v1::Role reader)
{
    return std::all_of(change.values.begin(), change.values.end(), [&](const auto& value) {
        return mayRead(reader, change.kind, value.first);
    });
}

/// The part of a change that a role may read.
ReferenceChange readable(const ReferenceChange& change, v1::Role reader)
{
    ReferenceChange part{change.dot, change.kind, {}, {}};
    for (const auto& [field, content] : change.values) {
        if (!mayRead(reader, change.kind, field)) continue;
        part.values[field] = content;
        part.replaces[field] = change.replaces.at(field);
    }
    return part;
}

ReferenceValues valuesOf(const RecordState& state)
{
    ReferenceValues values;
    for (const Standing& standing : state.standing) {
        UnknownFieldSet fields;
        ensure(fields.ParseFromString(standing.patch), "a state that protobuf cannot read");
        for (int i = 0; i < fields.field_count(); ++i) {
            UnknownFieldSet alone;
            alone.AddField(fields.field(i));
            const auto number = static_cast<std::uint32_t>(fields.field(i).number());
            values[number][standing.dot] += bytesOf(alone);
        }
        for (const std::uint32_t number : standing.cleared) {
            values[number][standing.dot] = "";
        }
    }
    return values;
}

std::string words(const ReferenceValues& values)
{
    std::string text;
    for (const auto& [field, byDot] : values) {
        text += " " + std::to_string(field) + ":";
        for (const auto& [dot, content] : byDot) {
            text += " " + dot.text() + "(" + std::to_string(content.size()) + ")";
        }
    }
    return text.empty() ? " nothing" : text;
}

}  // namespace

ValuesByRecord valuesByLaw(const std::vector<const Promise*>& promises, v1::Role reader)
{
    std::list<ReferenceChange> parts;
    std::map<RecordId, std::vector<const ReferenceChange*>> changes;
    for (const Promise* promise : promises) {
        for (const auto& [record, change] : promise->changes) {
            const bool isWhole = isReadable(change, reader);
            const ReferenceChange* seen =
                isWhole ? &change : &parts.emplace_back(readable(change, reader));
            if (!seen->values.empty()) changes[record].push_back(seen);
        }
    }
    ValuesByRecord values;
    for (const auto& [record, ofRecord] : changes) {
        auto merged = referenceMerge(ofRecord);
        if (!merged.empty()) values.emplace(record, std::move(merged));
    }
    return values;
}

Result<ValuesByRecord> valuesIn(Ledger& ledger)
{
    RecordQuery all;
    all.withVoided = true;
    all.order = RecordQuery::Order::idAscending;
    all.limit = 1'000'000;
    const auto rows = ledger.records(all);
    if (!rows) return rows.error();
    ValuesByRecord values;
    for (const RecordRow& row : *rows) {
        const auto state = RecordState::read(row.id, row.state);
        if (!state) return state.error();
        auto read = valuesOf(*state);
        if (!read.empty()) values.emplace(row.id, std::move(read));
    }
    return values;
}

v1::Role roleByLaw(const ValuesByRecord& values, const RecordId& member)
{
    constexpr std::uint32_t kRoleField = 3;
    const auto record = values.find(member);
    if (record == values.end() || !record->second.contains(kRoleField)) {
        return v1::ROLE_UNSPECIFIED;
    }
    int narrowest = v1::ROLE_SUPERVISOR;
    for (const auto& [dot, content] : record->second.at(kRoleField)) {
        narrowest = std::min(narrowest, content.empty() ? 0 : int{content.back()});
    }
    return static_cast<v1::Role>(narrowest);
}

std::map<RecordId, std::uint32_t> kindsOf(const std::vector<const Promise*>& promises)
{
    std::map<RecordId, std::uint32_t> kinds;
    for (const Promise* promise : promises) {
        for (const auto& [record, change] : promise->changes) {
            kinds[record] = change.kind;
        }
    }
    return kinds;
}

ValuesByRecord readableIn(const ValuesByRecord& values,
                          const std::map<RecordId, std::uint32_t>& kinds, v1::Role role)
{
    ValuesByRecord readable;
    for (const auto& [record, fields] : values) {
        const auto kind = kinds.find(record);
        for (const auto& [field, byDot] : fields) {
            if (kind != kinds.end() && !mayRead(role, kind->second, field)) continue;
            readable[record][field] = byDot;
        }
    }
    return readable;
}

std::vector<RecordId> disputedIn(const ValuesByRecord& values)
{
    std::vector<RecordId> disputed;
    for (const auto& [record, fields] : values) {
        for (const auto& [field, byDot] : fields) {
            std::set<std::string> contents;
            for (const auto& [dot, content] : byDot) {
                contents.insert(content);
            }
            if (contents.size() < 2) continue;
            disputed.push_back(record);
            break;
        }
    }
    return disputed;
}

std::string difference(const ValuesByRecord& expected, const ValuesByRecord& found)
{
    static const ReferenceValues kNothing;
    const auto at = [](const ValuesByRecord& values, const RecordId& id) -> const ReferenceValues& {
        const auto there = values.find(id);
        return there == values.end() ? kNothing : there->second;
    };
    std::set<RecordId> ids;
    for (const auto& [id, values] : expected) {
        ids.insert(id);
    }
    for (const auto& [id, values] : found) {
        ids.insert(id);
    }
    for (const RecordId& id : ids) {
        if (at(expected, id) == at(found, id)) continue;
        return "record " + id.text() + " should have" + words(at(expected, id)) + " but has" +
               words(at(found, id));
    }
    return {};
}

}  // namespace liaison::sim
