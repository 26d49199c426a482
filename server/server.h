// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <spdlog/logger.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "server/net/limits.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace liaison {

/// What a server is started with.
struct ServerSettings {
    std::filesystem::path folder;
    std::string listen;  ///< ADDR:PORT
    /// Where to write the number of the port once devices can come in; removed at the end.
    std::optional<std::filesystem::path> portFile;
    Limits limits;
};

/// A whole server: it owns its data folder, the port, the control socket and every centre, and puts
/// them together. Ignores SIGPIPE for the process, since OpenSSL writes to sockets that may be
/// gone.
class Server {
public:
    /// Takes the port and the folder and listens; nothing is served before `run`. `clock` outlives
    /// the server. Fails with `inUse` (port or folder), `newerSchema`, `wrongKey`, `damaged`,
    /// `diskFull`, `io`, `usage`; when another program has the port or the folder, nothing at all
    /// was changed.
    static Result<std::unique_ptr<Server>> open(const ServerSettings& settings, const Clock& clock,
                                                std::shared_ptr<spdlog::logger> log);
    ~Server();

    std::uint16_t port() const;

    /// SIGTERM and SIGINT stop the server.
    void stopOnSignals();
    /// Serves until it is stopped, on as many threads as the machine has processors.
    void run();
    /// Tells every device goodbye, writes what was pushed, and lets `run` return. Any thread.
    void stop();

private:
    struct Parts;
    explicit Server(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> parts_;
};

}  // namespace liaison
