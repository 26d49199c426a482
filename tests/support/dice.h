// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

namespace liaison {

/// Chance from a seed: the same seed rolls the same on every machine.
///
/// The distributions of the standard library are not used, because their results differ between
/// implementations.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    std::uint64_t any() { return engine_(); }
    /// 0 to `count` - 1; `count` is at least 1.
    std::size_t below(std::size_t count) { return engine_() % count; }
    /// `from` to `to`, both included.
    std::size_t between(std::size_t from, std::size_t to) { return from + below(to - from + 1); }
    bool oneIn(std::size_t count) { return below(count) == 0; }

    template <typename T>
    const T& pick(const std::vector<T>& values)
    {
        return values[below(values.size())];
    }

    template <typename T>
    void shuffle(std::vector<T>& values)
    {
        for (std::size_t left = values.size(); left > 1; --left) {
            std::swap(values[left - 1], values[below(left)]);
        }
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace liaison
