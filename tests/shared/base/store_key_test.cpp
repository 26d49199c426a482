// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/store_key.h"

#include <gtest/gtest.h>

#include <new>
#include <string>

namespace liaison {

TEST(StoreKey, HasThirtyTwoBytesAndIsNewEachTime)
{
    EXPECT_FALSE(StoreKey::make() == StoreKey::make());
    EXPECT_EQ(StoreKey::fromBytes("short").error().code, ErrorCode::malformed);
    EXPECT_EQ(StoreKey::fromBytes(std::string(33, 'k')).error().code, ErrorCode::malformed);
    EXPECT_EQ(StoreKey::fromBytes(std::string(32, 'k'))->bytes(), std::string(32, 'k'));
}

TEST(StoreKey, WipesItsBytesWhenItGoes)
{
    alignas(StoreKey) unsigned char place[sizeof(StoreKey)] = {};
    auto* key = new (place) StoreKey(*StoreKey::fromBytes(std::string(32, 'k')));
    ASSERT_EQ(place[31], 'k');

    key->~StoreKey();

    for (const unsigned char byte : place) {
        EXPECT_EQ(byte, 0);
    }
}

}  // namespace liaison
