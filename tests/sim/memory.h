// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace liaison::sim {

/// Lets SQLite take its memory where the rest of the simulator does: from lists of free pieces of
/// each size, since a world makes and drops some hundred thousand of them. To be called before
/// anything of SQLite is. In a build with a sanitizer, which has its own, nothing changes.
void settleMemory();

}  // namespace liaison::sim
