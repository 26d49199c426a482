// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "shared/base/result.h"
#include "shared/base/time.h"

namespace liaison {

/// The moment that an ISO 8601 text names: 2026-09-14T08:42, with seconds and up to three decimals
/// if there are any, and with its zone: Z or ±HH:MM. A text without a zone names no moment.
///
/// Fails with `wrongType`.
Result<Instant> instantFromIso(std::string_view text);

}  // namespace liaison
