// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

#include "liaison/v1/control.pb.h"
#include "shared/base/result.h"

namespace liaison {

/// Asks the server that runs on this data folder; none when no server does. Fails with `io` when
/// one does and its answer does not come.
Result<std::optional<v1::AdminAnswer>> askRunningServer(const std::filesystem::path& folder,
                                                        const v1::AdminRequest& request);

}  // namespace liaison
