// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "shared/record/patch.h"
#include "shared/record/schema.h"

namespace liaison {

/// Whether a patch of this kind may be stored: each field known and written once, of the right
/// type, well-formed UTF-8 without NUL, within its length and its plausible range, moments between
/// 1890 and 2200, ids of 16 bytes, codes shaped like codes and of their list where the schema
/// knows the lists, protobuf depth at most 16; each cleared field known, not required, and not set
/// as well. Sub-messages are held to the same, and to what they require, to the formats of
/// files, to the order of their numbers (systolic above diastolic, end not before start) and to the
/// calendar.
///
/// `patch` is the record message with only the fields that are set. Fails with `unknownField`,
/// `wrongType`, `outOfRange`, `tooLarge`, `missingField` or `malformed`; the detail begins with the
/// path of the field, for example "Vitals.blood_pressure.systolic: 400 is outside 50 to 280".
Result<Done> validatePatch(const KindSchema& kind, const std::string& patch,
                           const std::vector<std::uint32_t>& cleared);
/// The same for a patch that was cut into these fields before.
Result<Done> validatePatch(const KindSchema& kind, const std::string& patch,
                           const FieldBytes& fields, const std::vector<std::uint32_t>& cleared);

/// Whether a first edit of a record has all fields its kind cannot do without; `missingField`
/// with the name of the first one that lacks.
Result<Done> validateFirstPatch(const KindSchema& kind, const std::string& patch);
/// The same for a patch that was cut into these fields before.
Result<Done> validateFirstPatch(const KindSchema& kind, const FieldBytes& fields);

}  // namespace liaison
