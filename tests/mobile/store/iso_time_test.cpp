// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/iso_time.h"

#include <gtest/gtest.h>

#include "tests/mobile/store/made_profile.h"

namespace liaison {

TEST(IsoTime, ReadsAMomentInItsZone)
{
    const Instant morning = need(instantFromIso("2026-09-14T08:42:00.000Z"));

    EXPECT_EQ(isoText(morning), "2026-09-14T08:42:00.000Z");
    EXPECT_EQ(need(instantFromIso("2026-09-14T10:42+02:00")), morning);
    EXPECT_EQ(need(instantFromIso("2026-09-14T05:12:00-03:30")), morning);
    EXPECT_EQ(need(instantFromIso("2026-09-14T08:42:00.25Z")) - morning,
              std::chrono::milliseconds(250));
}

TEST(IsoTime, ReadsBackWhatItIsShownAs)
{
    for (const std::int64_t milliseconds : {0l, -1l, 1'790'000'000'123l, 253'402'300'799'999l}) {
        const Instant instant{std::chrono::milliseconds(milliseconds)};

        EXPECT_EQ(need(instantFromIso(isoText(instant))), instant) << milliseconds;
    }
}

TEST(IsoTime, RefusesWhatNamesNoMoment)
{
    for (const char* text :
         {"", "2026-09-14", "2026-09-14T08:42", "2026-02-30T08:42Z", "2026-09-14T24:00Z",
          "2026-09-14T08:60Z", "2026-09-14T08:42:00.Z", "2026-09-14T08:42Z ", "2026-9-14T08:42Z",
          "-026-09-14T08:42Z", "2026-09-14T08:42+0200", "2026-09-14T08:42:00.1234567890Z"}) {
        const auto read = instantFromIso(text);

        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, ErrorCode::wrongType) << text;
    }
}

}  // namespace liaison
