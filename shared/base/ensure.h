// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace liaison {

/// Stops the program, in release too, when `holds` is false: a broken invariant of our own.
///
/// Never for what comes from outside; a wrong record is worse than a restart.
void ensureFailed(const char* what);

inline void ensure(bool holds, const char* what)
{
    if (!holds) ensureFailed(what);
}

}  // namespace liaison
