// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace liaison {

/// A moment in universal time, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Tells the time of this machine; a test hands in one that it moves by hand.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

/// The clock of the system. Made only where a program is put together.
class SystemClock final : public Clock {
public:
    Instant now() const override;
};

/// ISO 8601 in universal time, to the millisecond: 2026-09-14T08:42:00.000Z.
std::string isoText(Instant instant);

}  // namespace liaison
