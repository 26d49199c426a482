// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/json_field.h"

#include <algorithm>
#include <cctype>
#include <limits>
#include <nlohmann/json.hpp>

#include "liaison/v1/options.pb.h"
#include "mobile/store/iso_time.h"
#include "shared/base/bytes.h"
#include "shared/base/time.h"

namespace liaison {

namespace {

using google::protobuf::EnumValueDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;
using nlohmann::json;

Error wrong(const JsonPlace& place, const std::string& what)
{
    return {ErrorCode::wrongType, place.path + ": " + what};
}

bool isInstant(const FieldDescriptor& field)
{
    return field.cpp_type() == FieldDescriptor::CPPTYPE_INT64 &&
           field.options().GetExtension(v1::field).instant();
}

/// One place of a message that takes a value: a field, or a new element of a repeated one.
struct Slot {
    Message& message;
    const FieldDescriptor& field;

    template <typename T>
    using Put = void (Reflection::*)(Message*, const FieldDescriptor*, T) const;

    template <typename T>
    Result<Done> put(T value, Put<T> set, Put<T> add) const
    {
        (message.GetReflection()->*(field.is_repeated() ? add : set))(&message, &field, value);
        return done();
    }

    Result<Done> putText(std::string text) const
    {
        const Reflection& reflection = *message.GetReflection();
        if (field.is_repeated()) {
            reflection.AddString(&message, &field, std::move(text));
        } else {
            reflection.SetString(&message, &field, std::move(text));
        }
        return done();
    }

    Message& child() const
    {
        const Reflection& reflection = *message.GetReflection();
        return *(field.is_repeated() ? reflection.AddMessage(&message, &field)
                                     : reflection.MutableMessage(&message, &field));
    }
};

template <typename T>
Result<T> wholeNumber(const json& value, const JsonPlace& place)
{
    if (!value.is_number_integer()) return wrong(place, "needs a whole number");
    if (value.is_number_unsigned()) {
        const auto number = value.get<std::uint64_t>();
        if (number > static_cast<std::uint64_t>(std::numeric_limits<T>::max())) {
            return wrong(place, "the number is too large");
        }
        return static_cast<T>(number);
    }
    const auto number = value.get<std::int64_t>();
    if (std::is_unsigned_v<T> ||
        number < static_cast<std::int64_t>(std::numeric_limits<T>::min())) {
        return wrong(place, "the number is too small");
    }
    return static_cast<T>(number);
}

template <typename T>
Result<Done> setWhole(const Slot& slot, const json& value, const JsonPlace& place, Slot::Put<T> set,
                      Slot::Put<T> add)
{
    const auto number = wholeNumber<T>(value, place);
    if (!number) return number.error();
    return slot.put(*number, set, add);
}

Result<Done> setMoment(const Slot& slot, const json& value, const JsonPlace& place)
{
    if (!value.is_string()) {
        return setWhole<std::int64_t>(slot, value, place, &Reflection::SetInt64,
                                      &Reflection::AddInt64);
    }
    const auto instant = instantFromIso(value.get_ref<const std::string&>());
    if (!instant) return wrong(place, instant.error().detail);
    return slot.put<std::int64_t>(instant->time_since_epoch().count(), &Reflection::SetInt64,
                                  &Reflection::AddInt64);
}

Result<Done> setReal(const Slot& slot, const json& value, const JsonPlace& place)
{
    if (!value.is_number()) return wrong(place, "needs a number");
    if (slot.field.cpp_type() == FieldDescriptor::CPPTYPE_FLOAT) {
        return slot.put(value.get<float>(), &Reflection::SetFloat, &Reflection::AddFloat);
    }
    return slot.put(value.get<double>(), &Reflection::SetDouble, &Reflection::AddDouble);
}

Result<Done> setYesNo(const Slot& slot, const json& value, const JsonPlace& place)
{
    if (!value.is_boolean()) return wrong(place, "needs true or false");
    return slot.put(value.get<bool>(), &Reflection::SetBool, &Reflection::AddBool);
}

std::string lastPartOf(const EnumValueDescriptor& enumerator)
{
    const std::string& name = enumerator.name();
    std::string last = name.substr(name.find('_') + 1);
    std::transform(last.begin(), last.end(), last.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return last;
}

Result<Done> setEnumerator(const Slot& slot, const json& value, const JsonPlace& place)
{
    if (!value.is_string()) return wrong(place, "needs the name of a choice");
    const auto& name = value.get_ref<const std::string&>();
    const auto& choices = *slot.field.enum_type();
    for (int index = 0; index < choices.value_count(); ++index) {
        const EnumValueDescriptor& choice = *choices.value(index);
        if (name != choice.name() && name != lastPartOf(choice)) continue;
        return slot.put<const EnumValueDescriptor*>(&choice, &Reflection::SetEnum,
                                                    &Reflection::AddEnum);
    }
    return wrong(place, "no such choice: " + name);
}

Result<Done> setText(const Slot& slot, const json& value, const JsonPlace& place)
{
    if (!value.is_string()) return wrong(place, "needs a text");
    const auto& text = value.get_ref<const std::string&>();
    if (slot.field.type() != FieldDescriptor::TYPE_BYTES) return slot.putText(text);
    if (text.starts_with("new:")) {
        const auto named = place.labels.find(text);
        if (named != place.labels.end()) return slot.putText(named->second.bytes());
        return Error{ErrorCode::notFound, place.path + ": no record of this save is " + text};
    }
    const auto id = RecordId::fromText(text);
    if (!id) return wrong(place, "not the id of a record: " + text);
    return slot.putText(id->bytes());
}

Result<Done> setChild(const Slot& slot, const json& value, const JsonPlace& place)
{
    if (!value.is_object()) return wrong(place, "needs an object");
    Message& child = slot.child();
    for (const auto& [name, part] : value.items()) {
        const FieldDescriptor* field = child.GetDescriptor()->FindFieldByName(name);
        const JsonPlace inside = place.in("." + name);
        if (!field) return Error{ErrorCode::unknownField, inside.path + ": no such field"};
        if (const auto written = setField(child, *field, part, inside); !written) return written;
    }
    return done();
}

Result<Done> setOne(const Slot& slot, const json& value, const JsonPlace& place)
{
    if (isInstant(slot.field)) return setMoment(slot, value, place);
    switch (slot.field.cpp_type()) {
        case FieldDescriptor::CPPTYPE_INT32:
            return setWhole<std::int32_t>(slot, value, place, &Reflection::SetInt32,
                                          &Reflection::AddInt32);
        case FieldDescriptor::CPPTYPE_INT64:
            return setWhole<std::int64_t>(slot, value, place, &Reflection::SetInt64,
                                          &Reflection::AddInt64);
        case FieldDescriptor::CPPTYPE_UINT32:
            return setWhole<std::uint32_t>(slot, value, place, &Reflection::SetUInt32,
                                           &Reflection::AddUInt32);
        case FieldDescriptor::CPPTYPE_UINT64:
            return setWhole<std::uint64_t>(slot, value, place, &Reflection::SetUInt64,
                                           &Reflection::AddUInt64);
        case FieldDescriptor::CPPTYPE_DOUBLE:
        case FieldDescriptor::CPPTYPE_FLOAT:
            return setReal(slot, value, place);
        case FieldDescriptor::CPPTYPE_BOOL:
            return setYesNo(slot, value, place);
        case FieldDescriptor::CPPTYPE_ENUM:
            return setEnumerator(slot, value, place);
        case FieldDescriptor::CPPTYPE_STRING:
            return setText(slot, value, place);
        case FieldDescriptor::CPPTYPE_MESSAGE:
            return setChild(slot, value, place);
    }
    return wrong(place, "this type of field cannot be written");
}

json childJson(const Message& message)
{
    json object = json::object();
    std::vector<const FieldDescriptor*> fields;
    message.GetReflection()->ListFields(message, &fields);
    for (const FieldDescriptor* field : fields) {
        object[field->name()] = fieldJson(message, *field);
    }
    return object;
}

json textJson(const FieldDescriptor& field, const std::string& text)
{
    if (field.type() != FieldDescriptor::TYPE_BYTES) return text;
    const auto id = RecordId::fromBytes(text);
    return id ? json(id->text()) : undecodable(text);
}

json wholeJson(const FieldDescriptor& field, std::int64_t number)
{
    if (!isInstant(field)) return number;
    return isoText(Instant(std::chrono::milliseconds(number)));
}

/// Reads a field, or one element of a repeated field, with the accessor for its type.
struct Reading {
    const Message& message;
    const FieldDescriptor& field;
    int index;

    template <typename T>
    T get(T (Reflection::*one)(const Message&, const FieldDescriptor*) const,
          T (Reflection::*element)(const Message&, const FieldDescriptor*, int) const) const
    {
        const Reflection& reflection = *message.GetReflection();
        return field.is_repeated() ? (reflection.*element)(message, &field, index)
                                   : (reflection.*one)(message, &field);
    }

    const Message& child() const
    {
        const Reflection& reflection = *message.GetReflection();
        return field.is_repeated() ? reflection.GetRepeatedMessage(message, &field, index)
                                   : reflection.GetMessage(message, &field);
    }
};

json oneJson(const Reading& at)
{
    switch (at.field.cpp_type()) {
        case FieldDescriptor::CPPTYPE_INT32:
            return at.get(&Reflection::GetInt32, &Reflection::GetRepeatedInt32);
        case FieldDescriptor::CPPTYPE_INT64:
            return wholeJson(at.field,
                             at.get(&Reflection::GetInt64, &Reflection::GetRepeatedInt64));
        case FieldDescriptor::CPPTYPE_UINT32:
            return at.get(&Reflection::GetUInt32, &Reflection::GetRepeatedUInt32);
        case FieldDescriptor::CPPTYPE_UINT64:
            return at.get(&Reflection::GetUInt64, &Reflection::GetRepeatedUInt64);
        case FieldDescriptor::CPPTYPE_DOUBLE:
            return at.get(&Reflection::GetDouble, &Reflection::GetRepeatedDouble);
        case FieldDescriptor::CPPTYPE_FLOAT:
            return at.get(&Reflection::GetFloat, &Reflection::GetRepeatedFloat);
        case FieldDescriptor::CPPTYPE_BOOL:
            return at.get(&Reflection::GetBool, &Reflection::GetRepeatedBool);
        case FieldDescriptor::CPPTYPE_ENUM:
            return at.get(&Reflection::GetEnum, &Reflection::GetRepeatedEnum)->name();
        case FieldDescriptor::CPPTYPE_STRING:
            return textJson(at.field,
                            at.get(&Reflection::GetString, &Reflection::GetRepeatedString));
        case FieldDescriptor::CPPTYPE_MESSAGE:
            return childJson(at.child());
    }
    return nullptr;
}

}  // namespace

Result<Done> setField(Message& message, const FieldDescriptor& field, const json& value,
                      const JsonPlace& place)
{
    const Slot slot{message, field};
    if (!field.is_repeated()) return setOne(slot, value, place);
    if (!value.is_array()) return wrong(place, "needs a list");
    std::size_t index = 0;
    for (const json& element : value) {
        const JsonPlace inside = place.in("[" + std::to_string(index++) + "]");
        if (const auto written = setOne(slot, element, inside); !written) return written;
    }
    return done();
}

json fieldJson(const Message& message, const FieldDescriptor& field)
{
    if (!field.is_repeated()) return oneJson({message, field, 0});
    json list = json::array();
    for (int index = 0; index < message.GetReflection()->FieldSize(message, &field); ++index) {
        list.push_back(oneJson({message, field, index}));
    }
    return list;
}

json undecodable(const std::string& bytes)
{
    return {{"bytes", toHex(bytes)}};
}

}  // namespace liaison
