// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/ssl.h>

#include <cstdint>
#include <memory>
#include <string>

#include "shared/trust/device_key.h"
#include "tests/floor/floor.pb.h"

namespace liaison::floor {

/// A blocking connection: mutual TLS 1.3 with P-256 keys, and frames of a length and a message that
/// zstd has packed. Throws on every failure.
class Line {
public:
    /// Connects to 127.0.0.1, or takes over a connection that was accepted.
    Line(SSL_CTX* context, std::uint16_t port);
    static constexpr struct Accepted {
    } kAccepted{};
    Line(SSL_CTX* context, int descriptor, Accepted);
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;
    ~Line();

    void send(const FloorFrame& frame);
    /// False when the other side has ended the connection.
    bool receive(FloorFrame& frame);
    std::uint64_t bytesUp() const { return BIO_number_written(SSL_get_wbio(ssl_.get())); }
    std::uint64_t bytesDown() const { return BIO_number_read(SSL_get_rbio(ssl_.get())); }

private:
    struct Free {
        void operator()(SSL* ssl) const { SSL_free(ssl); }
    };

    void begin();
    bool readAll(char* into, std::size_t size);

    int descriptor_ = -1;
    std::unique_ptr<SSL, Free> ssl_;
};

/// The TLS of one side, with a new key.
struct FreeContext {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
std::unique_ptr<SSL_CTX, FreeContext> makeContext(const SSL_METHOD* method);

}  // namespace liaison::floor
