// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <google/protobuf/descriptor.h>

#include <string>
#include <vector>

#include "shared/record/schema.h"

namespace liaison {

/// What in this file breaks the rules that a schema of records is held to, one sentence for each,
/// beginning with the path of the culprit; empty when nothing does. `knowsList` tells whether a
/// code list of this name exists.
std::vector<std::string> schemaViolations(const google::protobuf::FileDescriptor& file,
                                          bool (*knowsList)(std::string_view list));

/// One line for each kind, field, sub-field and enumerator that records of this file are written
/// with, for example "kind 2 / 8 address Address" or "Address / 1 street string".
std::vector<std::string> schemaLines(const google::protobuf::FileDescriptor& file);

}  // namespace liaison
