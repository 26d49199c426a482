// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/stamp.h"

#include <gtest/gtest.h>

#include "tests/support/writer.h"

namespace liaison {

namespace {

using namespace std::chrono_literals;

constexpr auto kTenYears = 24h * 3652;

TEST(Stamp, HoldsMillisecondsAboveACounter)
{
    const Stamp stamp = Stamp::at(Instant(1ms), 2);

    EXPECT_EQ(stamp.value, 0x10002u);
    EXPECT_EQ(stamp.instant(), Instant(1ms));
}

TEST(Stamp, OrdersByMomentFirstAndCounterSecond)
{
    EXPECT_LT(Stamp::at(kMorning, 65535), Stamp::at(kMorning + 1ms));
    EXPECT_LT(Stamp::at(kMorning, 1), Stamp::at(kMorning, 2));
}

TEST(Stamp, StaysInItsBitsWhateverTheClockSays)
{
    EXPECT_EQ(Stamp::at(Instant(-5ms)).value, 0u);
    EXPECT_EQ(Stamp::at(Instant(std::chrono::milliseconds(INT64_MAX)), 7).value,
              0xffffffffffff0007u);
}

TEST(ShownAs, IsTheEditsOwnStampWhenItsClockIsRightOrSlow)
{
    EXPECT_EQ(shownAs(Stamp::at(kMorning), kMorning), Stamp::at(kMorning));
    EXPECT_EQ(shownAs(Stamp::at(kMorning - kTenYears), kMorning), Stamp::at(kMorning - kTenYears));
    EXPECT_EQ(shownAs(Stamp::at(kMorning + 60s), kMorning), Stamp::at(kMorning + 60s));
}

TEST(ShownAs, IsNeverMoreThanAMinuteAfterTheReceipt)
{
    EXPECT_EQ(shownAs(Stamp::at(kMorning + 60s, 1), kMorning), Stamp::at(kMorning + 60s));
    EXPECT_EQ(shownAs(Stamp::at(kMorning + kTenYears), kMorning), Stamp::at(kMorning + 60s));
}

TEST(NextStamp, FollowsTheClockWhenItMoves)
{
    EXPECT_EQ(nextStamp(kMorning, Stamp::at(kMorning - 1s)), Stamp::at(kMorning));
}

TEST(NextStamp, StillRisesWhenTheClockStandsOrGoesBack)
{
    const Stamp last = Stamp::at(kMorning, 3);

    EXPECT_EQ(nextStamp(kMorning, last), Stamp::at(kMorning, 4));
    EXPECT_EQ(nextStamp(kMorning - kTenYears, last), Stamp::at(kMorning, 4));
}

TEST(NextStamp, CarriesAFullCounterIntoTheMilliseconds)
{
    EXPECT_EQ(nextStamp(kMorning, Stamp::at(kMorning, 65535)), Stamp::at(kMorning + 1ms));
}

TEST(NextStamp, NeverFailsAtTheEndOfTime)
{
    EXPECT_EQ(nextStamp(kMorning, Stamp{UINT64_MAX}), Stamp{UINT64_MAX});
}

TEST(AfterSeeing, MovesToANewerForeignStamp)
{
    EXPECT_EQ(afterSeeing(Stamp::at(kMorning), Stamp::at(kMorning + 60s), kMorning),
              Stamp::at(kMorning + 60s));
    EXPECT_EQ(afterSeeing(Stamp::at(kMorning), Stamp::at(kMorning - 1s), kMorning),
              Stamp::at(kMorning));
}

TEST(AfterSeeing, IsNotMovedByAClockMoreThanAMinuteAhead)
{
    EXPECT_EQ(afterSeeing(Stamp::at(kMorning), Stamp::at(kMorning + 60s, 1), kMorning),
              Stamp::at(kMorning));
}

TEST(AfterContact, BringsAClockBackThatWasStuckAhead)
{
    EXPECT_EQ(afterContact(Stamp::at(kMorning + kTenYears), kMorning), Stamp::at(kMorning));
}

TEST(AfterContact, LeavesAClockThatIsAtMostAMinuteAhead)
{
    EXPECT_EQ(afterContact(Stamp::at(kMorning + 60s), kMorning), Stamp::at(kMorning + 60s));
}

}  // namespace

}  // namespace liaison
