// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/tls_client.h"

#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

#include "shared/base/sha256.h"

namespace liaison::test {

RawLine::RawLine(std::uint16_t port) : descriptor_(::socket(AF_INET, SOCK_STREAM, 0))
{
    const timeval patience{kPatience.count(), 0};
    ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(descriptor_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto* generic = reinterpret_cast<const sockaddr*>(&address);
    if (::connect(descriptor_, generic, sizeof address) != 0)
        throw std::runtime_error("nobody listens on this port");
}

RawLine::~RawLine()
{
    ::close(descriptor_);
}

bool RawLine::send(std::string_view bytes) const
{
    return ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(bytes.size());
}

bool RawLine::isEndedByServer() const
{
    std::array<char, 4096> buffer;
    while (true) {
        const ssize_t size = ::recv(descriptor_, buffer.data(), buffer.size(), 0);
        if (size > 0) continue;
        return size == 0 || errno == ECONNRESET;
    }
}

TlsClient::TlsClient(std::uint16_t port, const Offer& offer)
    : line_(port), context_(SSL_CTX_new(TLS_client_method()))
{
    SSL_CTX* context = context_.get();
    SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context, offer.version);
    SSL_CTX_set_security_level(context, 0);
    if (offer.signatures != nullptr) SSL_CTX_set1_sigalgs_list(context, offer.signatures);
    if (offer.key != nullptr) {
        const std::string pem = offer.key->certificatePem() + offer.key->privateKeyPem();
        BIO* text = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
        X509* certificate = PEM_read_bio_X509(text, nullptr, nullptr, nullptr);
        EVP_PKEY* key = PEM_read_bio_PrivateKey(text, nullptr, nullptr, nullptr);
        SSL_CTX_use_certificate(context, certificate);
        SSL_CTX_use_PrivateKey(context, key);
        EVP_PKEY_free(key);
        X509_free(certificate);
        BIO_free(text);
    }
    ssl_.reset(SSL_new(context));
    if (!offer.alpn.empty()) {
        const std::string wire = static_cast<char>(offer.alpn.size()) + offer.alpn;
        SSL_set_alpn_protos(ssl_.get(), reinterpret_cast<const unsigned char*>(wire.data()),
                            static_cast<unsigned int>(wire.size()));
    }
    SSL_set_fd(ssl_.get(), line_.descriptor());
    ERR_clear_error();
    hasShakenHands_ = SSL_connect(ssl_.get()) == 1;
    if (!hasShakenHands_) keepReason();
}

std::string TlsClient::serverPin() const
{
    unsigned char* der = nullptr;
    X509* certificate = SSL_get0_peer_certificate(ssl_.get());
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    const std::string pin =
        sha256({reinterpret_cast<const char*>(der), static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    return pin;
}

bool TlsClient::hasSession() const
{
    return SSL_SESSION_is_resumable(SSL_get0_session(ssl_.get())) == 1;
}

bool TlsClient::sendBytes(std::string_view bytes)
{
    ERR_clear_error();
    if (SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size())) > 0) return true;
    keepReason();
    return false;
}

std::optional<v1::FromCentre> TlsClient::receive()
{
    std::array<char, 16 * 1024> buffer;
    while (true) {
        const auto bytes = frames_.next();
        if (!bytes) throw std::runtime_error("the server sent a bad frame");
        if (*bytes) {
            v1::FromCentre message;
            if (!parseMessage(**bytes, message)) throw std::runtime_error("not a message");
            return message;
        }
        ERR_clear_error();
        const int size = SSL_read(ssl_.get(), buffer.data(), static_cast<int>(buffer.size()));
        if (size <= 0) {
            keepReason();
            return std::nullopt;
        }
        frames_.feed({buffer.data(), static_cast<std::size_t>(size)});
    }
}

std::uint32_t TlsClient::farewell()
{
    std::uint32_t code = 0;
    while (const auto message = receive())
        code = message->has_bye() ? message->bye().code() : 0;
    return code;
}

std::string frameWith(char flags, std::string_view body)
{
    const auto length = static_cast<std::uint32_t>(body.size() + 5);
    const std::string frame = frameWith(length, flags, body);
    return frame + sha256(std::string_view(frame).substr(4)).substr(0, 4);
}

std::string frameWith(std::uint32_t length, char flags, std::string_view body)
{
    std::string frame;
    for (int shift = 24; shift >= 0; shift -= 8)
        frame.push_back(static_cast<char>((length >> shift) & 0xff));
    frame.push_back(flags);
    frame.append(body);
    return frame;
}

void TlsClient::keepReason()
{
    const char* reason = ERR_reason_error_string(ERR_peek_last_error());
    reason_ = reason == nullptr ? "" : reason;
}

}  // namespace liaison::test
