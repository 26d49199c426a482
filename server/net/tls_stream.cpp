// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/tls_stream.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <array>

namespace liaison {

namespace {

constexpr std::size_t kReadAtOnceMax = 64 * 1024;
constexpr std::size_t kDiscardedMax = 1024 * 1024;

std::string reasonOf(unsigned long error)
{
    const char* reason = ERR_reason_error_string(error);
    return reason == nullptr ? "connection lost" : reason;
}

}  // namespace

void TlsStream::Free::operator()(ssl_st* ssl) const
{
    SSL_free(ssl);
}

TlsStream::TlsStream(Tcp::socket socket, const TlsPolicy& policy)
    : socket_(std::move(socket)), ssl_(SSL_new(policy.context()))
{
    boost::system::error_code ignored;
    socket_.non_blocking(true, ignored);
    socket_.set_option(Tcp::no_delay(true), ignored);
    ensure(ssl_ != nullptr && SSL_set_fd(ssl_.get(), socket_.native_handle()) == 1,
           "no memory for a connection");
    SSL_set_accept_state(ssl_.get());
}

Awaitable<Result<Done>> TlsStream::heard()
{
    return waitFor(SSL_ERROR_WANT_READ);
}

Awaitable<Result<Peer>> TlsStream::handshake()
{
    while (true) {
        // OpenSSL keeps its errors by thread, and this coroutine may wake up on another one.
        ERR_clear_error();
        const int result = SSL_do_handshake(ssl_.get());
        if (result == 1) co_return peerOf(ssl_.get());
        const int wanted = SSL_get_error(ssl_.get(), result);
        const Result<Done> ready = co_await waitFor(wanted);
        if (!ready) co_return ready.error();
    }
}

Awaitable<Result<std::size_t>> TlsStream::read(FrameReader& frames)
{
    while (true) {
        int wanted = SSL_ERROR_NONE;
        const std::size_t size = readNow(frames, wanted);
        if (size > 0 || wanted == SSL_ERROR_ZERO_RETURN) co_return size;
        const Result<Done> ready = co_await waitFor(wanted);
        if (!ready) co_return ready.error();
    }
}

// Not a coroutine, so that the 16 kB are on the stack and not in every idle connection.
std::size_t TlsStream::readNow(FrameReader& frames, int& wanted)
{
    std::array<char, 16 * 1024> buffer;
    std::size_t total = 0;
    while (total < kReadAtOnceMax) {
        ERR_clear_error();
        const int size = SSL_read(ssl_.get(), buffer.data(), static_cast<int>(buffer.size()));
        if (size <= 0) {
            wanted = SSL_get_error(ssl_.get(), size);
            break;
        }
        frames.feed({buffer.data(), static_cast<std::size_t>(size)});
        total += static_cast<std::size_t>(size);
    }
    return total;
}

Awaitable<Result<Done>> TlsStream::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        ERR_clear_error();
        const int written = SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()));
        if (written > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
            continue;
        }
        const int wanted = SSL_get_error(ssl_.get(), written);
        const Result<Done> ready = co_await waitFor(wanted);
        if (!ready) co_return ready.error();
    }
    co_return done();
}

Awaitable<Result<Done>> TlsStream::waitFor(int wanted)
{
    if (wanted != SSL_ERROR_WANT_READ && wanted != SSL_ERROR_WANT_WRITE)
        co_return Error{ErrorCode::unreachable, reasonOf(ERR_peek_last_error())};
    const auto event =
        wanted == SSL_ERROR_WANT_READ ? Tcp::socket::wait_read : Tcp::socket::wait_write;
    const auto ended = co_await socket_.async_wait(event, kAwait);
    if (std::get<0>(ended)) co_return Error{ErrorCode::unreachable, "connection closed"};
    co_return done();
}

void TlsStream::endWriting()
{
    ERR_clear_error();
    SSL_shutdown(ssl_.get());
    boost::system::error_code ignored;
    socket_.shutdown(Tcp::socket::shutdown_send, ignored);
}

Awaitable<void> TlsStream::discard()
{
    std::array<char, 512> buffer;
    for (std::size_t total = 0; total < kDiscardedMax;) {
        boost::system::error_code error;
        const std::size_t size = socket_.read_some(asio::buffer(buffer), error);
        total += size;
        if (!error) continue;
        if (error != asio::error::would_block) co_return;
        const auto ended = co_await socket_.async_wait(Tcp::socket::wait_read, kAwait);
        if (std::get<0>(ended)) co_return;
    }
}

void TlsStream::close()
{
    // The descriptor stays ours until the end: OpenSSL knows it by its number, and a closed number
    // is given to the next connection.
    boost::system::error_code ignored;
    socket_.shutdown(Tcp::socket::shutdown_both, ignored);
    socket_.cancel(ignored);
}

}  // namespace liaison
