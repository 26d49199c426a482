// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "shared/base/result.h"

struct ssl_ctx_st;
struct ssl_st;

namespace liaison {

/// Who is at the other end, as the handshake proved it.
struct Peer {
    std::string pin;         ///< SHA-256 of its public key, 32 bytes
    bool isJoining = false;  ///< speaks `liaison-join/1`: may say `Join` and nothing else
};

/// The rules of the handshake, in one place: TLS 1.3 and nothing older, a P-256 key on both sides,
/// ECDSA with SHA-256, no session that could be resumed past the look at its key.
///
/// A client names its conversation by ALPN. `liaison/1` is for keys that `knows` says yes to;
/// `liaison-join/1` is for any key; every other name, and none at all, is refused in the handshake.
/// Constant once made; handshakes on any thread use it at once, and so `knows` is called from any.
class TlsPolicy {
public:
    /// Given the pin of a key.
    using Knows = std::function<bool(std::string_view pin)>;

    /// Fails with `damaged` when the key and its certificate are not such a pair.
    static Result<TlsPolicy> make(const std::string& certificatePem,
                                  const std::string& privateKeyPem, Knows knows);

    ssl_ctx_st* context() const { return context_.get(); }

private:
    struct Free {
        void operator()(ssl_ctx_st* context) const;
    };
    using Context = std::unique_ptr<ssl_ctx_st, Free>;

    TlsPolicy(Context context, std::unique_ptr<Knows> knows);

    std::unique_ptr<Knows> knows_;
    Context context_;
};

/// Who is at the other end of a finished handshake.
Peer peerOf(ssl_st* ssl);

}  // namespace liaison
