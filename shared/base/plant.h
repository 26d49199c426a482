// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace liaison {

#ifdef LIAISON_PLANT

/// Whether the fault of this name was chosen for this run: a mistake that other systems made,
/// planted so that the tests can show that they would find it. Only in builds that are not shipped.
bool planted(std::string_view name);
/// Chooses the planted fault of this process; none for an empty name. Before anything runs.
void plant(std::string_view name);

#else

constexpr bool planted(std::string_view)
{
    return false;
}

#endif

}  // namespace liaison
