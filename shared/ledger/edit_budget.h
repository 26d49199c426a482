// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

#include "shared/base/time.h"

namespace liaison {

/// How many edits may still be brought: a bucket of 50,000, refilled at 10,000 an hour.
class EditBudget {
public:
    /// Takes `count` edits; false, and nothing taken, when there are not as many.
    bool take(std::uint64_t count, Instant now)
    {
        refill(now);
        if (count > left_) return false;
        left_ -= count;
        return true;
    }

    /// Gives back what was taken for what was not kept.
    void giveBack(std::uint64_t count) { left_ = std::min(left_ + count, kBucket); }

    /// How long until `count` edits may be pushed.
    std::chrono::seconds until(std::uint64_t count) const
    {
        if (count <= left_) return std::chrono::seconds(0);
        return std::chrono::seconds((count - left_) * 3600 / kRefillPerHour + 1);
    }

private:
    static constexpr std::uint64_t kBucket = 50'000;
    static constexpr std::uint64_t kRefillPerHour = 10'000;

    void refill(Instant now)
    {
        if (filledAt_ == Instant{}) filledAt_ = now;
        // A clock that was set back begins again where it is now.
        if (now < filledAt_) filledAt_ = now;
        if (now == filledAt_) return;
        const auto elapsed = static_cast<std::uint64_t>((now - filledAt_).count());
        const std::uint64_t earned = elapsed * kRefillPerHour / 3'600'000;
        if (earned == 0) return;
        left_ = std::min(kBucket, left_ + earned);
        filledAt_ = now;
    }

    std::uint64_t left_ = kBucket;
    Instant filledAt_{};
};

/// Of all the devices of one member together, so that another number is no other bucket.
struct MemberBudgets {
    EditBudget edits;
    EditBudget comparing;  ///< what comparing costs, counted in edits
};

}  // namespace liaison
