// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/trust/pin_lock.h"

#include <gtest/gtest.h>

namespace liaison {

TEST(PinLock, GivesTheKeyBackToItsPin)
{
    const StoreKey key = StoreKey::make();

    const auto sealed = PinLock::seal(key, "482913");
    ASSERT_TRUE(sealed);
    const auto opened = PinLock::unseal(*sealed, "482913");

    ASSERT_TRUE(opened) << opened.error().detail;
    EXPECT_EQ(*opened, key);
}

TEST(PinLock, KeepsTheKeyFromAnyOtherPin)
{
    const StoreKey key = StoreKey::make();
    const std::string sealed = *PinLock::seal(key, "482913");

    for (const char* pin : {"482914", "48291", "4829130", "", " 482913"}) {
        EXPECT_EQ(PinLock::unseal(sealed, pin).error().code, ErrorCode::wrongKey) << pin;
    }
}

TEST(PinLock, SealsTheSameKeyDifferentlyEachTime)
{
    const StoreKey key = StoreKey::make();
    const std::string first = *PinLock::seal(key, "482913");
    const std::string second = *PinLock::seal(key, "482913");

    EXPECT_NE(first.substr(6), second.substr(6));
    EXPECT_EQ(first.find(key.bytes()), std::string::npos);
}

TEST(PinLock, OpensNothingThatWasChanged)
{
    const std::string sealed = *PinLock::seal(StoreKey::make(), "482913");

    for (std::size_t i = 0; i < sealed.size(); i += 3) {
        std::string changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        ASSERT_FALSE(PinLock::unseal(changed, "482913")) << i;
    }
    for (std::size_t length = 0; length < sealed.size(); ++length) {
        ASSERT_EQ(PinLock::unseal(sealed.substr(0, length), "482913").error().code,
                  ErrorCode::damaged);
    }
}

TEST(PinLock, SpendsNoFortuneOnADamagedSeal)
{
    std::string sealed = *PinLock::seal(StoreKey::make(), "482913");
    sealed[2] = '\x7f';
    EXPECT_EQ(PinLock::unseal(sealed, "482913").error().code, ErrorCode::damaged);

    sealed[2] = '\0';
    sealed[1] = '\xff';
    EXPECT_EQ(PinLock::unseal(sealed, "482913").error().code, ErrorCode::damaged);
}

TEST(ValidatePin, AsksForSixDigitsOrALongerPassphrase)
{
    EXPECT_TRUE(validatePin("482913"));
    EXPECT_TRUE(validatePin("48291348291348"));
    EXPECT_TRUE(validatePin("été à la mer"));
    EXPECT_TRUE(validatePin("éééééééééé"));

    for (const char* pin : {"", "48291", "abcdef", "48291a", "ééééééééé"}) {
        EXPECT_EQ(validatePin(pin).error().code, ErrorCode::outOfRange) << pin;
    }
    EXPECT_EQ(validatePin(std::string(257, '1')).error().code, ErrorCode::outOfRange);
    EXPECT_EQ(validatePin("not text: \xff").error().code, ErrorCode::malformed);
}

}  // namespace liaison
