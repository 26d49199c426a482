// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace liaison::demo {

/// Chance that can be repeated: the same seed gives the same throws on every machine.
///
/// SplitMix64 (Steele, Lea, Flood, 2014), because the generators and distributions of the standard
/// library may differ between machines.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    /// Dice for one purpose; what is thrown elsewhere does not change what they show.
    Dice of(std::string_view purpose, std::uint64_t number = 0) const;

    std::uint64_t next();
    /// From 0 up to, but not, `count`; `count` at least 1.
    std::size_t below(std::size_t count);
    /// Both ends included.
    int between(int low, int high);
    bool chance(int percent) { return between(1, 100) <= percent; }
    /// Around 0, mostly between -1 and 1, never beyond 3: a sum of throws.
    double spread();
    std::array<std::uint8_t, 10> bytes();

    template <typename T>
    const T& pick(const std::vector<T>& from)
    {
        return from[below(from.size())];
    }

private:
    std::uint64_t state_;
};

}  // namespace liaison::demo
