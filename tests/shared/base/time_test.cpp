// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/time.h"

#include <gtest/gtest.h>

namespace liaison {

namespace {

using namespace std::chrono_literals;

TEST(IsoText, WritesUniversalTimeToTheMillisecond)
{
    EXPECT_EQ(isoText(Instant(0ms)), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(isoText(Instant(1789375320007ms)), "2026-09-14T08:42:00.007Z");
    EXPECT_EQ(isoText(Instant(1709251199999ms)), "2024-02-29T23:59:59.999Z");
}

TEST(IsoText, CountsDownwardsBefore1970)
{
    EXPECT_EQ(isoText(Instant(-1ms)), "1969-12-31T23:59:59.999Z");
    EXPECT_EQ(isoText(Instant(-1000ms)), "1969-12-31T23:59:59.000Z");
}

TEST(SystemClock, DoesNotStandFarFromTheTestsOwnTime)
{
    const auto before = std::chrono::system_clock::now();

    const Instant now = SystemClock().now();

    EXPECT_GE(now + 1ms, before);
    EXPECT_LE(now, std::chrono::system_clock::now());
}

}  // namespace

}  // namespace liaison
