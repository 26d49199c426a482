// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reference_merge.h"

#include <google/protobuf/unknown_field_set.h>

#include <algorithm>

#include "liaison/v1/care.pb.h"
#include "tests/support/field_bytes.h"

namespace liaison {

namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::UnknownFieldSet;

std::set<Dot> namedIn(const v1::Change& change, std::uint32_t field)
{
    const auto* dots = &change.replaces();
    for (const v1::FieldReplaces& exception : change.exceptions()) {
        if (exception.field() == field) dots = &exception.dots();
    }
    std::set<Dot> named;
    for (const v1::Dot& dot : *dots) {
        named.insert(Dot{{dot.device()}, dot.n(), dot.hash()});
    }
    return named;
}

}  // namespace

std::map<std::uint32_t, std::string> contentsOf(const std::string& patch)
{
    v1::Person person;
    ensure(person.ParseFromString(patch), "protobuf cannot read what a history wrote");
    const auto* reflection = person.GetReflection();
    std::map<std::uint32_t, std::string> contents;
    const UnknownFieldSet& unknown = reflection->GetUnknownFields(person);
    std::map<std::uint32_t, UnknownFieldSet> unknownByNumber;
    for (int i = 0; i < unknown.field_count(); ++i) {
        const auto number = static_cast<std::uint32_t>(unknown.field(i).number());
        unknownByNumber[number].AddField(unknown.field(i));
    }
    for (const auto& [number, fields] : unknownByNumber) {
        contents[number] = bytesOf(fields);
    }
    std::vector<const FieldDescriptor*> known;
    reflection->ListFields(person, &known);
    for (const FieldDescriptor* field : known) {
        v1::Person alone;
        reflection->SwapFields(&person, &alone, {field});
        contents[static_cast<std::uint32_t>(field->number())] += alone.SerializeAsString();
    }
    return contents;
}

bool isNaught(const std::string& content)
{
    const std::size_t tagBytes = content.size() - 1;
    return !content.empty() && content.back() == '\0' && (tagBytes == 1 || tagBytes == 2);
}

std::map<RecordId, ReferenceChange> readByReflection(const Edit& edit)
{
    std::map<RecordId, ReferenceChange> changes;
    for (const v1::Change& change : edit.message().changes()) {
        ReferenceChange read{edit.dot(), change.kind(), contentsOf(change.patch()), {}};
        for (const std::uint32_t field : change.cleared()) {
            read.values[field] = "";
        }
        for (const auto& [field, content] : read.values) {
            read.replaces[field] = namedIn(change, field);
        }
        changes.emplace(*RecordId::fromBytes(change.record()), std::move(read));
    }
    return changes;
}

ReferenceValues referenceMerge(const std::vector<const ReferenceChange*>& changes)
{
    ReferenceValues standing;
    for (const ReferenceChange* change : changes) {
        for (const auto& value : change->values) {
            const std::uint32_t field = value.first;
            const bool replaced = std::any_of(changes.begin(), changes.end(), [&](auto* other) {
                return other->values.contains(field) &&
                       other->replaces.at(field).contains(change->dot);
            });
            if (!replaced) standing[field][change->dot] = value.second;
        }
    }
    return standing;
}

std::set<Dot> dotsOf(const ReferenceValues& values, std::uint32_t field)
{
    std::set<Dot> dots;
    if (const auto found = values.find(field); found != values.end()) {
        for (const auto& [dot, content] : found->second) {
            dots.insert(dot);
        }
    }
    return dots;
}

std::set<std::pair<std::uint32_t, Dot>> referenceAwaited(
    const std::vector<const ReferenceChange*>& changes)
{
    std::set<std::pair<std::uint32_t, Dot>> awaited;
    for (const ReferenceChange* change : changes) {
        for (const auto& [field, dots] : change->replaces) {
            for (const Dot& dot : dots) {
                const bool came = std::any_of(changes.begin(), changes.end(),
                                              [&](auto* other) { return other->dot == dot; });
                if (!came) awaited.emplace(field, dot);
            }
        }
    }
    return awaited;
}

}  // namespace liaison
