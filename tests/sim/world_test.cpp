// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/sim/many_worlds.h"
#include "tests/sim/planted_faults.h"

namespace liaison::sim {

namespace {

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define LIAISON_SIM_IS_SLOW
#endif
#endif
#ifdef LIAISON_SIM_IS_SLOW
constexpr bool kIsFast = false;  // too few worlds for everything to happen
constexpr std::uint64_t kWorlds = 40;
#else
constexpr bool kIsFast = true;
constexpr std::uint64_t kWorlds = 500;
#endif

/// Runs these worlds and says which one to run again when one breaks a promise.
WorldsOutcome expectWell(std::uint64_t firstSeed, std::uint64_t count, bool isLarge)
{
    WorldsPlan plan;
    plan.firstSeed = firstSeed;
    plan.count = count;
    plan.isLarge = isLarge;
    const WorldsOutcome outcome = runWorlds(plan);
    EXPECT_THAT(outcome.violations, testing::IsEmpty())
        << "replay with " << replayLine(outcome.firstFailedSeed, isLarge);
    EXPECT_EQ(outcome.worlds, count);
    return outcome;
}

}  // namespace

/// Each share of the small worlds is a test of its own, so that all cores have work.
class SmallWorlds : public testing::TestWithParam<std::uint64_t> {};

TEST_P(SmallWorlds, KeepEveryPromise)
{
    const auto outcome = expectWell(1 + GetParam() * kWorlds, kWorlds, false);

    if (kIsFast) EXPECT_THAT(neverHappened(outcome.tally), testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Share, SmallWorlds, testing::Range<std::uint64_t>(0, 4));

TEST(LargeWorlds, KeepEveryPromise)
{
    expectWell(1, kIsFast ? 20 : 2, true);
}

TEST(PlantedFaults, AreEachCaught)
{
    if (!kIsFast || !choose(plantedFaults().front().name)) GTEST_SKIP() << "not in this build";

    EXPECT_GE(plantedFaults().size(), 18u);
    EXPECT_TRUE(catchPlantedFaults(2));
}

TEST(Worlds, LeaveTheSameTraceFromTheSameSeedAndAnotherFromAnother)
{
    WorldPlan plan;
    plan.seed = 7;

    const Outcome one = runWorld(plan);
    const Outcome again = runWorld(plan);
    plan.seed = 8;
    const Outcome other = runWorld(plan);

    EXPECT_EQ(one.traceHash, again.traceHash);
    EXPECT_NE(one.traceHash, other.traceHash);
}

}  // namespace liaison::sim
