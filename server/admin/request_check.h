// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "liaison/v1/control.pb.h"
#include "shared/base/result.h"

namespace liaison {

/// Whether a request says nothing that no centre could take: all that can be told without a data
/// folder, so that a command is refused before anything is made. Names are plain text of 1 to 200
/// bytes and fit the Member of care.proto, addresses fit an invite, invites are good for 1 minute
/// to 7 days. Fails with `outOfRange`, or with what validatePatch says.
Result<Done> checkRequest(const v1::AdminRequest& request);

}  // namespace liaison
