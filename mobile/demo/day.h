// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>

#include "mobile/demo/programs.h"
#include "shared/base/time.h"

namespace liaison::demo {

/// Plays a day on the real programs and tells it: a nurse and an aide write without a network and
/// disagree about one field, meet their centre, see both versions, the nurse settles them, and the
/// desk reads it all.
///
/// Fails with the error of the first command that failed, or with `notFound` when a ledger does not
/// show what the day is about; what was told until then stands.
Result<Done> playDay(const Place& place, Instant now, std::ostream& out);

}  // namespace liaison::demo
