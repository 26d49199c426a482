// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/store_key.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <algorithm>

#include "shared/base/bytes.h"

namespace liaison {

StoreKey StoreKey::make()
{
    StoreKey key;
    ensure(RAND_priv_bytes(key.bytes_.data(), int(kBytes)) == 1, "the system has no random bytes");
    return key;
}

Result<StoreKey> StoreKey::fromBytes(std::string_view bytes)
{
    if (bytes.size() != kBytes) return Error{ErrorCode::malformed, "a store key has 32 bytes"};
    StoreKey key;
    std::copy(bytes.begin(), bytes.end(), key.bytes_.begin());
    return key;
}

StoreKey::~StoreKey()
{
    OPENSSL_cleanse(bytes_.data(), bytes_.size());
}

std::string_view StoreKey::bytes() const
{
    return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
}

bool StoreKey::operator==(const StoreKey& other) const
{
    return equalInConstantTime(bytes(), other.bytes());
}

}  // namespace liaison
