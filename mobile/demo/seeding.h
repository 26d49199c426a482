// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "mobile/demo/programs.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace liaison::demo {

/// What was written, for the person who waits for it.
struct Seeded {
    std::uint64_t saves = 0;
    std::map<std::string, std::uint64_t> records;  ///< by the name of their kind
};

/// Writes the invented centre into the ledgers of the profiles of its staff, which have joined and
/// have not met their centre yet: edits then carry the times at which they would have been written,
/// and travel by the first synchronisation. Sophie has to be
/// the first to synchronise and Bénédicte the last, since a centre refuses what names a person or a
/// record that it does not have.
///
/// The same seed and moment give the same people and events. Fails as Profile::open and
/// DeviceLedger::save; with `alreadyThere` when a ledger holds own edits or has met its centre.
Result<Seeded> seed(const Place& place, const std::string& pin, std::uint64_t seed, Instant now);

}  // namespace liaison::demo
