// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

namespace liaison::sim {

class VirtualDisk;

/// The layer through which SQLite reads and writes this disk, with the guarantees that the layer
/// for Unix claims: a write leaves bytes beside it alone, nothing more is atomic. `name` and the
/// disk must outlive it.
sqlite3_vfs virtualVfs(VirtualDisk& disk, const char* name);

}  // namespace liaison::sim
