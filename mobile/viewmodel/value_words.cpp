// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/value_words.h"

#include <memory>

#include "liaison/v1/care.pb.h"
#include "mobile/viewmodel/code_words.h"
#include "mobile/viewmodel/field_bytes.h"
#include "mobile/viewmodel/file_words.h"
#include "mobile/viewmodel/measure.h"
#include "shared/care/code_list.h"
#include "shared/record/annotation.h"
#include "shared/record/file_reference.h"

namespace liaison {

namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

/// A record with this field alone, as these bytes have it.
std::unique_ptr<Message> parsed(const Schema& schema, const FieldSchema& field,
                                const std::string& bytes)
{
    const KindSchema* kind = schema.kind(field.descriptor->containing_type()->name());
    ensure(kind != nullptr, "a field of another schema");
    std::unique_ptr<Message> message(kind->prototype->New());
    if (!message->ParsePartialFromString(bytes)) message->Clear();
    return message;
}

bool isWhole(const FieldDescriptor& field)
{
    return field.cpp_type() == FieldDescriptor::CPPTYPE_INT32 ||
           field.cpp_type() == FieldDescriptor::CPPTYPE_INT64 ||
           field.cpp_type() == FieldDescriptor::CPPTYPE_UINT32;
}

double numberOf(const Message& message, const FieldDescriptor& field)
{
    const auto& reflection = *message.GetReflection();
    switch (field.cpp_type()) {
        case FieldDescriptor::CPPTYPE_INT32:
            return reflection.GetInt32(message, &field);
        case FieldDescriptor::CPPTYPE_INT64:
            return static_cast<double>(reflection.GetInt64(message, &field));
        case FieldDescriptor::CPPTYPE_UINT32:
            return reflection.GetUInt32(message, &field);
        case FieldDescriptor::CPPTYPE_DOUBLE:
            return reflection.GetDouble(message, &field);
        default:
            return 0;
    }
}

std::string textOf(const Message& message, const FieldDescriptor& field, int index)
{
    const auto& reflection = *message.GetReflection();
    return field.is_repeated() ? reflection.GetRepeatedString(message, &field, index)
                               : reflection.GetString(message, &field);
}

QString roleWords(const std::string& name)
{
    if (name == "ROLE_NURSE") return QObject::tr("Infirmière");
    if (name == "ROLE_AIDE") return QObject::tr("Aide");
    if (name == "ROLE_SUPERVISOR") return QObject::tr("Responsable");
    return QString::fromStdString(name);
}

}  // namespace

QString ValueWords::label(const FieldSchema& field) const
{
    const auto& label = field.annotation.label();
    return QString::fromStdString(workplace_.words().isEnglish() ? label.en() : label.fr());
}

QString ValueWords::nameOf(const RecordId& record)
{
    const auto state = workplace_.ledger().record(record);
    if (!state || !*state) return QObject::tr("une fiche qui n’est pas sur ce téléphone");
    const KindSchema* kind = workplace_.schema().kind((*state)->kind);
    if (kind == nullptr) return record.text().c_str();
    if (kind->name == "Person") return workplace_.personName(record);
    if (kind->name == "Member") return workplace_.memberName(record);
    const FieldSchema* title = kind->title();
    const RecordReading shown(**state);
    const FieldReading* value = title == nullptr ? nullptr : shown.field(title->number);
    return value == nullptr ? QString::fromStdString(kind->annotation.label().fr())
                            : reading(*title, value->shown().bytes);
}

QString ValueWords::part(const Message& message, const FieldDescriptor& field, int index)
{
    const auto& reflection = *message.GetReflection();
    const v1::Field annotation = annotationOf(field);
    switch (field.cpp_type()) {
        case FieldDescriptor::CPPTYPE_MESSAGE:
            return messageWords(field.is_repeated()
                                    ? reflection.GetRepeatedMessage(message, &field, index)
                                    : reflection.GetMessage(message, &field));
        case FieldDescriptor::CPPTYPE_STRING: {
            const std::string text = textOf(message, field, index);
            if (field.type() == FieldDescriptor::TYPE_STRING) {
                return codeWords(annotation.code_list(), text, workplace_.words().isEnglish());
            }
            const auto id = RecordId::fromBytes(text);
            return id ? nameOf(*id) : QString();
        }
        case FieldDescriptor::CPPTYPE_BOOL:
            return reflection.GetBool(message, &field) ? QObject::tr("oui") : QObject::tr("non");
        case FieldDescriptor::CPPTYPE_ENUM:
            return roleWords(reflection.GetEnum(message, &field)->name());
        default:
            break;
    }
    const double number = numberOf(message, field);
    if (annotation.instant()) {
        const Instant at(std::chrono::milliseconds(static_cast<std::int64_t>(number)));
        return workplace_.words().moment(at);
    }
    const QString words =
        workplace_.words().number(number, static_cast<int>(annotation.decimals()));
    const QString unit = unitWords(annotation.unit());
    return unit.isEmpty() ? words : words + QChar(0x00a0) + unit;
}

QString ValueWords::messageWords(const Message& message)
{
    const auto& descriptor = *message.GetDescriptor();
    if (descriptor.name() == "Date") {
        v1::Date date;
        date.ParseFromString(message.SerializeAsString());
        const QDate day(date.year(), date.month(), date.day());
        return day.isValid() ? workplace_.words().locale().toString(day, "d MMMM yyyy")
                             : QString::number(date.year());
    }
    if (isFileReference(descriptor)) {
        v1::FileReference file;
        file.ParseFromString(message.SerializeAsString());
        return formatWords(file.media_type()) + QStringLiteral(", ") +
               sizeWords(file.size(), workplace_.words());
    }
    if (descriptor.name() == "BloodPressure") {
        v1::BloodPressure pressure;
        pressure.ParseFromString(message.SerializeAsString());
        const QString place =
            codeWords("body_position", pressure.position(), workplace_.words().isEnglish());
        QString words = QStringLiteral("%1/%2").arg(pressure.systolic()).arg(pressure.diastolic());
        return place.isEmpty() ? words : words + QLatin1Char(' ') + place.toLower();
    }
    std::vector<const FieldDescriptor*> fields;
    message.GetReflection()->ListFields(message, &fields);
    QStringList parts;
    for (const FieldDescriptor* field : fields) {
        const int count =
            field->is_repeated() ? message.GetReflection()->FieldSize(message, field) : 1;
        for (int index = 0; index < count; ++index) {
            parts << part(message, *field, index);
        }
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString ValueWords::reading(const FieldSchema& field, const std::string& bytes)
{
    if (bytes.empty()) return {};
    const auto message = parsed(workplace_.schema(), field, bytes);
    const bool isThere = field.descriptor->is_repeated() ||
                         message->GetReflection()->HasField(*message, field.descriptor);
    if (!isThere) return {};
    if (field.annotation.code_list() == "" || field.descriptor->message_type() == nullptr) {
        return part(*message, *field.descriptor, 0);
    }
    v1::Codes codes;
    codes.ParseFromString(
        message->GetReflection()->GetMessage(*message, field.descriptor).SerializeAsString());
    QStringList labels;
    for (const std::string& code : codes.code()) {
        labels << codeWords(field.annotation.code_list(), code, workplace_.words().isEnglish());
    }
    return labels.join(QStringLiteral(", "));
}

QString ValueWords::editing(const FieldSchema& field, const std::string& bytes)
{
    if (bytes.empty()) return {};
    const auto message = parsed(workplace_.schema(), field, bytes);
    const auto& descriptor = *field.descriptor;
    const auto& reflection = *message->GetReflection();
    if (descriptor.type() == FieldDescriptor::TYPE_STRING) {
        return QString::fromStdString(reflection.GetString(*message, &descriptor));
    }
    if (descriptor.cpp_type() == FieldDescriptor::CPPTYPE_BOOL) {
        return reflection.GetBool(*message, &descriptor) ? QStringLiteral("1")
                                                         : QStringLiteral("0");
    }
    if (descriptor.cpp_type() == FieldDescriptor::CPPTYPE_ENUM) {
        return QString::fromStdString(reflection.GetEnum(*message, &descriptor)->name());
    }
    if (isEditable(field)) {
        return workplace_.words().number(numberOf(*message, descriptor),
                                         static_cast<int>(field.annotation.decimals()));
    }
    return reading(field, bytes);
}

bool ValueWords::isEditable(const FieldSchema& field) const
{
    const auto& descriptor = *field.descriptor;
    if (descriptor.is_repeated() || field.annotation.instant() || field.annotation.time()) {
        return false;
    }
    return descriptor.type() == FieldDescriptor::TYPE_STRING || isWhole(descriptor) ||
           descriptor.cpp_type() == FieldDescriptor::CPPTYPE_DOUBLE ||
           descriptor.cpp_type() == FieldDescriptor::CPPTYPE_BOOL ||
           descriptor.cpp_type() == FieldDescriptor::CPPTYPE_ENUM;
}

std::optional<std::string> ValueWords::bytes(const FieldSchema& field, const QString& text)
{
    const auto& descriptor = *field.descriptor;
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) return std::string();
    if (descriptor.type() == FieldDescriptor::TYPE_STRING) {
        return textBytes(field.number, trimmed.toStdString());
    }
    const auto message = parsed(workplace_.schema(), field, {});
    const auto& reflection = *message->GetReflection();
    if (descriptor.cpp_type() == FieldDescriptor::CPPTYPE_BOOL) {
        reflection.SetBool(message.get(), &descriptor, trimmed == QLatin1String("1"));
        return message->SerializeAsString();
    }
    if (descriptor.cpp_type() == FieldDescriptor::CPPTYPE_ENUM) {
        const auto* value = descriptor.enum_type()->FindValueByName(trimmed.toStdString());
        if (value == nullptr) return std::nullopt;
        reflection.SetEnum(message.get(), &descriptor, value);
        return message->SerializeAsString();
    }
    bool isNumber = false;
    QString digits = trimmed;
    digits.replace(QChar(0x2212), QLatin1Char('-'));
    const double number = workplace_.words().locale().toDouble(digits, &isNumber);
    if (!isNumber || !isEditable(field)) return std::nullopt;
    if (descriptor.cpp_type() == FieldDescriptor::CPPTYPE_DOUBLE) {
        reflection.SetDouble(message.get(), &descriptor, number);
        return message->SerializeAsString();
    }
    const auto whole = static_cast<std::int64_t>(number);
    if (static_cast<double>(whole) != number) return std::nullopt;
    return integerBytes(field.number, whole);
}

QVariantList ValueWords::options(const FieldSchema& field) const
{
    QVariantList options;
    const auto add = [&](const QString& code, const QString& text) {
        options << QVariantMap{{"code", code}, {"text", text}};
    };
    if (field.descriptor->cpp_type() == FieldDescriptor::CPPTYPE_BOOL) {
        add(QStringLiteral("1"), QObject::tr("Oui"));
        add(QStringLiteral("0"), QObject::tr("Non"));
    }
    if (field.descriptor->cpp_type() == FieldDescriptor::CPPTYPE_ENUM) {
        for (int i = 1; i < field.descriptor->enum_type()->value_count(); ++i) {
            const std::string& name = field.descriptor->enum_type()->value(i)->name();
            add(QString::fromStdString(name), roleWords(name));
        }
    }
    for (const Code& code : codesOf(field.annotation.code_list())) {
        add(QString::fromLatin1(code.code.data(), static_cast<qsizetype>(code.code.size())),
            codeWords(field.annotation.code_list(), std::string(code.code),
                      workplace_.words().isEnglish()));
    }
    return options;
}

}  // namespace liaison
