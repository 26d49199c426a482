// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "shared/base/result.h"

namespace liaison {

/// The 32 bytes that open a store. Every copy wipes its bytes when it goes.
class StoreKey {
public:
    static constexpr std::size_t kBytes = 32;

    /// A new key from the random source of the system.
    static StoreKey make();
    /// The key in exactly 32 bytes; `malformed` for any other length. The caller wipes its own.
    static Result<StoreKey> fromBytes(std::string_view bytes);

    StoreKey(const StoreKey&) = default;
    StoreKey& operator=(const StoreKey&) = default;
    ~StoreKey();

    /// Valid as long as the key is.
    std::string_view bytes() const;

    /// Compares in constant time.
    bool operator==(const StoreKey& other) const;

private:
    StoreKey() = default;

    std::array<std::uint8_t, kBytes> bytes_{};
};

}  // namespace liaison
