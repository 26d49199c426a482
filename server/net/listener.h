// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "server/net/connection.h"

namespace liaison {

/// The door: a TCP port where devices come in.
class Listener {
public:
    explicit Listener(asio::io_context& context);

    /// Takes the port without opening it yet. `address` is ADDR:PORT, [ADDR]:PORT for IPv6; port 0
    /// is any free one. Fails with `inUse` when another program has it, `usage` when the text names
    /// no address of this machine, `io`.
    Result<Done> bind(const std::string& address);
    std::uint16_t port() const;

    /// Opens the door; everybody who comes in is admitted and received with these, which outlive
    /// the connections.
    Result<Done> start(Admission& admission, Reception& reception);
    /// Closes it. Who is in stays in. Any thread.
    void stop();

private:
    Awaitable<void> accept(Admission& admission, Reception& reception);

    asio::io_context& context_;
    Strand strand_;
    Tcp::acceptor acceptor_;
};

}  // namespace liaison
