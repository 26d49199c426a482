// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "shared/record/schema.h"

namespace liaison {

/// Whether a patch of this kind may be stored: each field known, of the right type, well-formed
/// UTF-8 without NUL, within its length, its plausible range and its code list, ids of 16 bytes,
/// protobuf depth at most 16, each cleared field known and not set as well.
///
/// `patch` is the record message with only the fields that are set. Fails with `unknownField`,
/// `wrongType`, `outOfRange`, `tooLarge` or `malformed`; the detail begins with the path of the
/// field, for example "Vitals.blood_pressure.systolic: 400 is outside 50 to 280". Ranges of
/// sub-messages hold too, and so does systolic > diastolic (said by annotation order, not here).
Result<Done> validatePatch(const KindSchema& kind, const std::string& patch,
                           const std::vector<std::uint32_t>& cleared);

/// Whether a first edit of a record has all fields its kind cannot do without; `missingField`
/// with the name of the first one that lacks.
Result<Done> validateFirstPatch(const KindSchema& kind, const std::string& patch);

}  // namespace liaison
