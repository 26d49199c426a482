// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace liaison {

/// SHA-256 (FIPS 180-4) of `bytes`: 32 bytes.
std::string sha256(std::string_view bytes);

/// HMAC-SHA-256 (RFC 2104) of `bytes` under `key`: 32 bytes.
std::string hmacSha256(std::string_view key, std::string_view bytes);

}  // namespace liaison
