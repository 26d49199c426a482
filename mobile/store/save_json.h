// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>
#include <vector>

#include "mobile/store/record_json.h"
#include "shared/ledger/device_ledger.h"

namespace liaison {

/// What a save did.
struct JsonSave {
    Dot dot;
    std::vector<RecordId> records;  ///< one for each change, in the order of the document
};

/// Saves what a JSON document says as one edit:
///
///     {"changes": [{"kind": "Intervention", "record": "<id>", "set": {…}, "clear": ["note"]}]}
///
/// A change without `record`, or with one that begins with "new:", makes a new record; the other
/// changes of the document may use that label wherever an id is wanted. The author counts as having
/// seen the values that stand in the ledger now, so that setting a field settles its versions.
///
/// Fails, nothing stored, with `malformed` (not such a document), `unknownKind`, `unknownField`,
/// `wrongType`, `notFound` (a record or label that is not there), `fixedField` (another kind than
/// the record has), or as DeviceLedger::save; the detail names the change and the field.
Result<JsonSave> saveJson(DeviceLedger& ledger, const nlohmann::json& document, Instant now);

/// The document in a text. Fails with `malformed`.
Result<nlohmann::json> readJson(std::string_view text);

}  // namespace liaison
