// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "liaison/v1/ledger.pb.h"
#include "shared/base/id.h"

namespace liaison {

/// Names an edit and, with a record and a field, a value; for ever.
///
/// Two edits under one number and n (a cloned phone) keep different names, because the hash in
/// the dot differs; a name whose bytes differ replaces nothing.
struct Dot {
    DeviceNumber device;
    std::uint64_t n = 0;
    std::uint32_t hash = 0;  ///< first 4 bytes of the edit's hash, big endian

    static Dot from(const v1::Dot& message);
    void to(v1::Dot& message) const;
    /// device:n:hash, in hexadecimal but for n.
    std::string text() const;

    auto operator<=>(const Dot&) const = default;
};

}  // namespace liaison

template <>
struct std::hash<liaison::Dot> {
    std::size_t operator()(const liaison::Dot& dot) const noexcept
    {
        return dot.device.value * 0x9e3779b97f4a7c15u ^ dot.n << 32 ^ dot.hash;
    }
};
