// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/trust/pin_lock.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "shared/base/bytes.h"

namespace liaison {

namespace {

constexpr std::uint8_t kFormat = 1;
constexpr std::size_t kDigitsMin = 6;
constexpr std::size_t kCharactersMin = 10;
constexpr std::size_t kPinBytesMax = 256;

constexpr std::size_t kSaltAt = 6;
constexpr std::size_t kNonceAt = kSaltAt + crypto_pwhash_SALTBYTES;
constexpr std::size_t kBoxAt = kNonceAt + crypto_secretbox_NONCEBYTES;
constexpr std::size_t kBoxBytes = StoreKey::kBytes + crypto_secretbox_MACBYTES;
constexpr std::size_t kSealedBytes = kBoxAt + kBoxBytes;

/// What deriving costs. Kept beside each seal, so that later versions may ask for more.
struct Cost {
    std::uint8_t passes = 2;
    std::uint32_t kibibytes = 19 * 1024;

    /// Bounds what a damaged file can make this machine spend.
    bool isSane() const
    {
        return passes >= 1 && passes <= 16 && kibibytes >= 8 && kibibytes <= 1024 * 1024;
    }
};

/// Bytes that are wiped when they go.
template <std::size_t kCount>
struct Wiped {
    Wiped() = default;
    Wiped(const Wiped&) = delete;
    Wiped& operator=(const Wiped&) = delete;
    ~Wiped() { sodium_memzero(bytes.data(), bytes.size()); }
    std::array<unsigned char, kCount> bytes{};
};
using WrapKey = Wiped<crypto_secretbox_KEYBYTES>;

const unsigned char* at(std::string_view bytes, std::size_t position)
{
    return reinterpret_cast<const unsigned char*>(bytes.data()) + position;
}

/// Derives the key that wraps the store's key; `io` when the memory is not to be had.
Result<Done> derive(std::string_view pin, const unsigned char* salt, const Cost& cost,
                    WrapKey& into)
{
    ensure(sodium_init() >= 0, "libsodium starts");
    const int failed = crypto_pwhash(into.bytes.data(), into.bytes.size(), pin.data(), pin.size(),
                                     salt, cost.passes, std::size_t{cost.kibibytes} * 1024,
                                     crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0) return Error{ErrorCode::io, "no memory for Argon2id"};
    return done();
}

std::string header(const Cost& cost)
{
    std::string bytes;
    bytes.push_back(static_cast<char>(kFormat));
    bytes.push_back(static_cast<char>(cost.passes));
    for (int shift = 24; shift >= 0; shift -= 8) {
        bytes.push_back(static_cast<char>(cost.kibibytes >> shift));
    }
    return bytes;
}

Cost costIn(std::string_view sealed)
{
    Cost cost;
    cost.passes = static_cast<std::uint8_t>(sealed[1]);
    cost.kibibytes = 0;
    for (std::size_t i = 2; i < kSaltAt; ++i) {
        cost.kibibytes = cost.kibibytes << 8 | static_cast<std::uint8_t>(sealed[i]);
    }
    return cost;
}

}  // namespace

Result<Done> validatePin(std::string_view pin)
{
    if (!isUtf8(pin)) return Error{ErrorCode::malformed, "the PIN is not text"};
    if (pin.size() > kPinBytesMax) return Error{ErrorCode::outOfRange, "the PIN is too long"};
    const bool isDigits =
        std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; });
    // Every byte but the continuation bytes of UTF-8 begins a character.
    const auto characters =
        std::count_if(pin.begin(), pin.end(), [](char c) { return (c & '\xc0') != '\x80'; });
    const std::size_t least = isDigits ? kDigitsMin : kCharactersMin;
    if (static_cast<std::size_t>(characters) < least) {
        return Error{ErrorCode::outOfRange,
                     "a PIN has 6 digits or more, a passphrase 10 characters or more"};
    }
    return done();
}

Result<std::string> PinLock::seal(const StoreKey& key, std::string_view pin)
{
    const Cost cost;
    std::string sealed = header(cost) + randomBytes(kBoxAt - kSaltAt);
    sealed.resize(kSealedBytes);
    WrapKey wrap;
    if (const auto derived = derive(pin, at(sealed, kSaltAt), cost, wrap); !derived) {
        return derived.error();
    }
    crypto_secretbox_easy(reinterpret_cast<unsigned char*>(sealed.data()) + kBoxAt,
                          at(key.bytes(), 0), StoreKey::kBytes, at(sealed, kNonceAt),
                          wrap.bytes.data());
    return sealed;
}

Result<StoreKey> PinLock::unseal(std::string_view sealed, std::string_view pin)
{
    if (sealed.size() != kSealedBytes || static_cast<std::uint8_t>(sealed[0]) != kFormat) {
        return Error{ErrorCode::damaged, "not a sealed key"};
    }
    const Cost cost = costIn(sealed);
    if (!cost.isSane()) return Error{ErrorCode::damaged, "a sealed key of impossible cost"};
    WrapKey wrap;
    if (const auto derived = derive(pin, at(sealed, kSaltAt), cost, wrap); !derived) {
        return derived.error();
    }
    Wiped<StoreKey::kBytes> opened;
    if (crypto_secretbox_open_easy(opened.bytes.data(), at(sealed, kBoxAt), kBoxBytes,
                                   at(sealed, kNonceAt), wrap.bytes.data()) != 0) {
        return Error{ErrorCode::wrongKey, "the PIN does not open the key"};
    }
    return StoreKey::fromBytes(
        {reinterpret_cast<const char*>(opened.bytes.data()), opened.bytes.size()});
}

}  // namespace liaison
