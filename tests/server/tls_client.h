// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/ssl.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "liaison/v1/sync.pb.h"
#include "shared/sync/frame.h"
#include "shared/trust/device_key.h"

namespace liaison::test {

/// Longer than anything here takes, even under a sanitizer on a busy machine: a test that waits for
/// it has failed.
constexpr std::chrono::seconds kPatience{60};

/// A TCP connection to a server on this machine that says nothing by itself.
class RawLine {
public:
    explicit RawLine(std::uint16_t port);
    RawLine(const RawLine&) = delete;
    RawLine& operator=(const RawLine&) = delete;
    ~RawLine();

    int descriptor() const { return descriptor_; }
    bool send(std::string_view bytes) const;
    /// Waits until the server ends the line; false when it does not within `kPatience`.
    bool isEndedByServer() const;

private:
    int descriptor_ = -1;
};

/// What a client brings to the handshake.
struct Offer {
    const DeviceKey* key = nullptr;  ///< none: no certificate
    std::string alpn = "liaison/1";  ///< empty: none
    int version = TLS1_3_VERSION;
    const char* signatures = nullptr;
};

/// A client written against OpenSSL alone, so that it can do what our own client never would.
class TlsClient {
public:
    TlsClient(std::uint16_t port, const Offer& offer);

    /// The client's own view of the handshake; a server may still refuse it.
    bool hasShakenHands() const { return hasShakenHands_; }
    /// SHA-256 of the server's public key.
    std::string serverPin() const;
    std::string version() const { return SSL_get_version(ssl_.get()); }
    bool hasSession() const;

    bool sendBytes(std::string_view bytes);
    bool send(const v1::FromDevice& message) { return sendBytes(frameOf(message)); }
    /// The next message; none when the line has ended.
    std::optional<v1::FromCentre> receive();
    /// Reads until the line ends and returns the code of the Bye that came last, 0 without one.
    std::uint32_t farewell();
    /// What the last failure was, in OpenSSL's words.
    const std::string& reason() const { return reason_; }

private:
    struct Free {
        void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
        void operator()(SSL* ssl) const { SSL_free(ssl); }
    };

    void keepReason();

    RawLine line_;
    std::unique_ptr<SSL_CTX, Free> context_;
    std::unique_ptr<SSL, Free> ssl_;
    FrameReader frames_{kFrameBytesMax};
    bool hasShakenHands_ = false;
    std::string reason_;
};

/// A whole frame with its checksum, whatever it holds.
std::string frameWith(char flags, std::string_view body);

/// A frame as no `frameOf` would make it, without a checksum.
std::string frameWith(std::uint32_t length, char flags, std::string_view body);

}  // namespace liaison::test
