// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace liaison {

/// SHA-256 (FIPS 180-4) of `bytes`: 32 bytes.
std::string sha256(std::string_view bytes);

/// Puts SHA-256 of `bytes` behind `to`, which may not be what `bytes` shows.
void appendSha256(std::string& to, std::string_view bytes);

/// SHA-256 of bytes that come one part after the other. One thread.
class Sha256Sum {
public:
    Sha256Sum();
    Sha256Sum(const Sha256Sum&) = delete;
    Sha256Sum& operator=(const Sha256Sum&) = delete;
    ~Sha256Sum();

    void add(std::string_view bytes);
    /// Of all that was added: 32 bytes. Only once.
    std::string end();

private:
    void* context_;
};

/// HMAC-SHA-256 (RFC 2104) of `bytes` under `key`: 32 bytes.
std::string hmacSha256(std::string_view key, std::string_view bytes);

}  // namespace liaison
