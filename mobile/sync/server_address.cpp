// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/sync/server_address.h"

#include <charconv>

namespace liaison {

Result<ServerAddress> ServerAddress::read(std::string_view text)
{
    const Error malformed{ErrorCode::malformed, "not HOST:PORT: " + std::string(text)};
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) return malformed;
    std::string_view host = text.substr(0, colon);
    const std::string_view digits = text.substr(colon + 1);
    if (host.starts_with('[') && host.ends_with(']')) {
        host = host.substr(1, host.size() - 2);
    } else if (host.find(':') != std::string_view::npos) {
        return malformed;
    }
    std::uint16_t port = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    const bool isPort = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
    if (host.empty() || !isPort || port == 0) return malformed;
    return ServerAddress{std::string(host), port};
}

}  // namespace liaison
