// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace liaison {

/// Lower-case hexadecimal digits, two for each byte.
std::string toHex(std::string_view bytes);

/// The bytes that these hexadecimal digits name; `malformed` when they are not such digits.
Result<std::string> fromHex(std::string_view digits);

/// True when both are the same, in a time that depends on the length alone.
bool equalInConstantTime(std::string_view left, std::string_view right);

/// `count` bytes from `fillRandomly`.
std::string randomBytes(std::size_t count);

/// True when `text` is well-formed UTF-8 (RFC 3629).
bool isUtf8(std::string_view text);

/// The longest beginning of `text` that is well-formed UTF-8 and has at most `bytesMax` bytes.
std::string utf8Beginning(std::string_view text, std::size_t bytesMax);

}  // namespace liaison
