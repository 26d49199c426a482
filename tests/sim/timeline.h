// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

#include "shared/base/time.h"

namespace liaison::sim {

using Milliseconds = std::chrono::milliseconds;

/// The time of a world, which moves from one thing that happens to the next.
class Timeline {
public:
    Instant now() const { return now_; }
    /// Lets something happen so much later; what is due at the same moment keeps its order.
    void after(Milliseconds delay, std::function<void()> action)
    {
        due_.push_back({now_ + delay, count_++, std::move(action)});
        std::push_heap(due_.begin(), due_.end());
    }
    /// Moves to the next thing that is due at or before `until` and lets it happen; false when
    /// there is none, and then it is `until`.
    bool step(Instant until)
    {
        if (due_.empty() || due_.front().at > until) {
            now_ = std::max(now_, until);
            return false;
        }
        std::pop_heap(due_.begin(), due_.end());
        now_ = due_.back().at;
        const auto action = std::move(due_.back().action);
        due_.pop_back();
        action();
        return true;
    }
    bool isEmpty() const { return due_.empty(); }

private:
    struct Due {
        Instant at;
        std::uint64_t order;
        std::function<void()> action;

        bool operator<(const Due& other) const
        {
            return std::pair(other.at, other.order) < std::pair(at, order);
        }
    };

    Instant now_ = Instant(Milliseconds(1'789'372'800'000));
    std::uint64_t count_ = 0;
    std::vector<Due> due_;  ///< a heap, what comes first in front
};

}  // namespace liaison::sim
