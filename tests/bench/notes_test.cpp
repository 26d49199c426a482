// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/notes.h"

#include <gtest/gtest.h>

#include <set>

#include "shared/base/bytes.h"

namespace liaison::load {

namespace {

constexpr std::uint64_t kSeed = 20261122;
constexpr std::size_t kRecords = 2'000;

std::vector<WrittenIntervention> written(std::uint64_t seed)
{
    Notes notes(seed, Instant(std::chrono::hours(24 * 20'000)));
    const std::vector<RecordId> persons = {notes.person().id, notes.person().id};
    std::vector<WrittenIntervention> all;
    for (std::size_t i = 0; i < kRecords; ++i) {
        all.push_back(notes.intervention(persons));
    }
    return all;
}

TEST(Notes, AreTheSameForTheSameSeed)
{
    const auto once = written(kSeed);
    const auto again = written(kSeed);
    const auto other = written(kSeed + 1);

    EXPECT_EQ(once.back().id, again.back().id);
    EXPECT_EQ(once.back().message.SerializeAsString(), again.back().message.SerializeAsString());
    EXPECT_NE(once.back().message.SerializeAsString(), other.back().message.SerializeAsString());
}

TEST(Notes, AreAsLongAsThoseTheFiguresSpeakOf)
{
    std::size_t bytes = 0;
    std::set<std::string> texts;

    for (const auto& one : written(kSeed)) {
        bytes += one.message.ByteSizeLong();
        texts.insert(one.message.note());
        EXPECT_TRUE(isUtf8(one.message.note())) << one.message.note();
    }

    EXPECT_NEAR(static_cast<double>(bytes) / kRecords, 179, 3);
    EXPECT_EQ(texts.size(), kRecords) << "no note is written twice";
}

TEST(Notes, FollowOneAnotherInTime)
{
    const auto all = written(kSeed);

    for (std::size_t i = 1; i < all.size(); ++i) {
        EXPECT_LT(all[i - 1].at, all[i].at);
        EXPECT_LT(all[i - 1].id, all[i].id);
    }
}

}  // namespace

}  // namespace liaison::load
