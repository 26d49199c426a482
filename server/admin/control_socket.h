// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/admin_service.h"
#include "server/centre/centres.h"

namespace liaison {

/// The socket in the data folder through which every command reaches a running server: one request
/// and one answer for each connection, one connection after the other, in the same frames as the
/// wire. Who may use it is decided by the file system: its owner alone.
class ControlSocket {
public:
    /// What it answers with; all of it outlives the socket.
    ControlSocket(asio::io_context& context, AdminService& service, Centres& centres,
                  std::shared_ptr<spdlog::logger> log);

    /// Begins to listen, in place of whatever socket a dead server left. The caller holds the
    /// folder's lock. Fails with `io`, `diskFull`.
    Result<Done> listen(const std::filesystem::path& folder);
    /// Answers until `stop`.
    void start();
    /// Any thread.
    void stop();

private:
    using Stream = asio::local::stream_protocol;

    Awaitable<void> serve();
    Awaitable<Result<v1::AdminRequest>> receive(Stream::socket& socket);
    Awaitable<void> reply(Stream::socket& socket, Result<v1::AdminRequest> request);
    Awaitable<v1::AdminAnswer> answer(v1::AdminRequest request);

    Strand strand_;
    AdminService& service_;
    Centres& centres_;
    std::shared_ptr<spdlog::logger> log_;
    Stream::acceptor acceptor_;
};

}  // namespace liaison
