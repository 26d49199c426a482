// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/sync/back_off.h"

#include <gtest/gtest.h>

namespace liaison {

using namespace std::chrono_literals;

TEST(BackOff, DoublesItsCeilingUpToTheLongest)
{
    BackOff backOff(1s, 5min, [] { return 1.0; });

    std::vector<std::chrono::milliseconds> waits;
    for (int failure = 0; failure < 11; ++failure) {
        waits.push_back(backOff.next());
    }

    EXPECT_EQ(waits[0], 1s);
    EXPECT_EQ(waits[1], 2s);
    EXPECT_EQ(waits[8], 256s);
    EXPECT_EQ(waits[9], 5min);
    EXPECT_EQ(waits[10], 5min);
}

TEST(BackOff, WaitsARandomPartOfTheCeiling)
{
    double random = 0.0;
    BackOff backOff(1s, 5min, [&] { return random; });

    EXPECT_EQ(backOff.next(), 0ms);
    random = 0.25;
    EXPECT_EQ(backOff.next(), 500ms);
}

TEST(BackOff, StartsAnewAfterASuccessAndJumpsAfterARefusal)
{
    BackOff backOff(1s, 5min, [] { return 1.0; });
    backOff.next();
    backOff.next();

    backOff.reset();
    EXPECT_EQ(backOff.next(), 1s);

    backOff.jumpToLongest();
    EXPECT_EQ(backOff.next(), 5min);
}

}  // namespace liaison
