// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/validate.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/message.h>
#include <google/protobuf/stubs/logging.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <set>

#include "shared/base/bytes.h"
#include "shared/record/annotation.h"
#include "shared/record/file_reference.h"
#include "shared/record/patch.h"
#include "shared/record/wire.h"

namespace liaison {

namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

constexpr std::size_t kCharactersMax = 20'000;
constexpr std::size_t kCodeCharactersMax = 40;
constexpr int kDepthMax = 16;
/// 1890-01-01 and 2200-01-01: nothing that is written here happens before or after.
constexpr double kInstantMin = -2'524'521'600'000.0;
constexpr double kInstantMax = 7'258'118'400'000.0;

std::size_t charactersIn(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    }));
}

std::string number(double value)
{
    const auto whole = std::llround(value);
    if (static_cast<double>(whole) == value) return std::to_string(whole);
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

bool isShapedLikeCode(const std::string& text)
{
    const auto mayStand = [](char c) {
        const bool isLetter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return isLetter || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    };
    return !text.empty() && text.size() <= kCodeCharactersMax &&
           std::all_of(text.begin(), text.end(), mayStand);
}

Result<Done> checkCode(const std::string& path, const std::string& code, const v1::Field& field,
                       KnowsCode knowsCode)
{
    if (!isShapedLikeCode(code)) return Error{ErrorCode::outOfRange, path + ": not a code"};
    if (knowsCode == nullptr || knowsCode(field.code_list(), code)) return done();
    return Error{ErrorCode::outOfRange,
                 path + ": " + code + " is not in the list " + field.code_list()};
}

Result<Done> checkText(const std::string& path, const std::string& text, const v1::Field& field,
                       KnowsCode knowsCode)
{
    if (!isUtf8(text) || text.find('\0') != std::string::npos) {
        return Error{ErrorCode::malformed, path + ": not well-formed text"};
    }
    const std::size_t most = field.characters_max() == 0 ? kCharactersMax : field.characters_max();
    if (charactersIn(text) > most) {
        return Error{ErrorCode::tooLarge,
                     path + ": more than " + std::to_string(most) + " characters"};
    }
    return field.code_list().empty() ? done() : checkCode(path, text, field, knowsCode);
}

Result<Done> checkNumber(const std::string& path, double value, const v1::Field& field)
{
    if (!std::isfinite(value)) return Error{ErrorCode::outOfRange, path + ": not a number"};
    if (field.instant() && (value < kInstantMin || value > kInstantMax)) {
        return Error{ErrorCode::outOfRange, path + ": no moment between 1890 and 2200"};
    }
    if (!field.has_plausible()) return done();
    const v1::Range& range = field.plausible();
    if (value >= range.min() && value <= range.max()) return done();
    return Error{ErrorCode::outOfRange, path + ": " + number(value) + " is outside " +
                                            number(range.min()) + " to " + number(range.max())};
}

double numberIn(const Message& message, const FieldDescriptor& field)
{
    const Reflection& reflection = *message.GetReflection();
    switch (field.cpp_type()) {
        case FieldDescriptor::CPPTYPE_INT32:
            return reflection.GetInt32(message, &field);
        case FieldDescriptor::CPPTYPE_INT64:
            return static_cast<double>(reflection.GetInt64(message, &field));
        case FieldDescriptor::CPPTYPE_UINT32:
            return reflection.GetUInt32(message, &field);
        case FieldDescriptor::CPPTYPE_UINT64:
            return static_cast<double>(reflection.GetUInt64(message, &field));
        case FieldDescriptor::CPPTYPE_FLOAT:
            return static_cast<double>(reflection.GetFloat(message, &field));
        case FieldDescriptor::CPPTYPE_DOUBLE:
            return reflection.GetDouble(message, &field);
        default:
            return 0;
    }
}

Result<Done> checkMessage(const std::string& path, const Message& message,
                          const v1::Field& enclosing, KnowsCode knowsCode);

/// The annotation of a field, with what it takes over from the sub-message it stands in.
v1::Field annotationIn(const FieldDescriptor& field, const v1::Field& enclosing)
{
    v1::Field annotation = annotationOf(field);
    if (!annotation.has_plausible() && enclosing.has_plausible()) {
        *annotation.mutable_plausible() = enclosing.plausible();
    }
    if (annotation.characters_max() == 0) annotation.set_characters_max(enclosing.characters_max());
    if (annotation.refers_to() == 0) annotation.set_refers_to(enclosing.refers_to());
    if (annotation.code_list().empty()) annotation.set_code_list(enclosing.code_list());
    return annotation;
}

bool addsNothing(const v1::Field& enclosing)
{
    return !enclosing.has_plausible() && enclosing.characters_max() == 0 &&
           enclosing.refers_to() == 0 && enclosing.code_list().empty();
}

Result<Done> checkBytes(const std::string& path, const std::string& bytes, const v1::Field& field)
{
    if (field.sha256() && bytes.size() != 32) {
        return Error{ErrorCode::wrongType, path + ": a SHA-256 has 32 bytes"};
    }
    const bool isId = field.subject() || field.parent() || field.refers_to() != 0;
    if (!isId || bytes.size() == 16) return done();
    return Error{ErrorCode::wrongType, path + ": an id has 16 bytes"};
}

Result<Done> checkSingle(const std::string& path, const Message& message,
                         const FieldDescriptor& field, const v1::Field& annotation,
                         KnowsCode knowsCode)
{
    const Reflection& reflection = *message.GetReflection();
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
        return checkMessage(path, reflection.GetMessage(message, &field), annotation, knowsCode);
    }
    if (field.type() == FieldDescriptor::TYPE_STRING) {
        return checkText(path, reflection.GetString(message, &field), annotation, knowsCode);
    }
    if (field.type() == FieldDescriptor::TYPE_BYTES) {
        return checkBytes(path, reflection.GetString(message, &field), annotation);
    }
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_ENUM) {
        const int value = reflection.GetEnumValue(message, &field);
        // Zero is what protobuf calls unspecified: nobody, nothing.
        if (value != 0 && field.enum_type()->FindValueByNumber(value) != nullptr) return done();
        return Error{ErrorCode::wrongType, path + ": no such value"};
    }
    return checkNumber(path, numberIn(message, field), annotation);
}

Result<Done> checkRepeated(const std::string& path, const Message& message,
                           const FieldDescriptor& field, const v1::Field& annotation,
                           KnowsCode knowsCode)
{
    const Reflection& reflection = *message.GetReflection();
    for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
        auto checked = done();
        if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
            checked = checkMessage(path, reflection.GetRepeatedMessage(message, &field, i),
                                   annotation, knowsCode);
        } else if (field.type() == FieldDescriptor::TYPE_STRING) {
            checked = checkText(path, reflection.GetRepeatedString(message, &field, i), annotation,
                                knowsCode);
        } else if (field.type() == FieldDescriptor::TYPE_BYTES) {
            checked =
                checkBytes(path, reflection.GetRepeatedString(message, &field, i), annotation);
        }
        if (!checked) return checked;
    }
    return done();
}

/// The number beside this one that it must be greater than, or not less than.
Result<Done> checkOrder(const std::string& path, const Message& message,
                        const FieldDescriptor& field, const v1::Field& annotation)
{
    const bool isStrict = !annotation.above().empty();
    const std::string& name = isStrict ? annotation.above() : annotation.at_least();
    const auto* other = name.empty() ? nullptr : message.GetDescriptor()->FindFieldByName(name);
    if (other == nullptr || !message.GetReflection()->HasField(message, other)) return done();
    const double value = numberIn(message, field);
    const double bound = numberIn(message, *other);
    if (isStrict ? value > bound : value >= bound) return done();
    return Error{ErrorCode::outOfRange,
                 path + ": " + number(value) + " is not above " + name + ", " + number(bound)};
}

Result<Done> checkDay(const std::string& path, const Message& message)
{
    const auto part = [&](const char* name) {
        const auto* field = message.GetDescriptor()->FindFieldByName(name);
        const bool isThere = field != nullptr && message.GetReflection()->HasField(message, field);
        return isThere ? static_cast<int>(numberIn(message, *field)) : 0;
    };
    const int day = part("day");
    if (day == 0) return done();
    if (part("month") == 0) return Error{ErrorCode::outOfRange, path + ": a day without its month"};
    // Without its year, 29 February may be meant.
    const std::chrono::year year(part("year") == 0 ? 2000 : part("year"));
    const std::chrono::year_month_day date(year,
                                           std::chrono::month(static_cast<unsigned>(part("month"))),
                                           std::chrono::day(static_cast<unsigned>(day)));
    if (date.ok()) return done();
    return Error{ErrorCode::outOfRange, path + ": no day of the calendar"};
}

/// A reference to a file names one of the formats that are kept.
Result<Done> checkFile(const std::string& path, const Message& message)
{
    if (!isFileReference(*message.GetDescriptor())) return done();
    const auto* type = message.GetDescriptor()->FindFieldByName("media_type");
    const std::string mediaType =
        type == nullptr ? "" : message.GetReflection()->GetString(message, type);
    if (isKeptMediaType(mediaType)) return done();
    return Error{ErrorCode::outOfRange, path + ": files of this format are not kept"};
}

/// What has to be there in a sub-message that is written at all.
Result<Done> checkRequired(const std::string& path, const Message& message)
{
    const auto& descriptor = *message.GetDescriptor();
    for (int i = 0; i < descriptor.field_count(); ++i) {
        const FieldDescriptor& field = *descriptor.field(i);
        if (field.is_repeated() || message.GetReflection()->HasField(message, &field)) continue;
        const v1::Field* known = knownAnnotationOf(field);
        if (known != nullptr ? known->required() : annotationOf(field).required()) {
            return Error{ErrorCode::missingField, path + "." + field.name()};
        }
    }
    return done();
}

Result<Done> checkMessage(const std::string& path, const Message& message,
                          const v1::Field& enclosing, KnowsCode knowsCode)
{
    const Reflection& reflection = *message.GetReflection();
    if (enclosing.calendar_day()) {
        if (auto checked = checkDay(path, message); !checked) return checked;
    }
    const auto& unknown = reflection.GetUnknownFields(message);
    if (!unknown.empty()) {
        const std::uint32_t first = static_cast<std::uint32_t>(unknown.field(0).number());
        const bool isKnown = message.GetDescriptor()->FindFieldByNumber(int(first)) != nullptr;
        return Error{isKnown ? ErrorCode::wrongType : ErrorCode::unknownField,
                     path + "." + std::to_string(first)};
    }
    if (auto checked = checkFile(path, message); !checked) return checked;
    std::vector<const FieldDescriptor*> fields;
    reflection.ListFields(message, &fields);
    for (const FieldDescriptor* field : fields) {
        const std::string name = path + "." + field->name();
        const v1::Field* known = addsNothing(enclosing) ? knownAnnotationOf(*field) : nullptr;
        const v1::Field made = known == nullptr ? annotationIn(*field, enclosing) : v1::Field();
        const v1::Field& annotation = known == nullptr ? made : *known;
        auto checked = field->is_repeated()
                           ? checkRepeated(name, message, *field, annotation, knowsCode)
                           : checkSingle(name, message, *field, annotation, knowsCode);
        if (!checked) return checked;
        if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
            if (field->is_repeated()) continue;
            checked = checkRequired(name, reflection.GetMessage(message, field));
        } else if (!field->is_repeated()) {
            checked = checkOrder(name, message, *field, annotation);
        }
        if (!checked) return checked;
    }
    return done();
}

Result<std::unique_ptr<Message>> parsed(const KindSchema& kind, const std::string& patch)
{
    // What is refused is told by the result; protobuf would also print it, as often as it comes.
    const google::protobuf::LogSilencer silencer;
    std::unique_ptr<Message> message(kind.prototype->New());
    google::protobuf::io::CodedInputStream input(
        reinterpret_cast<const std::uint8_t*>(patch.data()), static_cast<int>(patch.size()));
    input.SetRecursionLimit(kDepthMax);
    if (!message->ParsePartialFromCodedStream(&input) || !input.ConsumedEntireMessage()) {
        return Error{ErrorCode::malformed, kind.name + ": no message of this kind"};
    }
    return message;
}

/// A field that holds one value and is written twice has two readings: the first, and the last.
Result<Done> checkOnce(const KindSchema& kind, const std::string& patch)
{
    std::vector<std::uint32_t> numbers;
    WireReader reader(patch);
    WireField occurrence;
    while (true) {
        const auto more = reader.next(occurrence);
        if (!more) return Error{ErrorCode::malformed, kind.name + ": " + more.error().detail};
        if (!*more) return done();
        const bool isSeen =
            std::find(numbers.begin(), numbers.end(), occurrence.number) != numbers.end();
        if (!isSeen) numbers.push_back(occurrence.number);
        const FieldSchema* field = isSeen ? kind.field(occurrence.number) : nullptr;
        if (!isSeen || (field != nullptr && field->descriptor->is_repeated())) continue;
        return Error{ErrorCode::malformed,
                     kind.name + "." + std::to_string(occurrence.number) + ": written twice"};
    }
}

}  // namespace

Result<Done> validatePatch(const KindSchema& kind, const std::string& patch,
                           const std::vector<std::uint32_t>& cleared)
{
    const auto fields = cutPatch(patch);
    if (!fields) return Error{ErrorCode::malformed, kind.name + ": " + fields.error().detail};
    return validatePatch(kind, patch, *fields, cleared);
}

Result<Done> validatePatch(const KindSchema& kind, const std::string& patch,
                           const FieldBytes& fields, const std::vector<std::uint32_t>& cleared)
{
    for (const std::uint32_t number : cleared) {
        const FieldSchema* field = kind.field(number);
        if (field == nullptr) {
            return Error{ErrorCode::unknownField, kind.name + "." + std::to_string(number)};
        }
        if (fields.contains(number)) {
            return Error{ErrorCode::malformed, kind.name + "." + field->name + ": set and cleared"};
        }
        if (field->annotation.required()) {
            return Error{ErrorCode::missingField, kind.name + "." + field->name};
        }
    }
    if (auto once = checkOnce(kind, patch); !once) return once;
    const auto message = parsed(kind, patch);
    if (!message) return message.error();
    return checkMessage(kind.name, **message, {}, kind.knowsCode);
}

Result<Done> validateFirstPatch(const KindSchema& kind, const std::string& patch)
{
    const auto fields = cutPatch(patch);
    if (!fields) return Error{ErrorCode::malformed, kind.name + ": " + fields.error().detail};
    return validateFirstPatch(kind, *fields);
}

Result<Done> validateFirstPatch(const KindSchema& kind, const FieldBytes& fields)
{
    for (const FieldSchema& field : kind.fields) {
        if (field.annotation.required() && !fields.contains(field.number)) {
            return Error{ErrorCode::missingField, kind.name + "." + field.name};
        }
    }
    return done();
}

}  // namespace liaison
