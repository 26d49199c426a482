// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/sync/back_off.h"

#include <algorithm>

namespace liaison {

BackOff::BackOff(std::chrono::milliseconds first, std::chrono::milliseconds longest,
                 std::function<double()> random)
    : first_(first), longest_(longest), ceiling_(first), random_(std::move(random))
{
}

std::chrono::milliseconds BackOff::next()
{
    const auto ceiling = ceiling_;
    ceiling_ = std::min(ceiling_ * 2, longest_);
    const double part = std::clamp(random_(), 0.0, 1.0) * static_cast<double>(ceiling.count());
    return std::chrono::milliseconds(static_cast<std::int64_t>(part));
}

}  // namespace liaison
