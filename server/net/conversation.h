// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "server/centre/centre.h"
#include "server/net/limits.h"
#include "server/net/tls_stream.h"

namespace liaison {

/// The line of one known device: TLS bytes on one side, its session with the centre on the other.
///
/// Lives on the centre's strand, as a coroutine that reads, one that writes and one that watches
/// the deadlines. Writing asks the session for a message only when the one before has gone, so a
/// device that does not read makes the centre stop producing for it. A fault of the device ends
/// its own line with `Bye` and a line in the log, and nothing else.
class Conversation final : public Seat {
public:
    /// What others learn of it, on the strand.
    struct Notices {
        /// A device goes on under a new key; before it is told so.
        std::function<void(const CentreDevice&)> renumbered;
        /// For the first time there is nothing more to say, and nothing announced is missing.
        std::function<void()> settled;
    };

    Conversation(TlsStream& stream, Centre& centre, CentreDevice device,
                 std::vector<std::string> pins, const Limits& limits, const Clock& clock,
                 Notices notices);

    ~Conversation() override { centre_.leave(*this); }

    /// Holds the conversation to its end; returns why it ended.
    Awaitable<Error> run();

    DeviceNumber device() const override { return device_; }
    CentreSession& session() override { return session_; }
    void wake() override { woken_.cancel(); }
    void end(const Error& reason) override;

private:
    Awaitable<void> read();
    Awaitable<void> write();
    Awaitable<void> watch();
    Awaitable<void> sendFarewell();

    /// The next message as the line carries it; empty when there is nothing to say.
    std::string nextFrame();
    /// Hands over every whole message that is there; false once the conversation is to end.
    bool takeMessages();
    Result<Done> take(const std::string& bytes);
    void noteRead(std::size_t bytes);
    void noteWhole();
    void setDeadline(SteadyTime moment);
    /// Ends the line itself, without a farewell.
    void hangUp(const Error& reason);

    TlsStream& stream_;
    Centre& centre_;
    const DeviceNumber device_;
    CentreSession session_;
    const Limits& limits_;
    const Clock& clock_;
    const Notices notices_;
    FrameReader frames_;
    FrameWriter writer_;
    asio::steady_timer woken_;
    asio::steady_timer watch_;
    const SteadyTime lastMoment_;
    SteadyTime deadline_;
    SteadyTime frameBegan_;
    std::size_t frameBytes_ = 0;
    bool isGreeted_ = false;
    bool isPinging_ = false;
    bool isOver_ = false;
    bool isSettled_ = false;
    std::optional<Error> reason_;
};

}  // namespace liaison
