// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace liaison {

/// The top-level fields of an encoded protobuf message, each with the bytes it was written with:
/// all occurrences of the field in their order, tags included.
///
/// Blind to the schema: a field that this build has never heard of is cut, kept and joined again
/// like any other.
using FieldBytes = std::map<std::uint32_t, std::string>;

/// Cuts a message into its fields on the wire format alone. Fails with `malformed` on truncated
/// bytes, on groups, on field number 0 and on what is no wire type.
Result<FieldBytes> cutPatch(std::string_view patch);

/// The message with these fields, in ascending order of their numbers.
std::string joinPatch(const FieldBytes& fields);

}  // namespace liaison
