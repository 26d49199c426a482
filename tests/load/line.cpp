// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/line.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>

namespace liaison::load {

namespace {

constexpr std::size_t kReadAtOnceMax = 256 * 1024;

/// One for all lines: what differs between devices is given to each connection.
SSL_CTX* context()
{
    static const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> made = [] {
        SSL_CTX* fresh = SSL_CTX_new(TLS_client_method());
        SSL_CTX_set_min_proto_version(fresh, TLS1_3_VERSION);
        SSL_CTX_set_session_cache_mode(fresh, SSL_SESS_CACHE_OFF);
        SSL_CTX_set_mode(fresh, SSL_MODE_ENABLE_PARTIAL_WRITE |
                                    SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
        return std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>(fresh, SSL_CTX_free);
    }();
    return made.get();
}

sockaddr_in addressOf(std::uint32_t host, std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(host);
    return address;
}

int connectFrom(std::uint32_t source, std::uint16_t port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0) throw std::runtime_error("no socket left: raise the limit of open files");
    const int yes = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    ::setsockopt(descriptor, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
    const sockaddr_in from = addressOf(source, 0);
    const sockaddr_in to = addressOf(INADDR_LOOPBACK, port);
    const bool isBound =
        ::bind(descriptor, reinterpret_cast<const sockaddr*>(&from), sizeof from) == 0;
    const bool isOnItsWay =
        isBound && (::connect(descriptor, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0 ||
                    errno == EINPROGRESS);
    if (isOnItsWay) return descriptor;
    ::close(descriptor);
    throw std::runtime_error("nobody can be called from this address");
}

std::string pinOf(SSL* ssl)
{
    X509* certificate = SSL_get0_peer_certificate(ssl);
    unsigned char* der = nullptr;
    const int size = i2d_X509(certificate, &der);
    if (size <= 0) return {};
    const auto pin = spkiSha256OfCertificate(
        {reinterpret_cast<const char*>(der), static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    return pin ? *pin : std::string();
}

}  // namespace

Papers::Papers(const DeviceKey& key)
{
    const std::string pem = key.certificatePem() + key.privateKeyPem();
    const std::unique_ptr<BIO, decltype(&BIO_free)> text(
        BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free);
    certificate_.reset(PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr));
    key_.reset(PEM_read_bio_PrivateKey(text.get(), nullptr, nullptr, nullptr));
    if (!certificate_ || !key_) throw std::runtime_error("a device key that OpenSSL cannot read");
}

Line::Line(const Papers& papers, const Route& route)
    : descriptor_(connectFrom(route.source, route.port)), pin_(route.pin), ssl_(SSL_new(context()))
{
    const std::string purpose = route.purpose;
    const std::string alpn = static_cast<char>(purpose.size()) + purpose;
    SSL_use_certificate(ssl_.get(), papers.certificate());
    SSL_use_PrivateKey(ssl_.get(), papers.key());
    SSL_set_alpn_protos(ssl_.get(), reinterpret_cast<const unsigned char*>(alpn.data()),
                        static_cast<unsigned int>(alpn.size()));
    SSL_set_fd(ssl_.get(), descriptor_);
    SSL_set_connect_state(ssl_.get());
}

Line::~Line()
{
    ssl_.reset();
    ::close(descriptor_);
}

Result<Done> Line::advance()
{
    if (!isOpen_) {
        if (auto shaken = shakeHands(); !shaken || !isOpen_) return shaken;
    }
    if (auto flushed = flush(); !flushed) return flushed;
    return fill();
}

Result<Done> Line::shakeHands()
{
    ERR_clear_error();
    const int result = SSL_do_handshake(ssl_.get());
    if (result != 1) return failure(result);
    if (pinOf(ssl_.get()) != pin_) return Error{ErrorCode::untrusted, "not the pinned server"};
    isOpen_ = true;
    return done();
}

Result<Done> Line::flush()
{
    while (written_ < unsent_.size()) {
        ERR_clear_error();
        const int size = SSL_write(ssl_.get(), unsent_.data() + written_,
                                   static_cast<int>(unsent_.size() - written_));
        if (size <= 0) return failure(size);
        written_ += static_cast<std::size_t>(size);
    }
    unsent_.clear();
    written_ = 0;
    return done();
}

Result<Done> Line::fill()
{
    std::array<char, 16 * 1024> buffer;
    for (std::size_t total = 0; total < kReadAtOnceMax;) {
        ERR_clear_error();
        const int size = SSL_read(ssl_.get(), buffer.data(), static_cast<int>(buffer.size()));
        if (size <= 0) return failure(size);
        frames_.feed({buffer.data(), static_cast<std::size_t>(size)});
        total += static_cast<std::size_t>(size);
    }
    return done();
}

Result<Done> Line::failure(int result)
{
    const int wanted = SSL_get_error(ssl_.get(), result);
    if (wanted == SSL_ERROR_WANT_READ || wanted == SSL_ERROR_WANT_WRITE) return done();
    // What was said before the end is read first.
    if (!std::exchange(isEnded_, true)) return done();
    const char* reason = ERR_reason_error_string(ERR_peek_last_error());
    return Error{ErrorCode::unreachable, reason == nullptr ? "the line ended" : reason};
}

Result<std::optional<v1::FromCentre>> Line::next()
{
    const auto bytes = frames_.next();
    if (!bytes) return bytes.error();
    if (!*bytes) return std::optional<v1::FromCentre>{};
    v1::FromCentre message;
    if (auto parsed = parseMessage(**bytes, message); !parsed) return parsed.error();
    return std::optional(std::move(message));
}

Traffic Line::traffic() const
{
    BIO* socket = SSL_get_rbio(ssl_.get());
    return {BIO_number_written(socket), BIO_number_read(socket)};
}

}  // namespace liaison::load
