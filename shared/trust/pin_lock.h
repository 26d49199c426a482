// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/store_key.h"

namespace liaison {

/// Whether this may become the PIN of a profile: 6 digits or more, or a passphrase of 10 characters
/// or more; at most 256 bytes. `outOfRange` otherwise, `malformed` when it is not text.
Result<Done> validatePin(std::string_view pin);

/// Seals the key of a store under a PIN.
///
/// The sealed form is one byte of format (1), passes (1 byte), memory in KiB (4 bytes, big endian),
/// a 16-byte salt, a 24-byte nonce, and the key in XSalsa20-Poly1305 under Argon2id of the PIN
/// (libsodium's `crypto_secretbox` and `crypto_pwhash`; 2 passes, 19 MiB: some 60 ms). A PIN of 6
/// digits alone withstands a copied file for hours at most: the secret of the platform's key store
/// that belongs beside it comes with encryption at rest.
///
/// Both functions take some tens of milliseconds and 19 MiB, and may run on any thread.
class PinLock {
public:
    /// The sealed key; `io` when the system has not the memory.
    static Result<std::string> seal(const StoreKey& key, std::string_view pin);

    /// The key that was sealed. Fails with `wrongKey` under another PIN, `damaged` when the bytes
    /// are not a sealed key, `io` when the system has not the memory. Counting the tries is the
    /// caller's part.
    static Result<StoreKey> unseal(std::string_view sealed, std::string_view pin);
};

}  // namespace liaison
