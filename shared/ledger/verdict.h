// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "shared/base/error_code.h"
#include "shared/base/time.h"

namespace liaison {

/// The centre's word on an edit: applied, or kept without effect, under a place in its log.
struct Verdict {
    bool isApplied = true;
    std::uint64_t sequence = 0;
    Instant receivedAt{};
    ErrorCode code = ErrorCode::malformed;  ///< why it was refused; meaningless when applied
    std::uint32_t change = 0;               ///< the change it is about, from 0
    std::uint32_t field = 0;                ///< the field it is about; 0: the change as a whole

    bool operator==(const Verdict&) const = default;
};

}  // namespace liaison
