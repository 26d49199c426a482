// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/annotation.h"

namespace liaison {

v1::Field annotationOf(const google::protobuf::FieldDescriptor& field)
{
    if (field.options().HasExtension(v1::field)) return field.options().GetExtension(v1::field);
    google::protobuf::FieldOptions known;
    known.ParseFromString(field.options().SerializeAsString());
    return known.GetExtension(v1::field);
}

}  // namespace liaison
