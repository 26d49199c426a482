// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace liaison {

/// Where random bytes come from.
class Randomness {
public:
    virtual ~Randomness() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

/// Fills `bytes` from the random source of the system, or from what replaces it for this thread.
/// A system without random bytes is a bug of its own and stops the program.
void fillRandomly(std::span<std::uint8_t> bytes);

/// While it lives, everything random that this thread makes through `fillRandomly` (ids, salts,
/// secrets) comes from `source`. For tests, where one seed has to give one run; one at a time.
class ReplacedRandomness {
public:
    explicit ReplacedRandomness(Randomness& source);
    ReplacedRandomness(const ReplacedRandomness&) = delete;
    ReplacedRandomness& operator=(const ReplacedRandomness&) = delete;
    ~ReplacedRandomness();
};

}  // namespace liaison
