// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/measure.h"

#include <memory>

#include "shared/record/annotation.h"

namespace liaison {

namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

std::unique_ptr<Message> recordOf(const KindSchema& kind)
{
    return std::unique_ptr<Message>(kind.prototype->New());
}

bool isNumber(const FieldDescriptor& field)
{
    return !field.is_repeated() && (field.cpp_type() == FieldDescriptor::CPPTYPE_INT32 ||
                                    field.cpp_type() == FieldDescriptor::CPPTYPE_DOUBLE);
}

double numberOf(const Message& message, const FieldDescriptor& field)
{
    return field.cpp_type() == FieldDescriptor::CPPTYPE_INT32
               ? message.GetReflection()->GetInt32(message, &field)
               : message.GetReflection()->GetDouble(message, &field);
}

void setNumber(Message& message, const FieldDescriptor& field, double number)
{
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_INT32) {
        message.GetReflection()->SetInt32(&message, &field, static_cast<int>(number));
    } else {
        message.GetReflection()->SetDouble(&message, &field, number);
    }
}

QString labelOf(const v1::Field& annotation, bool english)
{
    return QString::fromStdString(english ? annotation.label().en() : annotation.label().fr());
}

MeasurePart partOf(const FieldDescriptor& descriptor, bool english)
{
    const v1::Field annotation = annotationOf(descriptor);
    return {&descriptor, labelOf(annotation, english), static_cast<int>(annotation.decimals()),
            annotation.plausible().min(), annotation.plausible().max()};
}

/// The numbers of a sub-message that has to have them all.
std::vector<MeasurePart> pairOf(const FieldDescriptor& descriptor, bool english)
{
    std::vector<MeasurePart> parts;
    if (descriptor.is_repeated() || descriptor.message_type() == nullptr) return parts;
    for (int i = 0; i < descriptor.message_type()->field_count(); ++i) {
        const FieldDescriptor& part = *descriptor.message_type()->field(i);
        if (isNumber(part) && annotationOf(part).required()) parts.push_back(partOf(part, english));
    }
    return parts.size() == 2 ? parts : std::vector<MeasurePart>{};
}

/// The message that holds the measure's numbers: the record's or the pair's.
const Message* holderIn(const Message& record, const FieldSchema& field)
{
    if (!record.GetReflection()->HasField(record, field.descriptor)) return nullptr;
    return field.descriptor->message_type() == nullptr
               ? &record
               : &record.GetReflection()->GetMessage(record, field.descriptor);
}

}  // namespace

std::vector<Measure> Measure::of(const KindSchema& kind, bool english)
{
    std::vector<Measure> measures;
    for (const FieldSchema& field : kind.fields) {
        Measure measure;
        measure.kind_ = &kind;
        measure.field_ = &field;
        measure.label_ = labelOf(field.annotation, english);
        if (isNumber(*field.descriptor) && field.annotation.has_plausible()) {
            measure.parts_ = {partOf(*field.descriptor, english)};
            measure.unit_ = unitWords(field.annotation.unit());
        } else {
            measure.parts_ = pairOf(*field.descriptor, english);
            if (measure.isPair()) {
                measure.unit_ = unitWords(annotationOf(*measure.parts_[0].descriptor).unit());
            }
        }
        if (!measure.parts_.empty()) measures.push_back(std::move(measure));
    }
    return measures;
}

std::vector<std::optional<double>> Measure::numbers(const std::string& bytes) const
{
    std::vector<std::optional<double>> numbers(parts_.size());
    const auto record = recordOf(*kind_);
    if (bytes.empty() || !record->ParseFromString(bytes)) return numbers;
    const Message* holder = holderIn(*record, *field_);
    for (std::size_t i = 0; holder != nullptr && i < parts_.size(); ++i) {
        if (holder->GetReflection()->HasField(*holder, parts_[i].descriptor)) {
            numbers[i] = numberOf(*holder, *parts_[i].descriptor);
        }
    }
    return numbers;
}

std::string Measure::bytes(const std::vector<double>& numbers, const std::string& position) const
{
    const auto record = recordOf(*kind_);
    Message* holder =
        isPair() ? record->GetReflection()->MutableMessage(record.get(), field_->descriptor)
                 : record.get();
    for (std::size_t i = 0; i < parts_.size() && i < numbers.size(); ++i) {
        setNumber(*holder, *parts_[i].descriptor, numbers[i]);
    }
    const auto* place = holder->GetDescriptor()->FindFieldByName("position");
    if (isPair() && place != nullptr && !position.empty()) {
        holder->GetReflection()->SetString(holder, place, position);
    }
    return record->SerializeAsString();
}

std::string Measure::position(const std::string& bytes) const
{
    const auto record = recordOf(*kind_);
    if (!isPair() || bytes.empty() || !record->ParseFromString(bytes)) return {};
    const Message* holder = holderIn(*record, *field_);
    const auto* place =
        holder == nullptr ? nullptr : holder->GetDescriptor()->FindFieldByName("position");
    return place == nullptr ? std::string() : holder->GetReflection()->GetString(*holder, place);
}

std::string Measure::positionList() const
{
    if (!isPair()) return {};
    const auto* place = field_->descriptor->message_type()->FindFieldByName("position");
    return place == nullptr ? std::string() : annotationOf(*place).code_list();
}

QString Measure::text(const std::string& bytes, const DateWords& words) const
{
    QStringList parts;
    const auto values = numbers(bytes);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i]) parts << words.number(*values[i], parts_[i].decimals);
    }
    return parts.join(QLatin1Char('/'));
}

MeasureBounds boundsOf(const std::string& personBytes, const KindSchema& person,
                       const std::string& name)
{
    MeasureBounds bounds;
    const FieldSchema* field = person.field("bounds");
    const auto record = recordOf(person);
    if (field == nullptr || !record->ParseFromString(personBytes)) return bounds;
    const Message& all = record->GetReflection()->GetMessage(*record, field->descriptor);
    const auto* one = all.GetDescriptor()->FindFieldByName(name);
    if (one == nullptr || one->message_type() == nullptr) return bounds;
    if (!all.GetReflection()->HasField(all, one)) return bounds;
    const Message& pair = all.GetReflection()->GetMessage(all, one);
    const auto number = [&](const char* part) -> std::optional<double> {
        const auto* descriptor = pair.GetDescriptor()->FindFieldByName(part);
        if (!pair.GetReflection()->HasField(pair, descriptor)) return std::nullopt;
        return pair.GetReflection()->GetDouble(pair, descriptor);
    };
    bounds.low = number("low");
    bounds.high = number("high");
    const auto* author = all.GetDescriptor()->FindFieldByName("set_by");
    bounds.setBy = QString::fromStdString(all.GetReflection()->GetString(all, author));
    return bounds;
}

QString unitWords(const std::string& ucum)
{
    if (ucum == "mm[Hg]") return QStringLiteral("mmHg");
    if (ucum == "Cel") return QStringLiteral("°C");
    if (ucum == "/d") return QStringLiteral("/j");
    if (ucum.starts_with('{')) return {};
    return QString::fromStdString(ucum);
}

}  // namespace liaison
