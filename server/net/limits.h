// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>

namespace liaison {

/// How long and how many: what one connection, one address and everybody together may take.
struct Limits {
    using Duration = std::chrono::milliseconds;

    Duration handshake = std::chrono::seconds(10);  ///< from accept to the end of the handshake
    Duration turn = std::chrono::seconds(60);       ///< waiting for its turn, before the handshake
    Duration visit = std::chrono::milliseconds(500);  ///< having its turn, before the next has it
    Duration firstFrame = std::chrono::seconds(10);   ///< from there to the first whole frame
    Duration idle = std::chrono::seconds(60);         ///< without a whole frame in or out
    Duration idlePinging = std::chrono::minutes(5);   ///< the same, for a device that pings
    /// A frame that has begun comes at this many bytes a second, after a grace at its beginning.
    Duration frameGrace = std::chrono::seconds(30);
    std::size_t frameBytesPerSecond = 1024;
    Duration connection = std::chrono::hours(1);  ///< in all; the device comes back at once
    Duration farewell = std::chrono::seconds(2);  ///< from the decision to part to the cut

    /// Devices between their handshake and the moment when they are up to date. The others wait.
    std::size_t turns = 24;
    std::size_t connections = 2000;
    std::size_t connectionsPerAddress = 128;  ///< a centre often sits behind one address
    std::size_t strangersPerAddress = 32;     ///< of these, not past the handshake, or joining
};

}  // namespace liaison
