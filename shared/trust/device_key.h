// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "shared/base/id.h"
#include "shared/base/result.h"

namespace liaison {

/// The P-256 key by which one side of a connection is known, and the self-signed certificate that
/// carries it: a profile's on a phone, or a server's.
///
/// The certificate says nothing but the key: its subject is always "peer", and it is valid from
/// 2000 to 9999 so that a phone with a wrong clock can connect. Trust comes from the pin alone. The
/// private key is wiped from memory when the object goes; the text that `privateKeyPem` returned is
/// its caller's to keep safe.
class DeviceKey {
public:
    /// A new key.
    static Result<DeviceKey> make();

    /// The key in these PEM texts (RFC 7468), each of which may hold other blocks as well;
    /// `malformed` unless both are there, belong together, are P-256 and need no passphrase.
    static Result<DeviceKey> fromPem(const std::string& certificatePem,
                                     const std::string& privateKeyPem);

    DeviceKey(const DeviceKey&) = default;
    DeviceKey(DeviceKey&&) = default;
    DeviceKey& operator=(const DeviceKey&) = default;
    DeviceKey& operator=(DeviceKey&&) = default;
    ~DeviceKey();

    const std::string& certificatePem() const { return certificatePem_; }
    /// PKCS #8, without a passphrase.
    const std::string& privateKeyPem() const { return privateKeyPem_; }
    /// SHA-256 of the public key in SPKI form (RFC 5280), 32 bytes: what the other side knows.
    const std::string& pin() const { return pin_; }
    DeviceNumber number() const { return DeviceNumber::ofKey(pin_); }

private:
    DeviceKey() = default;

    std::string certificatePem_;
    std::string privateKeyPem_;
    std::string pin_;
};

/// The pin of the key in a DER certificate, as DeviceKey::pin; `malformed` when the bytes are not
/// one whole certificate of a P-256 key. The certificate's own signature is not looked at: whoever
/// finishes a handshake with it has proved to hold its key.
Result<std::string> spkiSha256OfCertificate(std::string_view der);

}  // namespace liaison
