// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <google/protobuf/descriptor.h>

#include "liaison/v1/options.pb.h"

namespace liaison {

/// The annotation of a field, also of a schema that was parsed at run time, whose options are
/// unknown fields to it. Constant time after the first call for a field of the compiled schema.
v1::Field annotationOf(const google::protobuf::FieldDescriptor& field);

/// The same without a copy, owned by the field's descriptor; null for a field of a schema that was
/// parsed at run time.
const v1::Field* knownAnnotationOf(const google::protobuf::FieldDescriptor& field);

}  // namespace liaison
