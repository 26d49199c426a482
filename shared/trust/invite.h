// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "liaison/v1/options.pb.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace liaison {

using v1::Role;

constexpr std::size_t kInviteAddressesMax = 8;
constexpr std::size_t kInviteNameBytesMax = 400;

/// Whether an invite can carry this address: HOST:PORT, or [HOST]:PORT for IPv6, of printable ASCII
/// without a slash, at most 261 bytes, its port 1 to 65535 in digits.
bool isInviteAddress(const std::string& address);

/// What a new member is handed to join a centre: where it answers, the keys it answers with, and a
/// secret that is good once.
///
/// Its text is `liaison:` and, in base64url without padding (RFC 4648), one byte of format (1), an
/// encoded v1.Invite, and the first 4 bytes of SHA-256 over both, so that a code that was mistyped
/// or cut is refused before the network is used. Whoever reads the text can join: it is shown to
/// one person and never logged.
struct Invite {
    std::vector<std::string> addresses;  ///< HOST:PORT, [HOST]:PORT for IPv6; 1 to 8 of them
    std::string id;                      ///< 16 bytes
    std::string secret;                  ///< 16 bytes
    std::vector<std::string> pins;       ///< 32 bytes each: the server's key, and its next one
    Instant expiresAt{};                 ///< whole seconds
    std::string centreName;              ///< for display; the centre says its name again on joining
    std::string memberName;
    Role role = v1::ROLE_UNSPECIFIED;

    /// The code; `malformed`, naming the part, when the invite is not as described above.
    Result<std::string> encode() const;

    /// The invite that a code stands for. Spaces and line breaks anywhere in it are ignored, and so
    /// is the case of its first word.
    ///
    /// Fails with `malformed`, or with `protocolVersion` when it was made by a newer version. Says
    /// nothing about expiry: this machine's clock may be wrong, and the centre decides.
    static Result<Invite> parse(std::string_view text);

    bool operator==(const Invite&) const = default;
};

}  // namespace liaison
