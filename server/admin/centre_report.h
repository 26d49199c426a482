// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "liaison/v1/control.pb.h"
#include "shared/ledger/centre_ledger.h"

namespace liaison {

/// What a centre's ledger says of itself to an administrator: nothing about the persons in it.

v1::CentreLine centreLine(const CentreStanding& standing);
Result<v1::DeviceList> deviceList(CentreLedger& centre);
Result<v1::CentreStatus> statusOf(CentreLedger& centre);
Result<v1::Digest> digestOf(CentreLedger& centre, Role role);
/// Given and family name of a member as they are shown; empty when there is no such record.
Result<std::string> memberName(CentreLedger& centre, const RecordId& member);

}  // namespace liaison
