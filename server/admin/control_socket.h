// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/admin_service.h"
#include "server/centre/centres.h"

namespace liaison {

/// The socket in the data folder through which every command reaches a running server: one request
/// and one answer for each connection, in the same frames as the wire. A client that says nothing
/// holds up nobody, neither the others nor the end. Who may use it is decided by the file system:
/// its owner alone.
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
    /// Parts from those who have asked nothing; who has gets the answer. Any thread.
    void stop();

private:
    using Stream = asio::local::stream_protocol;
    struct Visit;

    Awaitable<void> serve();
    Awaitable<Result<v1::AdminRequest>> receive(Stream::socket& socket);
    Awaitable<void> attend(std::shared_ptr<Visit> visit);
    Awaitable<void> pause();
    bool hasRoom();
    Awaitable<v1::AdminAnswer> answer(v1::AdminRequest request);

    Strand strand_;
    AdminService& service_;
    Centres& centres_;
    std::shared_ptr<spdlog::logger> log_;
    Stream::acceptor acceptor_;
    std::vector<std::weak_ptr<Visit>> visits_;
    bool isStopping_ = false;
};

}  // namespace liaison
