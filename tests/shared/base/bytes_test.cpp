// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/bytes.h"

#include <gtest/gtest.h>

#include <set>

namespace liaison {

namespace {

using namespace std::string_literals;

TEST(Hex, WritesTwoLowerCaseDigitsForEachByte)
{
    EXPECT_EQ(toHex("\x00\x0f\xa5\xff"s), "000fa5ff");
    EXPECT_EQ(toHex(""), "");
}

TEST(Hex, ReadsWhatItWroteForEveryByte)
{
    std::string bytes;
    for (int value = 0; value < 256; ++value) {
        bytes.push_back(static_cast<char>(value));
    }

    const auto read = fromHex(toHex(bytes));

    ASSERT_TRUE(read);
    EXPECT_EQ(*read, bytes);
}

TEST(Hex, ReadsUpperCaseToo)
{
    const auto read = fromHex("A5fF");

    ASSERT_TRUE(read);
    EXPECT_EQ(*read, "\xa5\xff");
}

TEST(Hex, RefusesWhatIsNoPairOfDigits)
{
    for (const char* text : {"a", "abc", "0g", "g0", "a ", "0x", "é0"}) {
        const auto read = fromHex(text);

        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, ErrorCode::malformed) << text;
    }
}

TEST(EqualInConstantTime, ComparesContentAndLength)
{
    EXPECT_TRUE(equalInConstantTime("", ""));
    EXPECT_TRUE(equalInConstantTime("secret\0x"s, "secret\0x"s));
    EXPECT_FALSE(equalInConstantTime("secret\0x"s, "secret\0y"s));
    EXPECT_FALSE(equalInConstantTime("secret", "secre"));
    EXPECT_FALSE(equalInConstantTime("", "s"));
}

TEST(RandomBytes, HasTheLengthAskedForAndNeverRepeats)
{
    std::set<std::string> drawn;

    for (int draw = 0; draw < 1000; ++draw) {
        const std::string bytes = randomBytes(16);
        EXPECT_EQ(bytes.size(), 16u);
        drawn.insert(bytes);
    }

    EXPECT_EQ(drawn.size(), 1000u);
    EXPECT_EQ(randomBytes(0), "");
}

TEST(Utf8, AcceptsTheFirstAndLastCharacterOfEveryLength)
{
    for (const auto& text :
         {"\x00"s, "\x7f"s, "\xc2\x80"s, "\xdf\xbf"s, "\xe0\xa0\x80"s, "\xed\x9f\xbf"s,
          "\xee\x80\x80"s, "\xef\xbf\xbf"s, "\xf0\x90\x80\x80"s, "\xf4\x8f\xbf\xbf"s}) {
        EXPECT_TRUE(isUtf8(text)) << toHex(text);
        EXPECT_TRUE(isUtf8("é" + text + "é")) << toHex(text);
    }
    EXPECT_TRUE(isUtf8(""));
}

TEST(Utf8, RefusesWhatIsNoCharacter)
{
    const std::vector<std::pair<std::string, const char*>> refused = {
        {"\x80"s, "a continuation alone"},
        {"\xc0\x80"s, "NUL in two bytes"},
        {"\xc1\xbf"s, "one byte's worth in two"},
        {"\xe0\x9f\xbf"s, "two bytes' worth in three"},
        {"\xf0\x8f\xbf\xbf"s, "three bytes' worth in four"},
        {"\xed\xa0\x80"s, "a surrogate"},
        {"\xf4\x90\x80\x80"s, "beyond the last character"},
        {"\xf5\x80\x80\x80"s, "a byte that begins nothing"},
        {"\xc3"s, "cut off after one of two"},
        {"\xe2\x82"s, "cut off after two of three"},
        {"\xf0\x9f\x98"s, "cut off after three of four"},
        {"\xe2\x82\x28"s, "a letter where a continuation belongs"},
    };
    for (const auto& [text, why] : refused) {
        EXPECT_FALSE(isUtf8(text)) << why;
        EXPECT_FALSE(isUtf8("a" + text)) << why;
    }
}

TEST(Utf8, IsCutBetweenCharactersAndBeforeWhatIsNone)
{
    EXPECT_EQ(utf8Beginning("été", 9), "été");
    EXPECT_EQ(utf8Beginning("été", 4), "ét");
    EXPECT_EQ(utf8Beginning("été", 1), "");
    EXPECT_EQ(utf8Beginning("ab\xff"
                            "cd",
                            9),
              "ab");
}

}  // namespace

}  // namespace liaison
