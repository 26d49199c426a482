// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/schema.h"

#include <google/protobuf/dynamic_message.h>

#include <algorithm>

#include "liaison/v1/care.pb.h"
#include "shared/record/file_reference.h"

namespace liaison {

namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

/// Whether a list of roles has this one.
template <typename Roles>
bool names(const Roles& roles, Role role)
{
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

std::vector<Role> rolesIn(const v1::Roles& roles)
{
    std::vector<Role> list;
    for (const int role : roles.role()) {
        list.push_back(static_cast<Role>(role));
    }
    return list;
}

/// The annotation of this message or field, read through its bytes: a schema that was parsed at
/// run time keeps its options as unknown fields.
template <typename Annotation, typename Options, typename Extension>
Annotation annotationOf(const Options& options, const Extension& extension)
{
    Options known;
    known.ParseFromString(options.SerializeAsString());
    return known.GetExtension(extension);
}

FieldSchema fieldOf(const FieldDescriptor& descriptor, const v1::Kind& kind)
{
    FieldSchema field;
    field.number = static_cast<std::uint32_t>(descriptor.number());
    field.name = descriptor.name();
    field.descriptor = &descriptor;
    field.annotation = annotationOf<v1::Field>(descriptor.options(), v1::field);
    const v1::Field& annotation = field.annotation;
    field.readers = rolesIn(annotation.has_readers() ? annotation.readers() : kind.readers());
    field.writers = rolesIn(annotation.has_writers() ? annotation.writers() : kind.writers());
    return field;
}

template <typename Wanted>
const FieldSchema* fieldWhere(const std::vector<FieldSchema>& fields, Wanted wanted)
{
    const auto found = std::find_if(fields.begin(), fields.end(), wanted);
    return found == fields.end() ? nullptr : &*found;
}

}  // namespace

bool FieldSchema::readableBy(Role role) const
{
    return names(readers, role);
}

bool FieldSchema::writableBy(Role role) const
{
    return names(writers, role);
}

const FieldSchema* KindSchema::field(std::uint32_t sought) const
{
    return fieldWhere(fields, [&](const FieldSchema& field) { return field.number == sought; });
}

const FieldSchema* KindSchema::field(std::string_view sought) const
{
    return fieldWhere(fields, [&](const FieldSchema& field) { return field.name == sought; });
}

const FieldSchema* KindSchema::subject() const
{
    return fieldWhere(fields, [](const FieldSchema& field) { return field.annotation.subject(); });
}

const FieldSchema* KindSchema::parent() const
{
    return fieldWhere(fields, [](const FieldSchema& field) { return field.annotation.parent(); });
}

const FieldSchema* KindSchema::time() const
{
    return fieldWhere(fields, [](const FieldSchema& field) { return field.annotation.time(); });
}

const FieldSchema* KindSchema::title() const
{
    return fieldWhere(fields, [](const FieldSchema& field) { return field.annotation.title(); });
}

bool KindSchema::readableBy(Role role) const
{
    return names(annotation.readers().role(), role);
}

bool KindSchema::writableBy(Role role) const
{
    return names(annotation.writers().role(), role);
}

Schema::Schema(const google::protobuf::FileDescriptor* file, KnowsCode knowsCode)
{
    const auto messages = std::make_shared<google::protobuf::DynamicMessageFactory>();
    messages->SetDelegateToGeneratedFactory(true);
    messages_ = messages;
    for (int i = 0; i < file->message_type_count(); ++i) {
        const Descriptor& message = *file->message_type(i);
        const auto annotation = annotationOf<v1::Kind>(message.options(), v1::kind);
        if (annotation.number() == 0) continue;
        KindSchema kind{annotation.number(),
                        message.name(),
                        &message,
                        annotation,
                        {},
                        messages->GetPrototype(&message),
                        knowsCode};
        for (int j = 0; j < message.field_count(); ++j) {
            kind.fields.push_back(fieldOf(*message.field(j), annotation));
            if (namesFile(*message.field(j))) {
                kind.fileFields.push_back(kind.fields.back().number);
            }
        }
        version_ += 1 + static_cast<std::uint32_t>(kind.fields.size());
        kinds_.push_back(std::move(kind));
    }
}

const Schema& Schema::care()
{
    static const Schema schema(v1::Person::descriptor()->file());
    return schema;
}

const KindSchema* Schema::kind(std::uint32_t number) const
{
    const auto found = std::find_if(kinds_.begin(), kinds_.end(),
                                    [&](const KindSchema& kind) { return kind.number == number; });
    return found == kinds_.end() ? nullptr : &*found;
}

const KindSchema* Schema::kind(std::string_view name) const
{
    const auto found = std::find_if(kinds_.begin(), kinds_.end(),
                                    [&](const KindSchema& kind) { return kind.name == name; });
    return found == kinds_.end() ? nullptr : &*found;
}

}  // namespace liaison
