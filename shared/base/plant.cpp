// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/plant.h"

#ifdef LIAISON_PLANT

#include <string>

namespace liaison {

namespace {

std::string& chosen()
{
    static std::string name;
    return name;
}

}  // namespace

bool planted(std::string_view name)
{
    return name == chosen();
}

void plant(std::string_view name)
{
    chosen() = name;
}

}  // namespace liaison

#endif
