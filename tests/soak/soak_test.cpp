// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/soak.h"

#include <gtest/gtest.h>

#include <iostream>
#include <random>

namespace liaison::soak {

TEST(Soak, LosesNothingAndDoublesNothingInAShortBadDay)
{
    Plan plan;
    plan.cycles = 12;
    plan.cuts = 8;
    plan.stormEvery = 2;
    plan.deadEvery = 12;
    plan.agreeEvery = 12;
    plan.seed = std::random_device{}();

    const Counts counts = Soak(plan, std::cout).run();

    std::cout << counts.table();
    EXPECT_EQ(faultsOf(counts), std::vector<std::string>{}) << "seed " << plan.seed;
    EXPECT_EQ(counts.cycles(), 12);
    EXPECT_GE(counts.killsOfServer, 4);
    EXPECT_GE(counts.killsOfDevices, 6);
    EXPECT_GE(counts.cutsAtRecords, 16);
    EXPECT_EQ(counts.cutsAtBytes, 8);
    EXPECT_GE(counts.stopsOfServer, 1);
    EXPECT_GE(counts.stopsOfDevices, 1);
    EXPECT_GE(counts.losses, 1);
    EXPECT_EQ(counts.deadLines, 1);
    EXPECT_GE(counts.fullServers, 1);
    EXPECT_GE(counts.fullDevices, 1);
    EXPECT_GE(counts.refusedByFullDisk, 1);
}

}  // namespace liaison::soak
