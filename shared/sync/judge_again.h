// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "shared/ledger/centre_ledger.h"

namespace liaison {

/// Judges again what waits for these records, and what waits for the records of what is applied by
/// that, until nothing moves. A new verdict is a new entry of the log; what still waits keeps its
/// place. Belongs inside a transaction.
Result<Done> judgeAwaiting(CentreLedger& centre, std::vector<RecordId> arrived, Instant now);

/// Judges again what was refused as `newer`, when the schema of this program is not the one that
/// the centre was last opened under. To be called once after opening, outside a transaction; when
/// it fails nothing has changed.
Result<Done> judgeNewer(CentreLedger& centre, Instant now);

/// The records that an edit touches.
std::vector<RecordId> recordsTouchedBy(const Edit& edit);

}  // namespace liaison
