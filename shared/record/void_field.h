// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/record/reading.h"

namespace liaison {

/// Every kind keeps its `voided` under this number.
constexpr std::uint32_t kVoidField = 15;

/// True when somebody voided the record and nobody took that back.
bool isVoided(const RecordReading& reading);

/// The names of values that stand and that whoever voided the record had not seen: what makes it
/// read "voided, changed since". Empty when the record is not voided.
std::vector<Dot> unseenByVoid(const RecordReading& reading);

/// The same void in the bytes of its field, by somebody who has seen these values instead;
/// `wrongType` when it cannot be read.
Result<std::string> voidWithSeen(std::string_view fieldBytes, const std::vector<Dot>& seen);

}  // namespace liaison
