// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "tests/support/dice.h"

namespace liaison {

/// The bytes of a JPEG picture as far as this product looks: its segments, and in them whatever
/// this seed makes; the same for the same seed and size, and nothing that can be compressed. At
/// least 14 bytes.
inline std::string madePicture(std::size_t size, std::uint64_t seed)
{
    Dice dice(seed);
    std::string bytes("\xff\xd8\xff\xda\0\x08\x01\x01\0\0\x3f\0", 12);
    while (bytes.size() + 2 < size) {
        const char byte = static_cast<char>(dice.any());
        bytes.push_back(byte == '\xff' ? '\0' : byte);
    }
    return bytes + "\xff\xd9";
}

}  // namespace liaison
