// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/id.h"

namespace liaison {

/// The bytes of a field with this number as they stand in a patch.
std::string textBytes(std::uint32_t number, std::string_view utf8);
std::string idBytes(std::uint32_t number, const RecordId& id);
std::string integerBytes(std::uint32_t number, std::int64_t value);

/// The text in the bytes of a string field; nothing for no bytes.
std::string textIn(std::string_view fieldBytes);

}  // namespace liaison
