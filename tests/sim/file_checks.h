// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "tests/sim/phone.h"

namespace liaison::sim {

/// I1, I2, I4 of files, at the end: each one that a person was told is kept and that a record still
/// names is on that phone; each one that somebody has and a record names is at the centre; the
/// small ones are on every phone whose records name them; and nothing else is anywhere.
void checkFiles(Run& run, CentreHost& centre, const std::vector<Phone*>& phones);

}  // namespace liaison::sim
