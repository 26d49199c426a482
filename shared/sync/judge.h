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

/// True for a refusal that another edit (`depends`) or a newer schema (`newer`) can still mend.
bool mayPass(const Verdict& verdict);

/// The same for an edit that was kept with `depends`: the rights of its author were found good when
/// it came, and a role that has changed since does not take them back.
Result<Verdict> judgeGranted(CentreLedger& centre, const Edit& edit, Instant now);

}  // namespace liaison
