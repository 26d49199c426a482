// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/stamp.h"

#include <algorithm>

namespace liaison {

namespace {

using namespace std::chrono_literals;
constexpr auto kAheadMax = 60s;
constexpr std::int64_t kMillisecondsMax = (std::int64_t{1} << 48) - 1;

}  // namespace

Stamp Stamp::at(Instant instant, std::uint16_t counter)
{
    const std::int64_t milliseconds =
        std::clamp<std::int64_t>(instant.time_since_epoch().count(), 0, kMillisecondsMax);
    return {static_cast<std::uint64_t>(milliseconds) << 16 | counter};
}

Instant Stamp::instant() const
{
    return Instant(std::chrono::milliseconds(value >> 16));
}

Stamp shownAs(Stamp own, Instant receivedAt)
{
    return std::min(own, Stamp::at(receivedAt + kAheadMax));
}

Stamp nextStamp(Instant now, Stamp last)
{
    if (last.value == UINT64_MAX) return last;
    return std::max(Stamp::at(now), Stamp{last.value + 1});
}

Stamp afterSeeing(Stamp last, Stamp foreign, Instant now)
{
    if (foreign > Stamp::at(now + kAheadMax)) return last;
    return std::max(last, foreign);
}

Stamp afterContact(Stamp last, Instant now)
{
    return last > Stamp::at(now + kAheadMax) ? Stamp::at(now) : last;
}

}  // namespace liaison
