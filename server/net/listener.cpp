// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/listener.h"

#include <charconv>

namespace liaison {

namespace {

constexpr int kBacklog = 4096;
constexpr std::chrono::milliseconds kPause{100};

Result<Tcp::endpoint> endpointOf(const std::string& text)
{
    const Error wrong{ErrorCode::usage, "not an address ADDR:PORT: " + text};
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) return wrong;
    std::string host = text.substr(0, colon);
    if (host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    boost::system::error_code error;
    const asio::ip::address address = asio::ip::make_address(host, error);
    std::uint16_t port = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + colon + 1, end, port);
    if (error || read.ec != std::errc() || read.ptr != end) return wrong;
    return Tcp::endpoint(address, port);
}

Error bindError(const boost::system::error_code& error, const std::string& address)
{
    if (error == asio::error::address_in_use) return {ErrorCode::inUse, "port " + address};
    if (error == boost::system::errc::address_not_available)
        return {ErrorCode::usage, "this machine has no address " + address};
    return {ErrorCode::io, address + ": " + error.message()};
}

std::optional<Admission::Ticket> admitPeer(Admission& admission, const Tcp::socket& socket)
{
    boost::system::error_code gone;
    const Tcp::endpoint peer = socket.remote_endpoint(gone);
    if (gone) return std::nullopt;
    return admission.admit(peer.address().to_string());
}

}  // namespace

Listener::Listener(asio::io_context& context)
    : context_(context), strand_(asio::make_strand(context)), acceptor_(strand_)
{
}

Result<Done> Listener::bind(const std::string& address)
{
    const Result<Tcp::endpoint> endpoint = endpointOf(address);
    if (!endpoint) return endpoint.error();
    boost::system::error_code error;
    acceptor_.open(endpoint->protocol(), error);
    if (!error) acceptor_.set_option(Tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_.bind(*endpoint, error);
    if (error) return bindError(error, address);
    return done();
}

std::uint16_t Listener::port() const
{
    boost::system::error_code ignored;
    return acceptor_.local_endpoint(ignored).port();
}

Result<Done> Listener::start(Admission& admission, Reception& reception)
{
    boost::system::error_code error;
    acceptor_.listen(kBacklog, error);
    if (error) return bindError(error, std::to_string(port()));
    asio::co_spawn(strand_, accept(admission, reception), asio::detached);
    return done();
}

void Listener::stop()
{
    asio::post(strand_, [this] {
        boost::system::error_code ignored;
        acceptor_.close(ignored);
    });
}

Awaitable<void> Listener::accept(Admission& admission, Reception& reception)
{
    while (acceptor_.is_open()) {
        Strand strand = asio::make_strand(context_);
        Tcp::socket socket(strand);
        const auto accepted = co_await acceptor_.async_accept(socket, kAwait);
        if (!std::get<0>(accepted)) {
            std::optional<Admission::Ticket> ticket = admitPeer(admission, socket);
            if (!ticket) continue;
            const auto connection = std::make_shared<Connection>(
                std::move(socket), *std::move(ticket), std::move(strand), reception);
            connection->start();
        } else if (acceptor_.is_open()) {
            // Out of descriptors, most likely: others have to go first.
            asio::steady_timer pause(strand_, kPause);
            co_await pause.async_wait(kAwait);
        }
    }
}

}  // namespace liaison
