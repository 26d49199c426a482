// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/device/exit_code.h"

#include <gtest/gtest.h>

namespace liaison {

TEST(ExitCode, HasASentenceForEveryCodeAndListsItInTheHelp)
{
    const std::string table = exitCodeTable();
    int codes = 0;
    for (std::uint32_t number = 1; number < 256; ++number) {
        const ErrorCode code = errorCodeFrom(number);
        if (static_cast<std::uint32_t>(code) != number) continue;
        ++codes;

        EXPECT_NE(sentence(code), name(code)) << name(code);
        EXPECT_NE(table.find("  " + std::string(name(code)) + ": "), std::string::npos);
        EXPECT_GT(exitCode(code), 0);
        EXPECT_LT(exitCode(code), 126) << "a shell could not tell it from a signal";
    }
    EXPECT_GT(codes, 20);
}

TEST(ExitCode, SaysWhatHappenedInOneLine)
{
    const std::string line = errorLine({ErrorCode::inviteRefused, "two\nlines"});

    EXPECT_TRUE(line.starts_with("liaison-device: inviteRefused: "));
    EXPECT_EQ(line.find('\n'), std::string::npos);
}

}  // namespace liaison
