// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/schema_rules.h"

#include <algorithm>
#include <set>

#include "shared/record/annotation.h"
#include "shared/record/file_reference.h"

namespace liaison {

namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

constexpr int kVoidedNumber = 15;
constexpr int kDepthMax = 15;

bool isNumber(const FieldDescriptor& field)
{
    switch (field.cpp_type()) {
        case FieldDescriptor::CPPTYPE_INT32:
        case FieldDescriptor::CPPTYPE_INT64:
        case FieldDescriptor::CPPTYPE_UINT32:
        case FieldDescriptor::CPPTYPE_UINT64:
        case FieldDescriptor::CPPTYPE_FLOAT:
        case FieldDescriptor::CPPTYPE_DOUBLE:
            return true;
        default:
            return false;
    }
}

bool isMessage(const FieldDescriptor& field)
{
    return field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
}

bool hasBoth(const v1::Label& label)
{
    return !label.fr().empty() && !label.en().empty();
}

bool isWithin(const std::vector<Role>& inner, const std::vector<Role>& outer)
{
    return std::all_of(inner.begin(), inner.end(), [&](Role role) {
        return std::find(outer.begin(), outer.end(), role) != outer.end();
    });
}

std::vector<Role> rolesIn(const v1::Roles& roles)
{
    std::vector<Role> list;
    for (const int role : roles.role()) {
        list.push_back(static_cast<Role>(role));
    }
    return list;
}

/// Walks the kinds of a schema and their sub-messages, and gathers what is wrong.
class Walk {
public:
    Walk(const Schema& schema, bool (*knowsList)(std::string_view list))
        : schema_(schema), knowsList_(knowsList)
    {
    }

    std::vector<std::string> take()
    {
        std::set<std::uint32_t> numbers;
        for (const KindSchema& kind : schema_.kinds()) {
            require(numbers.insert(kind.number).second, kind.name, "number of another kind");
            checkKind(kind);
        }
        return std::move(found_);
    }

private:
    void require(bool holds, const std::string& path, const std::string& otherwise)
    {
        if (!holds) found_.push_back(path + ": " + otherwise);
    }

    void checkKind(const KindSchema& kind)
    {
        const auto readers = rolesIn(kind.annotation.readers());
        const auto writers = rolesIn(kind.annotation.writers());
        require(hasBoth(kind.annotation.label()), kind.name, "label lacks a language");
        require(hasBoth(kind.annotation.plural()), kind.name, "plural lacks a language");
        require(!readers.empty() && !writers.empty(), kind.name, "nobody reads or writes it");
        require(isWithin(writers, readers), kind.name, "somebody writes who does not read");
        const FieldSchema* voided = kind.field(std::uint32_t{kVoidedNumber});
        require(voided != nullptr && voided->name == "voided" && isMessage(*voided->descriptor) &&
                    voided->descriptor->message_type()->name() == "Voided",
                kind.name, "15 is not voided");
        checkSingular(kind, "subject", &v1::Field::subject);
        checkSingular(kind, "parent", &v1::Field::parent);
        checkSingular(kind, "time", &v1::Field::time);
        checkSingular(kind, "title", &v1::Field::title);
        for (const FieldSchema& field : kind.fields) {
            checkKindField(kind, field, readers, writers);
        }
    }

    void checkSingular(const KindSchema& kind, const std::string& what,
                       bool (v1::Field::*says)() const)
    {
        const auto count =
            std::count_if(kind.fields.begin(), kind.fields.end(),
                          [&](const FieldSchema& field) { return (field.annotation.*says)(); });
        require(count <= 1, kind.name, "more than one " + what);
    }

    void checkKindField(const KindSchema& kind, const FieldSchema& field,
                        const std::vector<Role>& readers, const std::vector<Role>& writers)
    {
        const std::string path = kind.name + "." + field.name;
        const v1::Field& says = field.annotation;
        const FieldDescriptor& descriptor = *field.descriptor;
        const bool isBytes = descriptor.type() == FieldDescriptor::TYPE_BYTES;
        require(!descriptor.is_repeated(), path, "repeated, though it is a field of a record");
        require(!field.readers.empty(), path, "nobody reads it");
        require(isWithin(field.readers, readers), path, "read by who does not read the kind");
        require(isWithin(field.writers, field.readers), path, "written by who does not read it");
        require(!says.required() || isWithin(writers, field.writers), path,
                "required of somebody who may not write it");
        require((!says.subject() && !says.parent()) || isBytes, path, "an id is bytes");
        require(!says.title() || descriptor.type() == FieldDescriptor::TYPE_STRING, path,
                "a title is text");
        if (says.time()) checkTime(path, descriptor);
        checkField(path, descriptor, {}, 1);
    }

    void checkTime(const std::string& path, const FieldDescriptor& field)
    {
        const FieldDescriptor* moment =
            isMessage(field) ? field.message_type()->FindFieldByName("start") : &field;
        require(moment != nullptr && moment->type() == FieldDescriptor::TYPE_INT64 &&
                    annotationOf(*moment).instant(),
                path, "a time is an instant, or starts with one");
    }

    /// `taken` holds what the enclosing field says for those that do not say it themselves.
    void checkField(const std::string& path, const FieldDescriptor& field, const v1::Field& taken,
                    int depth)
    {
        v1::Field says = taken;
        const v1::Field own = annotationOf(field);
        says.MergeFrom(own);
        require(hasBoth(own.label()), path, "label lacks a language");
        require(!field.is_map(), path, "a map");
        require(field.real_containing_oneof() == nullptr, path, "in a oneof");
        require(field.is_repeated() || field.has_presence(), path, "not optional");
        require(!own.has_plausible() || own.plausible().min() < own.plausible().max(), path,
                "an empty range");
        require(own.refers_to() == 0 || schema_.kind(own.refers_to()) != nullptr, path,
                "refers to no kind");
        require(own.code_list().empty() || knowsList_(own.code_list()), path,
                "no code list " + own.code_list());
        if (isMessage(field)) return checkMessageField(path, field, own, says, depth);
        checkScalar(path, field, own, says);
    }

    void checkMessageField(const std::string& path, const FieldDescriptor& field,
                           const v1::Field& own, const v1::Field& says, int depth)
    {
        const Descriptor& message = *field.message_type();
        if (own.calendar_day()) {
            for (const char* part : {"year", "month", "day"}) {
                const FieldDescriptor* number = message.FindFieldByName(part);
                require(number != nullptr && number->type() == FieldDescriptor::TYPE_INT32, path,
                        std::string("no ") + part);
            }
        }
        const bool isFile = isFileReference(message);
        require(!isFile || (depth == 1 && own.has_plausible()), path,
                "a file without a size, or inside of a field");
        require(isFile || !own.prefetch(), path, "prefetched, and no file");
        if (depth >= kDepthMax) return require(false, path, "too deep");
        v1::Field taken;
        taken.set_unit(says.unit());
        taken.set_code_list(says.code_list());
        taken.set_refers_to(says.refers_to());
        if (says.has_plausible()) *taken.mutable_plausible() = says.plausible();
        for (int i = 0; i < message.field_count(); ++i) {
            const FieldDescriptor& part = *message.field(i);
            checkField(path + "." + part.name(), part, taken, depth + 1);
        }
    }

    void checkScalar(const std::string& path, const FieldDescriptor& field, const v1::Field& own,
                     const v1::Field& says)
    {
        const bool isText = field.type() == FieldDescriptor::TYPE_STRING;
        const bool isBytes = field.type() == FieldDescriptor::TYPE_BYTES;
        require(!field.is_repeated() || isText || isBytes, path, "repeated numbers");
        require(own.code_list().empty() || isText, path, "codes are text");
        require(
            !isBytes || says.subject() || says.parent() || says.refers_to() != 0 || own.sha256(),
            path, "bytes that are no id");
        require(!own.sha256() || isBytes, path, "a hash is bytes");
        require(isNumber(field) || own.unit().empty(), path, "a unit without a number");
        require(own.instant() == (field.type() == FieldDescriptor::TYPE_INT64), path,
                "int64 and instant are the same");
        const bool isMeasured = field.cpp_type() == FieldDescriptor::CPPTYPE_DOUBLE ||
                                field.type() == FieldDescriptor::TYPE_INT32 ||
                                field.type() == FieldDescriptor::TYPE_UINT32;
        require(!isMeasured || says.has_plausible(), path, "a number without a range");
        for (const std::string& other : {own.above(), own.at_least()}) {
            const FieldDescriptor* beside = field.containing_type()->FindFieldByName(other);
            require(other.empty() || (beside != nullptr && isNumber(*beside)), path,
                    "no number " + other + " beside it");
        }
    }

    const Schema& schema_;
    bool (*knowsList_)(std::string_view list);
    std::vector<std::string> found_;
};

std::string typeName(const FieldDescriptor& field)
{
    const std::string repeated = field.is_repeated() ? "repeated " : "";
    if (isMessage(field)) return repeated + field.message_type()->name();
    if (field.type() == FieldDescriptor::TYPE_ENUM) return repeated + field.enum_type()->name();
    return repeated + field.type_name();
}

/// The lines of a message, and once each those of the messages and enumerations it is made of.
void addLines(const std::string& owner, const Descriptor& message, std::set<std::string>& seen,
              std::vector<std::string>& lines)
{
    for (int i = 0; i < message.field_count(); ++i) {
        const FieldDescriptor& field = *message.field(i);
        lines.push_back(owner + " / " + std::to_string(field.number()) + " " + field.name() + " " +
                        typeName(field));
        if (const auto* type = field.enum_type(); type && seen.insert(type->name()).second) {
            for (int j = 0; j < type->value_count(); ++j) {
                lines.push_back(type->name() + " / " + std::to_string(type->value(j)->number()) +
                                " " + type->value(j)->name());
            }
        }
        if (const auto* type = field.message_type(); type && seen.insert(type->name()).second) {
            addLines(type->name(), *type, seen, lines);
        }
    }
}

}  // namespace

std::vector<std::string> schemaViolations(const google::protobuf::FileDescriptor& file,
                                          bool (*knowsList)(std::string_view list))
{
    const Schema schema(&file);
    return Walk(schema, knowsList).take();
}

std::vector<std::string> schemaLines(const google::protobuf::FileDescriptor& file)
{
    const Schema schema(&file);
    std::set<std::string> seen;
    std::vector<std::string> lines;
    for (const KindSchema& kind : schema.kinds()) {
        lines.push_back("kind " + std::to_string(kind.number) + " " + kind.name);
        addLines("kind " + std::to_string(kind.number), *kind.descriptor, seen, lines);
    }
    return lines;
}

}  // namespace liaison
