// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/floor/line.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/pem.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zstd.h>

#include <array>
#include <cstring>
#include <stdexcept>

namespace liaison::floor {

namespace {

constexpr std::size_t kHeaderBytes = 5;
constexpr std::size_t kWorthPackingBytes = 200;
constexpr std::size_t kFrameBytesMax = 4 * 1024 * 1024;
constexpr int kLevel = 3;

ZSTD_CCtx* packer()
{
    static ZSTD_CCtx* const context = ZSTD_createCCtx();
    return context;
}

ZSTD_DCtx* unpacker()
{
    static ZSTD_DCtx* const context = ZSTD_createDCtx();
    return context;
}

std::string unpacked(const std::string& body)
{
    const auto size = ZSTD_getFrameContentSize(body.data(), body.size());
    if (size > kFrameBytesMax) throw std::runtime_error("a bad frame");
    std::string message(size, '\0');
    const std::size_t written =
        ZSTD_decompressDCtx(unpacker(), message.data(), message.size(), body.data(), body.size());
    if (written != message.size()) throw std::runtime_error("a bad frame");
    return message;
}

}  // namespace

std::unique_ptr<SSL_CTX, FreeContext> makeContext(const SSL_METHOD* method)
{
    std::unique_ptr<SSL_CTX, FreeContext> context(SSL_CTX_new(method));
    const auto key = DeviceKey::make();
    if (!key) throw std::runtime_error("no key");
    const std::string pem = key->certificatePem() + key->privateKeyPem();
    BIO* text = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    X509* certificate = PEM_read_bio_X509(text, nullptr, nullptr, nullptr);
    EVP_PKEY* secret = PEM_read_bio_PrivateKey(text, nullptr, nullptr, nullptr);
    SSL_CTX_use_certificate(context.get(), certificate);
    SSL_CTX_use_PrivateKey(context.get(), secret);
    EVP_PKEY_free(secret);
    X509_free(certificate);
    BIO_free(text);
    SSL_CTX_set_min_proto_version(context.get(), TLS1_3_VERSION);
    SSL_CTX_set_num_tickets(context.get(), 0);
    // The floor asks for keys on both sides and believes any: it has no permissions.
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    SSL_CTX_set_cert_verify_callback(
        context.get(), [](X509_STORE_CTX*, void*) { return 1; }, nullptr);
    return context;
}

Line::Line(SSL_CTX* context, std::uint16_t port)
    : descriptor_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), ssl_(SSL_new(context))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto* generic = reinterpret_cast<const sockaddr*>(&address);
    if (::connect(descriptor_, generic, sizeof address) != 0) {
        ::close(descriptor_);
        throw std::runtime_error("nobody listens");
    }
    SSL_set_connect_state(ssl_.get());
    begin();
}

Line::Line(SSL_CTX* context, int descriptor, Accepted)
    : descriptor_(descriptor), ssl_(SSL_new(context))
{
    SSL_set_accept_state(ssl_.get());
    begin();
}

Line::~Line()
{
    ssl_.reset();
    ::close(descriptor_);
}

void Line::begin()
{
    const int yes = 1;
    ::setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    SSL_set_fd(ssl_.get(), descriptor_);
    if (SSL_do_handshake(ssl_.get()) != 1) throw std::runtime_error("no handshake");
}

void Line::send(const FloorFrame& frame)
{
    const std::string plain = frame.SerializeAsString();
    const bool isPacked = plain.size() > kWorthPackingBytes;
    std::string bytes(kHeaderBytes + (isPacked ? ZSTD_compressBound(plain.size()) : plain.size()),
                      '\0');
    std::size_t size = plain.size();
    if (isPacked) {
        size = ZSTD_compressCCtx(packer(), bytes.data() + kHeaderBytes, bytes.size() - kHeaderBytes,
                                 plain.data(), plain.size(), kLevel);
    } else {
        std::memcpy(bytes.data() + kHeaderBytes, plain.data(), plain.size());
    }
    const std::uint32_t length = htonl(static_cast<std::uint32_t>(size));
    std::memcpy(bytes.data(), &length, sizeof length);
    bytes[4] = isPacked ? '\1' : '\0';
    const int total = static_cast<int>(kHeaderBytes + size);
    if (SSL_write(ssl_.get(), bytes.data(), total) != total) throw std::runtime_error("not sent");
}

bool Line::readAll(char* into, std::size_t size)
{
    while (size > 0) {
        const int count = SSL_read(ssl_.get(), into, static_cast<int>(size));
        if (count <= 0) return false;
        into += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

bool Line::receive(FloorFrame& frame)
{
    std::array<char, kHeaderBytes> header;
    if (!readAll(header.data(), header.size())) return false;
    std::uint32_t length = 0;
    std::memcpy(&length, header.data(), sizeof length);
    std::string body(ntohl(length), '\0');
    if (body.size() > kFrameBytesMax || !readAll(body.data(), body.size())) return false;
    return frame.ParseFromString(header[4] == '\1' ? unpacked(body) : body);
}

}  // namespace liaison::floor
