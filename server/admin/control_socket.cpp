// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/control_socket.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/write.hpp>

#include "server/admin/control_address.h"
#include "shared/sync/frame.h"

namespace liaison {

namespace {

using namespace asio::experimental::awaitable_operators;
using std::chrono::steady_clock;

constexpr std::chrono::seconds kPatience{10};
/// How long the end waits for a client that does not read its answer.
constexpr std::chrono::seconds kLastPatience{1};
constexpr std::chrono::milliseconds kPause{100};
constexpr std::size_t kVisitsMax = 64;

/// Runs on the strand of the centre that the request is about.
Awaitable<v1::AdminAnswer> answerAt(std::shared_ptr<Centre> centre, v1::AdminRequest request,
                                    AdminService& service)
{
    v1::AdminAnswer answer = service.answer(request, centre->ledger());
    centre->wakeAll();
    co_return answer;
}

}  // namespace

/// One client: its line, and until when it may take for what comes next.
struct ControlSocket::Visit {
    explicit Visit(const Strand& strand) : socket(strand), timer(strand) {}

    /// Ends when the deadline has passed, wherever it has moved by then.
    Awaitable<void> watch();
    void hurry(steady_clock::duration patience);

    Stream::socket socket;
    asio::steady_timer timer;
    steady_clock::time_point deadline = steady_clock::now() + kPatience;
    bool hasAsked = false;
};

Awaitable<void> ControlSocket::Visit::watch()
{
    while (steady_clock::now() < deadline) {
        timer.expires_at(deadline);
        co_await timer.async_wait(kAwait);
        const auto cancelled = co_await asio::this_coro::cancellation_state;
        if (cancelled.cancelled() != asio::cancellation_type::none) co_return;
    }
}

void ControlSocket::Visit::hurry(steady_clock::duration patience)
{
    deadline = std::min(deadline, steady_clock::now() + patience);
    timer.cancel();
}

ControlSocket::ControlSocket(asio::io_context& context, AdminService& service, Centres& centres,
                             std::shared_ptr<spdlog::logger> log)
    : strand_(asio::make_strand(context)),
      service_(service),
      centres_(centres),
      log_(std::move(log)),
      acceptor_(strand_)
{
}

Result<Done> ControlSocket::listen(const std::filesystem::path& folder)
{
    const Result<ControlAddress> address = ControlAddress::of(folder);
    if (!address) return address.error();
    const std::string path = address->path();
    ::unlink(path.c_str());
    boost::system::error_code error;
    acceptor_.open(Stream(), error);
    // The socket is born closed to everybody else: there is no moment before the chmod.
    const mode_t before = ::umask(0177);
    if (!error) acceptor_.bind(Stream::endpoint(path), error);
    ::umask(before);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (!error) return done();
    const bool isFull = error == boost::system::errc::no_space_on_device;
    return Error{isFull ? ErrorCode::diskFull : ErrorCode::io, "control: " + error.message()};
}

void ControlSocket::start()
{
    asio::co_spawn(strand_, serve(), asio::detached);
}

void ControlSocket::stop()
{
    asio::post(strand_, [this] {
        boost::system::error_code ignored;
        acceptor_.close(ignored);
        isStopping_ = true;
        for (const auto& weak : visits_) {
            const auto visit = weak.lock();
            if (visit) visit->hurry(visit->hasAsked ? kLastPatience : std::chrono::seconds(0));
        }
    });
}

Awaitable<void> ControlSocket::serve()
{
    while (acceptor_.is_open()) {
        auto visit = std::make_shared<Visit>(strand_);
        const auto accepted = co_await acceptor_.async_accept(visit->socket, kAwait);
        while (acceptor_.is_open() && !hasRoom())
            co_await pause();
        if (!std::get<0>(accepted) && acceptor_.is_open()) {
            visits_.push_back(visit);
            asio::co_spawn(strand_, attend(std::move(visit)), asio::detached);
        } else if (acceptor_.is_open()) {
            // Out of descriptors, most likely: others have to go first.
            co_await pause();
        }
    }
}

Awaitable<void> ControlSocket::pause()
{
    asio::steady_timer timer(strand_, kPause);
    co_await timer.async_wait(kAwait);
}

bool ControlSocket::hasRoom()
{
    std::erase_if(visits_, [](const auto& visit) { return visit.expired(); });
    return visits_.size() < kVisitsMax;
}

Awaitable<void> ControlSocket::attend(std::shared_ptr<Visit> visit)
{
    visit->deadline = steady_clock::now() + kPatience;
    if (isStopping_) visit->deadline = steady_clock::now();
    auto reading = receive(visit->socket) || visit->watch();
    auto request = co_await std::move(reading);
    if (request.index() == 1) co_return;
    visit->hasAsked = true;
    const Result<v1::AdminRequest>& asked = std::get<0>(request);
    v1::AdminAnswer words;
    if (asked) {
        words = co_await answer(*asked);
    } else {
        log_->warn("control: {} ({})", name(asked.error().code), asked.error().detail);
        words = failure(asked.error());
    }
    const std::string frame = frameOf(words);
    visit->deadline = steady_clock::now() + kPatience;
    if (isStopping_) visit->deadline = steady_clock::now() + kLastPatience;
    auto writing = asio::async_write(visit->socket, asio::buffer(frame), kAwait) || visit->watch();
    co_await std::move(writing);
}

Awaitable<Result<v1::AdminRequest>> ControlSocket::receive(Stream::socket& socket)
{
    FrameReader frames(kFrameBytesMaxGreeting);
    std::array<char, 4096> buffer;
    while (true) {
        const auto read = co_await socket.async_read_some(asio::buffer(buffer), kAwait);
        if (std::get<0>(read)) co_return Error{ErrorCode::unreachable, "left without a request"};
        frames.feed({buffer.data(), std::get<1>(read)});
        const Result<std::optional<std::string>> bytes = frames.next();
        if (!bytes) co_return bytes.error();
        if (!*bytes) continue;
        v1::AdminRequest request;
        const Result<Done> parsed = parseMessage(**bytes, request);
        if (!parsed) co_return parsed.error();
        co_return request;
    }
}

Awaitable<v1::AdminAnswer> ControlSocket::answer(v1::AdminRequest request)
{
    const Result<std::optional<RecordId>> id = service_.centreOf(request);
    if (!id) co_return failure(id.error());
    if (!*id) co_return service_.answer(request);
    const Result<std::shared_ptr<Centre>> centre = centres_.open(**id);
    if (!centre) co_return failure(centre.error());
    auto work = answerAt(*centre, std::move(request), service_);
    const Strand& strand = (*centre)->strand();
    co_return co_await asio::co_spawn(strand, std::move(work), asio::use_awaitable);
}

}  // namespace liaison
