// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/control_socket.h"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/write.hpp>

#include "server/admin/control_address.h"
#include "shared/sync/frame.h"

namespace liaison {

namespace {

using namespace asio::experimental::awaitable_operators;

constexpr std::chrono::seconds kPatience{10};
constexpr std::chrono::milliseconds kPause{100};

/// Runs on the strand of the centre that the request is about.
Awaitable<v1::AdminAnswer> answerAt(std::shared_ptr<Centre> centre, v1::AdminRequest request,
                                    AdminService& service)
{
    v1::AdminAnswer answer = service.answer(request, centre->ledger());
    centre->wakeAll();
    co_return answer;
}

}  // namespace

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
    });
}

Awaitable<void> ControlSocket::serve()
{
    asio::steady_timer patience(strand_);
    while (acceptor_.is_open()) {
        Stream::socket socket(strand_);
        const auto accepted = co_await acceptor_.async_accept(socket, kAwait);
        patience.expires_after(kPatience);
        if (!std::get<0>(accepted)) {
            auto race = receive(socket) || patience.async_wait(kAwait);
            auto request = co_await std::move(race);
            if (request.index() == 1) continue;
            co_await reply(socket, std::get<0>(std::move(request)));
        } else if (acceptor_.is_open()) {
            // Out of descriptors, most likely: others have to go first.
            patience.expires_after(kPause);
            co_await patience.async_wait(kAwait);
        }
    }
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

Awaitable<void> ControlSocket::reply(Stream::socket& socket, Result<v1::AdminRequest> request)
{
    v1::AdminAnswer words;
    if (request) {
        words = co_await answer(*std::move(request));
    } else {
        log_->warn("control: {} ({})", name(request.error().code), request.error().detail);
        words = failure(request.error());
    }
    const std::string frame = frameOf(words);
    asio::steady_timer patience(strand_, kPatience);
    auto race =
        asio::async_write(socket, asio::buffer(frame), kAwait) || patience.async_wait(kAwait);
    co_await std::move(race);
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
