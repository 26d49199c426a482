// SPDX-License-Identifier: GPL-3.0-or-later
//
// The figures on a small workload: that everything is measured and that what is counted is right.
// How long anything takes is not judged here.
#include <gtest/gtest.h>

#include "tests/bench/comparison.h"
#include "tests/bench/program.h"

namespace liaison::bench {

namespace {

using nlohmann::json;

constexpr std::uint64_t kSeed = 7;

TEST(Bench, MeasuresTheProductBesideTheFloor)
{
    Extent extent;
    extent.rounds = 2;
    extent.records = 600;
    extent.edits = 60;
    extent.tries = 5;

    const json figures = compare(extent);

    for (const char* name : {"push", "pull", "edits", "quiet_new", "quiet_open", "save"}) {
        for (const char* side : {"product", "floor"}) {
            const json& cost = figures.at(name).at(side);
            EXPECT_GT(cost.at("wall_s"), 0) << name << " " << side;
            EXPECT_GT(cost.at("phone_cpu_s"), 0) << name << " " << side;
            EXPECT_GT(cost.at("phone_disk"), 0) << name << " " << side;
            EXPECT_GT(cost.at("server_disk"), 0) << name << " " << side;
            EXPECT_GT(cost.at("server_peak"), 1'000'000) << name << " " << side;
        }
        EXPECT_GT(figures.at(name).at("ratio").at("wall_s"), 0) << name;
    }
    // A record has 16 bytes of name and more than that of text, whatever is done to them.
    EXPECT_GT(figures.at("push").at("product").at("bytes_up"), 600 * 32);
    EXPECT_GT(figures.at("pull").at("product").at("bytes_down"), 600 * 32);
    EXPECT_GT(figures.at("edits").at("product").at("bytes_up"), 60 * 16);
    EXPECT_EQ(figures.at("save").at("product").at("bytes_up"), 0);
    EXPECT_EQ(goals(figures, nullptr).size(), 13u);
}

TEST(Bench, BringsEveryEditOfTheMorningToEverybody)
{
    Morning morning;
    morning.centres = 3;
    morning.devices = 7;
    morning.edits = 5;
    morning.firstRuns = 2;
    morning.records = 600;

    const json result = rush(morning, kSeed);

    EXPECT_EQ(result.at("errors"), 0) << result.dump(2);
    EXPECT_EQ(result.at("in_time"), true);
    EXPECT_EQ(result.at("edits_applied"), 7 * 5);
    EXPECT_EQ(result.at("small_syncs").at("settled"), 7);
    EXPECT_EQ(result.at("small_syncs").at("refused"), 0);
    EXPECT_EQ(result.at("first_runs").at("settled"), 2);
    EXPECT_GE(result.at("first_runs").at("received"), 2 * 600);
}

TEST(Load, CountsEveryArrivalOfAnEdit)
{
    Side side(Side::Kind::product, 100);

    const json result = side.run(kSeed, {"live", "--devices", "4", "--edits", "6"});

    EXPECT_EQ(result.at("errors"), 0);
    EXPECT_EQ(result.at("arrival_s").at("count"), 3 * 6);
    EXPECT_GT(result.at("figures").at("live").at("bytes_down"), 3 * 6 * 100);
}

TEST(Load, LetsDevicesJoinAllAtOnce)
{
    Side side(Side::Kind::product, 100);

    const json result = side.run(kSeed, {"join", "--centres", "2", "--devices", "12"});

    EXPECT_EQ(result.at("devices"), 12);
    EXPECT_EQ(result.at("join_s").at("count"), 12);
    EXPECT_GT(result.at("figures").at("join").at("bytes_up"), 12 * 100);
}

TEST(Load, FailsWhereNobodyListens)
{
    Side side(Side::Kind::floor, 100);

    EXPECT_THROW(side.run(kSeed, {"join"}), std::runtime_error);
}

}  // namespace

}  // namespace liaison::bench
