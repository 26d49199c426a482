// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/time.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace liaison {

Instant SystemClock::now() const
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now());
}

std::string isoText(Instant instant)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(instant);
    const auto milliseconds = (instant - seconds).count();
    const std::time_t time = seconds.time_since_epoch().count();
    std::tm parts{};
    gmtime_r(&time, &parts);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    std::array<char, 8> fraction{};
    std::snprintf(fraction.data(), fraction.size(), ".%03dZ", static_cast<int>(milliseconds));
    return std::string(text.data()) + fraction.data();
}

}  // namespace liaison
