// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "mobile/device/command_line.h"
#include "mobile/store/profile.h"
#include "shared/base/time.h"

namespace liaison {

/// Saves the file that the command names; what was saved. Fails as `attach`, and with the codes of
/// a file that cannot be read.
Result<nlohmann::json> attachFile(DeviceLedger& ledger, const AttachCommand& command, Instant now);

/// Fetches a file that a record here names, unless it is here, and writes it where the command
/// says. Fails with `notFound` when no record names it or the centre does not have it yet, else as
/// a synchronisation. Needs a QCoreApplication.
Result<nlohmann::json> fetchFile(Profile& profile, const FetchCommand& command, const Clock& clock);

}  // namespace liaison
