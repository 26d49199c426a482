// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <google/protobuf/descriptor.h>

#include <cstdint>
#include <string>

#include "tests/support/dice.h"

namespace liaison {

/// The bytes of this field with a value of its type: often zero, no or empty, and drawn from so
/// few that two writers sometimes write the same.
std::string randomValue(const google::protobuf::FieldDescriptor& field, Dice& dice);

/// The bytes of a field that no schema knows, of any wire type and with up to three occurrences.
std::string randomUnknownValue(std::uint32_t number, Dice& dice);

}  // namespace liaison
