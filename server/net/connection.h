// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "server/centre/centres.h"
#include "server/net/admission.h"
#include "server/net/tls_stream.h"
#include "server/net/turnstile.h"
#include "server/store/server_store.h"

namespace liaison {

/// What every connection is received with. All of it outlives the connections.
struct Reception {
    const TlsPolicy& policy;
    Turnstile& turnstile;
    const Limits& limits;
    const Clock& clock;
    ServerStore& store;
    Centres& centres;
    const std::vector<std::string>& pins;
    std::shared_ptr<spdlog::logger> log;
};

/// One TCP connection: its turn, the handshake, and then either the one question of a device that
/// joins or the conversation of a device that its key led to a centre.
///
/// On a strand of its own until a centre is found, on the centre's afterwards. Keeps itself alive
/// until it ends.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(Tcp::socket socket, Admission::Ticket ticket, Strand strand, Reception& reception);

    /// Begins; returns at once.
    void start();

private:
    Awaitable<void> run();
    /// Waits until the peer speaks and is let in; how that failed.
    Awaitable<Result<Done>> awaitTurn();
    Awaitable<Result<Peer>> shakeHands();
    Awaitable<void> converse(Peer peer);
    Awaitable<void> join(Peer peer);
    Awaitable<Result<v1::Join>> receiveJoin();
    Awaitable<v1::FromCentre> answer(v1::Join message, std::string pin);
    /// Sends the last message and lets the peer read it, within the deadline of a farewell.
    Awaitable<void> part(v1::FromCentre lastWords);
    Awaitable<void> sendAndPart(std::string frame);

    TlsStream stream_;
    Admission::Ticket ticket_;
    Strand strand_;
    Reception& reception_;
    std::shared_ptr<Turnstile::Pass> pass_;
    asio::steady_timer visitEnds_;
    bool isStranger_ = true;
};

}  // namespace liaison
