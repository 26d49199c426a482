// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/annotation.h"

namespace liaison {

const v1::Field* knownAnnotationOf(const google::protobuf::FieldDescriptor& field)
{
    const google::protobuf::FieldOptions& options = field.options();
    if (options.HasExtension(v1::field)) return &options.GetExtension(v1::field);
    const bool hidesNothing = options.GetReflection()->GetUnknownFields(options).empty();
    return hidesNothing ? &v1::Field::default_instance() : nullptr;
}

v1::Field annotationOf(const google::protobuf::FieldDescriptor& field)
{
    if (const v1::Field* known = knownAnnotationOf(field)) return *known;
    google::protobuf::FieldOptions known;
    known.ParseFromString(field.options().SerializeAsString());
    return known.GetExtension(v1::field);
}

}  // namespace liaison
