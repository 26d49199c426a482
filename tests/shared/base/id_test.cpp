// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/id.h"

#include <gtest/gtest.h>

#include <unordered_set>

#include "shared/base/sha256.h"

namespace liaison {

namespace {

using namespace std::chrono_literals;

constexpr Instant kMoment{std::chrono::milliseconds(0x017f22e279b0)};

TEST(RecordId, IsTheUuidOfVersionSevenThatTheStandardShows)
{
    const RecordId id =
        RecordId::make(kMoment, {0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f});

    EXPECT_EQ(id.text(), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
}

TEST(RecordId, MarksVersionAndVariantWhateverTheRandomBytesAre)
{
    const RecordId id =
        RecordId::make(kMoment, {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff});

    EXPECT_EQ(id.text(), "017f22e2-79b0-7fff-bfff-ffffffffffff");
}

TEST(RecordId, SortsLaterRecordsLater)
{
    const std::array<std::uint8_t, 10> high = {0xff, 0xff, 0xff, 0xff, 0xff,
                                               0xff, 0xff, 0xff, 0xff, 0xff};

    EXPECT_LT(RecordId::make(kMoment, high), RecordId::make(kMoment + 1ms, {}));
    EXPECT_LT(RecordId::make(kMoment, high), RecordId::make(kMoment + 24h * 3652, {}));
}

TEST(RecordId, IsNeverMadeTwice)
{
    std::unordered_set<RecordId> ids;

    for (int i = 0; i < 1000; ++i) {
        ids.insert(RecordId::make(kMoment));
    }

    EXPECT_EQ(ids.size(), 1000u);
}

TEST(RecordId, IsTheSameAfterItsBytesAndItsText)
{
    const RecordId id = RecordId::make(kMoment);

    const auto fromBytes = RecordId::fromBytes(id.bytes());
    const auto fromText = RecordId::fromText(id.text());

    ASSERT_TRUE(fromBytes);
    ASSERT_TRUE(fromText);
    EXPECT_EQ(*fromBytes, id);
    EXPECT_EQ(*fromText, id);
    EXPECT_EQ(id.bytes().size(), 16u);
}

TEST(RecordId, ReadsItsDigitsWithoutHyphens)
{
    const auto id = RecordId::fromText("017F22E279B07CC398C4DC0C0C07398F");

    ASSERT_TRUE(id);
    EXPECT_EQ(id->text(), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
}

TEST(RecordId, RefusesAnyOtherLengthOrDigit)
{
    EXPECT_FALSE(RecordId::fromBytes(std::string(15, 'x')));
    EXPECT_FALSE(RecordId::fromBytes(std::string(17, 'x')));
    EXPECT_FALSE(RecordId::fromText(""));
    EXPECT_FALSE(RecordId::fromText("017f22e2-79b0-7cc3-98c4-dc0c0c07398"));
    EXPECT_FALSE(RecordId::fromText("017f22e2-79b0-7cc3-98c4-dc0c0c07398g"));
}

TEST(RecordId, IsNullOnlyWhenNobodyMadeIt)
{
    EXPECT_TRUE(RecordId{}.isNull());
    EXPECT_FALSE(RecordId::make(kMoment).isNull());
}

TEST(DeviceNumber, IsTheStartOfTheHashOfTheKey)
{
    std::string hash = sha256("a public key");

    const DeviceNumber number = DeviceNumber::ofKey(hash);

    EXPECT_LT(number.value, std::uint64_t{1} << 48);
    EXPECT_EQ(number.text().size(), 12u);
    hash.back() = static_cast<char>(hash.back() + 1);
    EXPECT_EQ(DeviceNumber::ofKey(hash), number);
    hash[5] = static_cast<char>(hash[5] + 1);
    EXPECT_NE(DeviceNumber::ofKey(hash), number);
}

TEST(DeviceNumber, IsWrittenBigEndianInTwelveDigits)
{
    const std::string hash = "\x01\x02\x03\x04\x05\xff" + std::string(26, '\0');

    EXPECT_EQ(DeviceNumber::ofKey(hash).text(), "0102030405ff");
    EXPECT_EQ(DeviceNumber{0xa1}.text(), "0000000000a1");
}

}  // namespace

}  // namespace liaison
