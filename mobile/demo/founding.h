// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mobile/demo/programs.h"

namespace liaison::demo {

/// Makes the centre on the server that runs at `address` and lets everybody of staff() join it,
/// each with the code of an invite of their own.
Result<Done> foundCentre(const Place& place, const std::string& address);

/// Lets everybody send and receive until nothing is left, in the order in which the centre can
/// take what was seeded; then Sophie completes what the centre knows of the members, and the phones
/// of the scripted day receive it.
Result<Done> exchange(const Place& place);

}  // namespace liaison::demo
