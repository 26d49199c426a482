// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/ledger/centre_ledger.h"

namespace liaison {

constexpr std::size_t kRecordBytesMax = 512 * 1024;
constexpr std::size_t kVersionsMax = 64;

/// The centre's word on an edit of somebody with this role, as the ledger stands now: applied, or
/// refused with a code, the change and the field. A refusal touches nothing else. The sequence is
/// given by `CentreLedger::append`. An error is the disk's.
Result<Verdict> judge(CentreLedger& centre, const Edit& edit, Role role, Instant now);

}  // namespace liaison
