// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "shared/ledger/device_ledger.h"

namespace liaison {

/// Takes over the refused edit with this name, as `Dot::text` writes it: saves an edit of the
/// member's own with its values. The answer: {"n", "dot", "records": […], "left_out": [{"record",
/// "kind", "field", "code"}]}, null for what is not known.
///
/// Fails, nothing stored, as `takeOver` and DeviceLedger::save, and with `empty` when nothing of
/// the edit can be written; the detail says why.
Result<nlohmann::json> takeOverJson(DeviceLedger& ledger, const std::string& dot, Instant now);

}  // namespace liaison
