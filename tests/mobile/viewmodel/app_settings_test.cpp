// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/app_settings.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temp_folder.h"

namespace liaison::test {

using namespace std::chrono_literals;

TEST(AppSettings, AreReadAsTheyWereKept)
{
    TempFolder folder;
    AppSettings settings;
    settings.language = "en";
    settings.dark = true;
    settings.textScale = 1.5;
    settings.entrances["claire"] = {6, 2, Instant(1'789'372'800'000ms)};

    ASSERT_TRUE(settings.keep(folder.path() / "profiles"));
    const AppSettings read = AppSettings::in(folder.path() / "profiles");

    EXPECT_EQ(read.language, "en");
    EXPECT_TRUE(read.dark);
    EXPECT_FALSE(read.highContrast);
    EXPECT_EQ(read.textScale, 1.5);
    EXPECT_EQ(read.entrances["claire"].pinLength, 6);
    EXPECT_EQ(read.entrances["claire"].failures, 2);
    EXPECT_EQ(read.entrances["claire"].lastFailure, Instant(1'789'372'800'000ms));
}

TEST(AppSettings, AreThoseOfANewDeviceWhenTheFileIsNone)
{
    TempFolder folder;
    std::ofstream(folder.path() / "settings.json") << R"({"textScale": 900, "dark": "no")";

    const AppSettings read = AppSettings::in(folder.path());

    EXPECT_EQ(read.language, "fr");
    EXPECT_EQ(read.textScale, 1);
    EXPECT_FALSE(read.dark);
}

TEST(AppSettings, CloseAProfileForLongerAfterEachWrongCodeFromTheThirdOn)
{
    const Instant last(1'789'372'800'000ms);

    EXPECT_EQ(closedUntil({6, 2, last}), Instant{});
    EXPECT_EQ(closedUntil({6, 3, last}), last + 5min);
    EXPECT_EQ(closedUntil({6, 4, last}), last + 10min);
    EXPECT_EQ(closedUntil({6, 5, last}), last + 20min);
    EXPECT_EQ(closedUntil({6, 500, last}), last + 5min * 64);
}

}  // namespace liaison::test
