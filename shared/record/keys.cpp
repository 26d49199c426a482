// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/keys.h"

#include <google/protobuf/descriptor.h>

#include "shared/record/wire.h"

namespace liaison {

namespace {

/// The last occurrence counts, as protobuf has it for a field that is not repeated.
Result<WireField> lastField(std::string_view bytes, std::uint32_t number)
{
    WireReader reader(bytes);
    WireField field;
    std::optional<WireField> last;
    while (true) {
        const auto more = reader.next(field);
        if (!more) return more.error();
        if (!*more) break;
        if (field.number == number) last = field;
    }
    if (!last) return Error{ErrorCode::notFound, "field " + std::to_string(number)};
    return *last;
}

std::optional<Instant> instantIn(std::string_view bytes, std::uint32_t number)
{
    const auto field = lastField(bytes, number);
    if (!field) return std::nullopt;
    google::protobuf::io::CodedInputStream input(
        reinterpret_cast<const std::uint8_t*>(field->whole.data()),
        static_cast<int>(field->whole.size()));
    std::uint64_t value = 0;
    if (input.ReadTag() == 0 || !input.ReadVarint64(&value)) return std::nullopt;
    return Instant(std::chrono::milliseconds(static_cast<std::int64_t>(value)));
}

std::optional<Instant> timeIn(const FieldSchema& schema, const std::string& bytes)
{
    if (schema.descriptor->message_type() == nullptr) return instantIn(bytes, schema.number);
    const auto* start = schema.descriptor->message_type()->FindFieldByName("start");
    const auto message = lastField(bytes, schema.number);
    if (start == nullptr || !message) return std::nullopt;
    return instantIn(message->payload, static_cast<std::uint32_t>(start->number()));
}

std::optional<RecordId> shownId(const FieldSchema* schema, const RecordReading& reading)
{
    const FieldReading* field = schema == nullptr ? nullptr : reading.field(schema->number);
    if (field == nullptr || field->shown().isEmptied()) return std::nullopt;
    const auto id = idIn(field->shown().bytes);
    return id ? std::optional(*id) : std::nullopt;
}

}  // namespace

Result<RecordId> idIn(std::string_view fieldBytes)
{
    WireReader reader(fieldBytes);
    WireField field;
    const auto more = reader.next(field);
    if (!more || !*more) return Error{ErrorCode::wrongType, "no id"};
    auto id = RecordId::fromBytes(field.payload);
    if (!id) return Error{ErrorCode::wrongType, "an id has 16 bytes"};
    return id;
}

RecordKeys keysOf(const KindSchema& kind, const RecordReading& reading)
{
    RecordKeys keys;
    keys.subject = shownId(kind.subject(), reading);
    keys.parent = shownId(kind.parent(), reading);
    const FieldSchema* time = kind.time();
    const FieldReading* field = time == nullptr ? nullptr : reading.field(time->number);
    if (field != nullptr && !field->shown().isEmptied()) {
        keys.at = timeIn(*time, field->shown().bytes);
    }
    return keys;
}

}  // namespace liaison
