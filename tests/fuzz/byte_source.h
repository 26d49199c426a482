// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace liaison::fuzz {

/// Takes an input apart from its beginning. Past its end everything is 0 and empty.
class ByteSource {
public:
    explicit ByteSource(std::string_view bytes) : rest_(bytes) {}

    bool isEmpty() const { return rest_.empty(); }
    std::uint8_t byte()
    {
        if (rest_.empty()) return 0;
        const auto value = static_cast<std::uint8_t>(rest_.front());
        rest_.remove_prefix(1);
        return value;
    }
    std::uint16_t two()
    {
        const std::uint8_t high = byte();
        return static_cast<std::uint16_t>(high << 8 | byte());
    }
    std::string piece(std::size_t bytes)
    {
        const std::string taken(rest_.substr(0, std::min(bytes, rest_.size())));
        rest_.remove_prefix(taken.size());
        return taken;
    }
    std::string rest() { return piece(rest_.size()); }

private:
    std::string_view rest_;
};

}  // namespace liaison::fuzz
