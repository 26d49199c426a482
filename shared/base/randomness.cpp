// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/randomness.h"

#include <openssl/rand.h>

#include "shared/base/ensure.h"

namespace liaison {

namespace {

thread_local Randomness* replaced = nullptr;

}  // namespace

void fillRandomly(std::span<std::uint8_t> bytes)
{
    if (replaced != nullptr) return replaced->fill(bytes);
    ensure(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1,
           "the system has no random bytes");
}

ReplacedRandomness::ReplacedRandomness(Randomness& source)
{
    ensure(replaced == nullptr, "the randomness of a thread is replaced once");
    replaced = &source;
}

ReplacedRandomness::~ReplacedRandomness()
{
    replaced = nullptr;
}

}  // namespace liaison
