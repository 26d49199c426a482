// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/dot.h"

#include <array>
#include <cstdio>

namespace liaison {

Dot Dot::from(const v1::Dot& message)
{
    return {{message.device()}, message.n(), message.hash()};
}

void Dot::to(v1::Dot& message) const
{
    message.set_device(device.value);
    message.set_n(n);
    message.set_hash(hash);
}

std::string Dot::text() const
{
    std::array<char, 10> digits{};
    std::snprintf(digits.data(), digits.size(), "%08x", hash);
    return device.text() + ":" + std::to_string(n) + ":" + digits.data();
}

}  // namespace liaison
