// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

#include "tests/load/line.h"

namespace liaison::load {

using SteadyTime = std::chrono::steady_clock::time_point;

/// A device on one connection: its line, what it says on it, and when things happened.
///
/// Driven by a Crowd. An error ends the connection and stays to be told.
class Caller {
public:
    Caller(const Papers& papers, Route route) : papers_(papers), route_(std::move(route)) {}
    Caller(const Caller&) = delete;
    Caller& operator=(const Caller&) = delete;
    virtual ~Caller() = default;

    /// Begins a new connection.
    void dial();
    /// Forgets the connection; its bytes stay counted.
    void hangUp();
    /// Goes on with whatever the line has: the driver calls it when the socket is ready.
    void advance();
    /// Says what there is to say, now and not only when something comes.
    void pump();

    Line* line() { return line_ ? &*line_ : nullptr; }
    const std::optional<Error>& fault() const { return fault_; }
    /// Everything of this connection is done, as far as this device knows.
    virtual bool isSettled() const = 0;
    /// Of all its connections.
    Traffic traffic() const;

    SteadyTime dialledAt() const { return dialledAt_; }
    SteadyTime openedAt() const { return openedAt_; }
    /// When it was settled first, since it was dialled or pumped.
    SteadyTime settledAt() const { return settledAt_; }

protected:
    /// A new connection begins: what was said on the last one is over.
    virtual void beginAnew() = 0;
    virtual Result<Done> take(const v1::FromCentre& message) = 0;
    /// Whether the server may end the connection now, because all has been said.
    virtual bool mayEnd() const { return false; }
    /// The next thing to say, or nothing for now.
    virtual Result<std::optional<v1::FromDevice>> nextMessage() = 0;
    const Route& route() const { return route_; }

private:
    Result<Done> work();
    Result<Done> say();

    const Papers& papers_;
    Route route_;
    std::optional<Line> line_;
    Traffic before_;
    std::optional<Error> fault_;
    bool wasOpen_ = false;
    bool wasSettled_ = false;
    SteadyTime dialledAt_, openedAt_, settledAt_;
};

}  // namespace liaison::load
