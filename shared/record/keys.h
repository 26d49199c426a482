// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "shared/base/time.h"
#include "shared/record/reading.h"
#include "shared/record/schema.h"

namespace liaison {

/// What a record is found by, as the annotations of its kind say.
struct RecordKeys {
    std::optional<RecordId> subject;
    std::optional<RecordId> parent;
    std::optional<Instant> at;
};

/// The keys of a record as it is shown. A key that is not written, or that a stranger wrote in a
/// form we cannot read, is absent.
RecordKeys keysOf(const KindSchema& kind, const RecordReading& reading);

/// The id that a field written as 16 bytes holds; `wrongType` when it holds something else.
Result<RecordId> idIn(std::string_view fieldBytes);

}  // namespace liaison
