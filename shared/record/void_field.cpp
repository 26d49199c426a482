// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/void_field.h"

#include <google/protobuf/unknown_field_set.h>

#include <algorithm>

#include "liaison/v1/values.pb.h"
#include "shared/record/wire.h"

namespace liaison {

namespace {

std::vector<Dot> seenDots(std::string_view fieldBytes)
{
    WireReader reader(fieldBytes);
    WireField field;
    std::vector<Dot> seen;
    while (true) {
        const auto more = reader.next(field);
        if (!more || !*more) return seen;
        v1::Voided voided;
        if (!voided.ParseFromArray(field.payload.data(), static_cast<int>(field.payload.size()))) {
            continue;
        }
        for (const auto& dot : voided.seen()) {
            seen.push_back({{dot.device()}, dot.n(), dot.hash()});
        }
    }
}

}  // namespace

bool isVoided(const RecordReading& reading)
{
    const FieldReading* field = reading.field(kVoidField);
    return field != nullptr && !field->shown().isEmptied();
}

std::vector<Dot> unseenByVoid(const RecordReading& reading)
{
    if (!isVoided(reading)) return {};
    const FieldReading& voided = *reading.field(kVoidField);
    std::vector<Dot> seen;
    for (const Value& value : voided.values) {
        const auto more = seenDots(value.bytes);
        seen.insert(seen.end(), more.begin(), more.end());
    }
    std::vector<Dot> unseen;
    for (const auto& [number, field] : reading.fields()) {
        if (number == kVoidField) continue;
        for (const Value& value : field.values) {
            if (std::find(seen.begin(), seen.end(), value.dot) == seen.end()) {
                unseen.push_back(value.dot);
            }
        }
    }
    std::sort(unseen.begin(), unseen.end());
    unseen.erase(std::unique(unseen.begin(), unseen.end()), unseen.end());
    return unseen;
}

Result<std::string> voidWithSeen(std::string_view fieldBytes, const std::vector<Dot>& seen)
{
    WireReader reader(fieldBytes);
    WireField field;
    std::string content;
    while (true) {
        const auto more = reader.next(field);
        if (!more) return more.error();
        if (!*more) break;
        // Occurrences of a message add up when their bytes are joined.
        content += field.payload;
    }
    v1::Voided voided;
    if (!voided.ParseFromString(content)) return Error{ErrorCode::wrongType, "voided"};
    voided.clear_seen();
    for (const Dot& dot : seen) {
        auto& one = *voided.add_seen();
        one.set_device(dot.device.value);
        one.set_n(dot.n);
        one.set_hash(dot.hash);
    }
    google::protobuf::UnknownFieldSet fields;
    fields.AddLengthDelimited(static_cast<int>(kVoidField), voided.SerializeAsString());
    std::string bytes;
    fields.SerializeToString(&bytes);
    return bytes;
}

}  // namespace liaison
