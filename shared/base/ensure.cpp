// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/ensure.h"

#include <cstdio>
#include <cstdlib>

namespace liaison {

void ensureFailed(const char* what)
{
    std::fprintf(stderr, "broken invariant: %s\n", what);
    std::abort();
}

}  // namespace liaison
