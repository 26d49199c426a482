// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/error_code.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>
#include <string>

namespace liaison {

namespace {

TEST(ErrorCode, KeepsItsNumberForEver)
{
    EXPECT_EQ(errorCodeFrom(1), ErrorCode::malformed);
    EXPECT_EQ(errorCodeFrom(7), ErrorCode::notAllowed);
    EXPECT_EQ(errorCodeFrom(9), ErrorCode::depends);
    EXPECT_EQ(errorCodeFrom(10), ErrorCode::newer);
    EXPECT_EQ(errorCodeFrom(31), ErrorCode::forked);
    EXPECT_EQ(errorCodeFrom(49), ErrorCode::usage);
}

TEST(ErrorCode, IsMalformedUnderANumberThatNobodyHas)
{
    EXPECT_EQ(errorCodeFrom(0), ErrorCode::malformed);
    EXPECT_EQ(errorCodeFrom(65535), ErrorCode::malformed);
    EXPECT_EQ(errorCodeFrom(65536 + 7), ErrorCode::malformed);
}

/// The codes as their header lists them.
std::map<std::string, std::uint32_t> listedCodes()
{
    std::ifstream header(std::string(LIAISON_SOURCE_DIR) + "/shared/base/error_code.h");
    const std::regex enumerator(R"(\s+(\w+) = (\d+),.*)");
    std::map<std::string, std::uint32_t> codes;
    std::smatch found;
    for (std::string line; std::getline(header, line);) {
        if (!std::regex_match(line, found, enumerator)) continue;
        codes[found[1]] = static_cast<std::uint32_t>(std::stoul(found[2]));
    }
    return codes;
}

TEST(ErrorCode, HasANameAndANumberWhereverItIsListed)
{
    const auto codes = listedCodes();

    EXPECT_GT(codes.size(), 30u);
    for (const auto& [listed, number] : codes) {
        EXPECT_EQ(static_cast<std::uint32_t>(errorCodeFrom(number)), number) << listed;
        EXPECT_EQ(name(errorCodeFrom(number)), listed);
    }
}

}  // namespace

}  // namespace liaison
