// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/device/device_commands.h"

#include <gtest/gtest.h>

#include "tests/mobile/store/made_profile.h"
#include "tests/support/temp_folder.h"

namespace liaison {

TEST(DeviceCommands, JoinsUnderNoNameThatTheCentreCouldNotRead)
{
    const TempFolder folder;
    Invite invite = someInvite();
    invite.expiresAt = Instant(std::chrono::hours(500'000));
    const auto code = invite.encode();
    ASSERT_TRUE(code) << code.error().detail;
    const std::filesystem::path profile = folder.file("profile");
    const CommandLine line{profile, kTestPin, JoinCommand{*code, "T\xe9l\xe9phone"}};

    const auto answer = run(line, "", Schema::care(), SystemClock());

    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::usage);
    EXPECT_FALSE(std::filesystem::exists(profile));
}

}  // namespace liaison
