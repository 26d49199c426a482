// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/time.h"

namespace liaison {

/// Sixteen bytes that name one record for ever: a UUIDv7 (RFC 9562) made on the device that wrote
/// it first, so that ids made later sort later.
class RecordId {
public:
    RecordId() = default;
    explicit RecordId(const std::array<std::uint8_t, 16>& bytes) : bytes_(bytes) {}

    /// The id of a record written at `now`, made unique by ten random bytes.
    static RecordId make(Instant now, const std::array<std::uint8_t, 10>& random);
    /// The same, with random bytes from the system.
    static RecordId make(Instant now);

    /// The id in exactly 16 bytes; `malformed` for any other length.
    static Result<RecordId> fromBytes(std::string_view bytes);
    /// The id written as 32 hexadecimal digits, hyphens allowed; `malformed` otherwise.
    static Result<RecordId> fromText(std::string_view text);

    std::string bytes() const { return {bytes_.begin(), bytes_.end()}; }
    /// 8-4-4-4-12 hexadecimal digits.
    std::string text() const;
    bool isNull() const { return *this == RecordId{}; }

    auto operator<=>(const RecordId&) const = default;

private:
    std::array<std::uint8_t, 16> bytes_{};
};

/// Names a device for ever: the first 6 bytes of SHA-256 of its public key, big endian.
///
/// No centre hands these numbers out, so a restored centre cannot hand one out twice.
struct DeviceNumber {
    std::uint64_t value = 0;

    /// From the SHA-256 of a public key in SPKI form.
    static DeviceNumber ofKey(std::string_view spkiSha256);
    /// Twelve hexadecimal digits.
    std::string text() const;

    auto operator<=>(const DeviceNumber&) const = default;
};

}  // namespace liaison

template <>
struct std::hash<liaison::RecordId> {
    std::size_t operator()(const liaison::RecordId& id) const noexcept
    {
        return std::hash<std::string>{}(id.bytes());
    }
};
