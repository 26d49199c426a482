// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "server/net/asio.h"
#include "server/net/tls_policy.h"
#include "shared/base/result.h"
#include "shared/sync/frame.h"

struct ssl_st;

namespace liaison {

/// TLS straight on a socket: OpenSSL reads and writes the descriptor, Asio only says when.
///
/// Four times leaner for an idle connection than a stream with buffers of its own in between. One
/// thread or strand at a time; one reading and one writing coroutine may be under way at once.
/// There are no deadlines here: who has one calls `close`, which ends every wait.
class TlsStream {
public:
    TlsStream(Tcp::socket socket, const TlsPolicy& policy);

    /// Waits until the peer has begun to speak.
    Awaitable<Result<Done>> heard();
    /// Shakes hands as the server. An error names what the policy or the peer did not like; what
    /// the peer was told is an alert and nothing more.
    Awaitable<Result<Peer>> handshake();

    /// Waits for bytes and feeds them to `frames`; how many, 0 when the peer has ended the stream.
    Awaitable<Result<std::size_t>> read(FrameReader& frames);
    /// Writes all of `bytes`, which must stay until then.
    Awaitable<Result<Done>> write(std::string_view bytes);

    /// Tells the peer that nothing more comes. Its own end may still be on its way.
    void endWriting();
    /// Throws away what still comes until the peer ends, so that it reads our last words before
    /// the connection is gone. At most a megabyte.
    Awaitable<void> discard();
    /// Ends everything at once.
    void close();

    asio::any_io_executor executor() { return socket_.get_executor(); }

private:
    struct Free {
        void operator()(ssl_st* ssl) const;
    };

    /// Feeds the bytes that are there now: how many, or 0 and what OpenSSL waits for (an SSL_ERROR_
    /// number).
    std::size_t readNow(FrameReader& frames, int& wanted);
    /// Waits for what OpenSSL wants; fails when it wants nothing that could come.
    Awaitable<Result<Done>> waitFor(int wanted);

    Tcp::socket socket_;
    std::unique_ptr<ssl_st, Free> ssl_;
};

}  // namespace liaison
