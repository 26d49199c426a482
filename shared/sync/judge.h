// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "shared/ledger/centre_ledger.h"

namespace liaison {

constexpr std::size_t kRecordBytesMax = 512 * 1024;
constexpr std::size_t kVersionsMax = 64;

/// The centre's word on an edit of somebody who wrote it under one of these roles, as the ledger
/// stands now: applied when one of them allows it, else refused with a code, the change and the
/// field, as under the first. A refusal touches nothing else. The sequence is given by
/// `CentreLedger::append`. An error is the disk's.
Result<Verdict> judge(CentreLedger& centre, const Edit& edit, const std::vector<Role>& roles,
                      Instant now);

/// Judges again what is kept without effect for this reason (`depends`, `newer`): a new verdict is
/// a new entry of the log. Belongs inside a transaction.
Result<Done> judgePostponed(CentreLedger& centre, ErrorCode code, Instant now);

}  // namespace liaison
