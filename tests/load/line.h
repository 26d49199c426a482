// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/ssl.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "liaison/v1/sync.pb.h"
#include "shared/base/result.h"
#include "shared/sync/frame.h"
#include "shared/trust/device_key.h"

namespace liaison::load {

/// A device's key and certificate, as OpenSSL wants them; read once, used for many connections.
class Papers {
public:
    explicit Papers(const DeviceKey& key);

    EVP_PKEY* key() const { return key_.get(); }
    X509* certificate() const { return certificate_.get(); }

private:
    struct Free {
        void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
        void operator()(X509* certificate) const { X509_free(certificate); }
    };

    std::unique_ptr<EVP_PKEY, Free> key_;
    std::unique_ptr<X509, Free> certificate_;
};

/// Bytes that went over a socket, each way.
struct Traffic {
    std::uint64_t up = 0;
    std::uint64_t down = 0;

    Traffic operator+(const Traffic& other) const { return {up + other.up, down + other.down}; }
    Traffic operator-(const Traffic& other) const { return {up - other.up, down - other.down}; }
};

/// Where a device calls, and from which address of this machine.
struct Route {
    std::uint16_t port = 0;    ///< of the server, on 127.0.0.1
    std::uint32_t source = 0;  ///< within 127.0.0.0/8, host byte order
    std::string pin;           ///< SHA-256 of the server's key
    const char* purpose = "liaison/1";
};

/// One TLS 1.3 connection of a device that never blocks: messages in, messages out.
///
/// Speaks to the server only when its key is the pinned one. Its driver calls `advance` whenever
/// the socket is ready, and again after `send`.
class Line {
public:
    /// Begins to connect. Throws when the system has no socket left.
    Line(const Papers& papers, const Route& route);
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;
    ~Line();

    int descriptor() const { return descriptor_; }
    /// Shakes hands, writes and reads as far as that goes now. An error ends the line.
    Result<Done> advance();
    /// Writes as far as that goes now; only on an open line.
    Result<Done> flush();
    bool isOpen() const { return isOpen_; }
    bool wantsToWrite() const { return !isOpen_ || written_ < unsent_.size(); }
    void send(const v1::FromDevice& message) { unsent_ += writer_.frameOf(message); }
    std::size_t unsentBytes() const { return unsent_.size() - written_; }
    /// The next whole message that has come.
    Result<std::optional<v1::FromCentre>> next();
    /// At the socket: what TLS makes of it, without the headers of TCP.
    Traffic traffic() const;

private:
    struct Free {
        void operator()(SSL* ssl) const { SSL_free(ssl); }
    };

    Result<Done> shakeHands();
    Result<Done> fill();
    Result<Done> failure(int result);

    int descriptor_ = -1;
    std::string pin_;
    std::unique_ptr<SSL, Free> ssl_;
    bool isOpen_ = false;
    bool isEnded_ = false;  ///< the server has said its last word
    std::string unsent_;
    std::size_t written_ = 0;
    FrameWriter writer_;
    FrameReader frames_{kFrameBytesMax};
};

}  // namespace liaison::load
