// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "tests/support/dice.h"

namespace liaison {

/// The bytes of a JPEG picture as far as this product looks: its beginning, and then whatever this
/// seed makes; the same for the same seed and size, and nothing that can be compressed.
inline std::string madePicture(std::size_t size, std::uint64_t seed)
{
    Dice dice(seed);
    std::string bytes = "\xff\xd8\xff";
    while (bytes.size() < size) {
        bytes.push_back(static_cast<char>(dice.any()));
    }
    bytes.resize(size);
    return bytes;
}

}  // namespace liaison
