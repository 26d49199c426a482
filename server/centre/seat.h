// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/sync/centre_session.h"

namespace liaison {

/// A connected device as its centre sees it: the conversation, and a way to its line.
///
/// Everything here happens on the strand of the centre.
class Seat {
public:
    virtual ~Seat() = default;

    virtual DeviceNumber device() const = 0;
    virtual CentreSession& session() = 0;
    /// There may be something to say: ask the session when the line is free.
    virtual void wake() = 0;
    /// Says goodbye with this reason and parts. Only the first reason counts.
    virtual void end(const Error& reason) = 0;
};

}  // namespace liaison
