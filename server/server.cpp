// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/server.h"

#include <google/protobuf/stubs/logging.h>

#include <algorithm>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <thread>
#include <vector>

#include "server/admin/control_socket.h"
#include "server/net/listener.h"
#include "shared/base/durable_file.h"

namespace liaison {

namespace {

constexpr std::chrono::seconds kCloseUnusedEvery{60};

}  // namespace

/// In the order of construction: each needs some above it and none below.
struct Server::Parts {
    Parts(const ServerSettings& set, const Clock& time, std::shared_ptr<spdlog::logger> sink)
        : settings(set),
          clock(time),
          log(std::move(sink)),
          listener(context),
          admission(set.limits),
          turnstile(context, set.limits.turns),
          sweep(asio::make_strand(context)),
          signals(context)
    {
    }

    Result<Done> openFolder();
    Result<Done> listen();
    Awaitable<void> closeUnused();
    void stop();

    const ServerSettings settings;
    const Clock& clock;
    std::shared_ptr<spdlog::logger> log;
    asio::io_context context;
    Listener listener;
    Admission admission;
    Turnstile turnstile;
    asio::steady_timer sweep;
    asio::signal_set signals;
    std::optional<ServerFolder> folder;
    std::vector<std::string> pins;
    std::unique_ptr<ServerStore> store;
    std::optional<TlsPolicy> policy;
    std::optional<AdminService> admin;
    std::optional<Centres> centres;
    std::optional<ControlSocket> control;
    std::optional<Reception> reception;
};

Result<Done> Server::Parts::openFolder()
{
    Result<ServerFolder> taken =
        ServerFolder::take(settings.folder, ServerFolder::WhenMissing::make);
    if (!taken) return taken.error();
    folder.emplace(*std::move(taken));
    pins = folder->pins();
    Result<std::unique_ptr<ServerStore>> opened = ServerStore::open(*folder, *log);
    if (!opened) return opened.error();
    store = *std::move(opened);
    if (store->wasRebuilt()) log->info("server.db now says what the centres' files say");
    for (const auto& [id, error] : store->unreadable()) {
        log->error("centre {} cannot be read: {} ({})", id.text(), name(error.code), error.detail);
    }
    const DeviceKey& key = folder->serverKey();
    Result<TlsPolicy> made =
        TlsPolicy::make(key.certificatePem(), key.privateKeyPem(),
                        [this](std::string_view pin) { return store->keyOf(pin).has_value(); });
    if (!made) return made.error();
    policy.emplace(*std::move(made));
    return done();
}

Result<Done> Server::Parts::listen()
{
    const auto openCentre = [this](const RecordId& id) { return folder->openCentre(id); };
    centres.emplace(context, openCentre, clock, log);
    admin.emplace(*folder, *store, clock, log);
    control.emplace(context, *admin, *centres, log);
    reception.emplace(
        Reception{*policy, turnstile, settings.limits, clock, *store, *centres, pins, log});
    if (Result<Done> listens = control->listen(settings.folder); !listens) return listens;
    control->start();
    if (Result<Done> listens = listener.start(admission, *reception); !listens) return listens;
    asio::co_spawn(sweep.get_executor(), closeUnused(), asio::detached);
    if (!settings.portFile) return done();
    const std::filesystem::path portFile = std::filesystem::absolute(*settings.portFile);
    return writeDurably(portFile, std::to_string(listener.port()) + "\n");
}

Awaitable<void> Server::Parts::closeUnused()
{
    while (true) {
        sweep.expires_after(kCloseUnusedEvery);
        const auto ended = co_await sweep.async_wait(kAwait);
        if (std::get<0>(ended)) co_return;
        centres->closeUnused();
        centres->care();
    }
}

void Server::Parts::stop()
{
    listener.stop();
    control->stop();
    admission.close();
    centres->stop();
    asio::post(sweep.get_executor(), [this] { sweep.cancel(); });
    asio::post(context, [this] {
        boost::system::error_code ignored;
        signals.cancel(ignored);
    });
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Server::~Server()
{
    std::error_code ignored;
    if (parts_->settings.portFile) std::filesystem::remove(*parts_->settings.portFile, ignored);
    if (parts_->control) std::filesystem::remove(parts_->settings.folder / "control", ignored);
}

Result<std::unique_ptr<Server>> Server::open(const ServerSettings& settings, const Clock& clock,
                                             std::shared_ptr<spdlog::logger> log)
{
    std::signal(SIGPIPE, SIG_IGN);
    // It would print what a stranger sent.
    google::protobuf::SetLogHandler(nullptr);
    auto parts = std::make_unique<Parts>(settings, clock, std::move(log));
    if (Result<Done> bound = parts->listener.bind(settings.listen); !bound) return bound.error();
    if (Result<Done> opened = parts->openFolder(); !opened) return opened.error();
    std::unique_ptr<Server> server(new Server(std::move(parts)));
    if (Result<Done> listens = server->parts_->listen(); !listens) return listens.error();
    return server;
}

std::uint16_t Server::port() const
{
    return parts_->listener.port();
}

void Server::stopOnSignals()
{
    parts_->signals.add(SIGTERM);
    parts_->signals.add(SIGINT);
    parts_->signals.async_wait([this](const boost::system::error_code& error, int) {
        if (!error) stop();
    });
}

void Server::run()
{
    parts_->log->info("serving {} centres on port {}", parts_->store->centres().size(), port());
    std::vector<std::thread> threads;
    const unsigned count = std::max(2U, std::thread::hardware_concurrency());
    for (unsigned i = 1; i < count; ++i)
        threads.emplace_back([this] { parts_->context.run(); });
    parts_->context.run();
    for (std::thread& thread : threads)
        thread.join();
    parts_->log->info("stopped");
}

void Server::stop()
{
    parts_->log->info("stopping");
    parts_->stop();
}

}  // namespace liaison
