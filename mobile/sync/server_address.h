// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace liaison {

/// Where a server listens: HOST:PORT, the host being a name, an IPv4 address, or an IPv6 address in
/// brackets.
struct ServerAddress {
    std::string host;  ///< without brackets
    std::uint16_t port = 0;

    /// Fails with `malformed`.
    static Result<ServerAddress> read(std::string_view text);
};

}  // namespace liaison
