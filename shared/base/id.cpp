// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/id.h"

#include <algorithm>

#include "shared/base/bytes.h"
#include "shared/base/randomness.h"

namespace liaison {

RecordId RecordId::make(Instant now, const std::array<std::uint8_t, 10>& random)
{
    std::array<std::uint8_t, 16> bytes{};
    const auto milliseconds = static_cast<std::uint64_t>(now.time_since_epoch().count());
    for (std::size_t i = 0; i < 6; ++i) {
        bytes[i] = static_cast<std::uint8_t>(milliseconds >> (8 * (5 - i)));
    }
    std::copy(random.begin(), random.end(), bytes.begin() + 6);
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | 0x70);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
    return RecordId(bytes);
}

RecordId RecordId::make(Instant now)
{
    std::array<std::uint8_t, 10> random{};
    fillRandomly(random);
    return make(now, random);
}

Result<RecordId> RecordId::fromBytes(std::string_view bytes)
{
    if (bytes.size() != 16) return Error{ErrorCode::malformed, "a record id has 16 bytes"};
    std::array<std::uint8_t, 16> copy{};
    std::copy(bytes.begin(), bytes.end(), copy.begin());
    return RecordId(copy);
}

Result<RecordId> RecordId::fromText(std::string_view text)
{
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                 [](char c) { return c != '-'; });
    auto bytes = fromHex(digits);
    if (!bytes) return bytes.error();
    return fromBytes(*bytes);
}

std::string RecordId::text() const
{
    std::string text = toHex(bytes());
    for (const std::size_t position : std::array<std::size_t, 4>{20, 16, 12, 8}) {
        text.insert(position, 1, '-');
    }
    return text;
}

DeviceNumber DeviceNumber::ofKey(std::string_view spkiSha256)
{
    ensure(spkiSha256.size() == 32, "a SHA-256 has 32 bytes");
    DeviceNumber number;
    for (std::size_t i = 0; i < 6; ++i) {
        number.value = number.value << 8 | static_cast<std::uint8_t>(spkiSha256[i]);
    }
    return number;
}

std::string DeviceNumber::text() const
{
    std::string bytes;
    for (int shift = 40; shift >= 0; shift -= 8) {
        bytes.push_back(static_cast<char>(value >> shift));
    }
    return toHex(bytes);
}

}  // namespace liaison
