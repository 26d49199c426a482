// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <google/protobuf/dynamic_message.h>

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "shared/base/id.h"
#include "shared/record/schema.h"

namespace liaison {

/// Ids that a save has given to its new records, under the labels by which its other changes name
/// them, for example "new:visit".
using RecordLabels = std::map<std::string, RecordId>;

/// Turns values of record fields into JSON and back, for every kind of the schema.
///
/// Fields go by their name, sub-messages are objects, ids are UUID texts, enumerators go by their
/// name or its last part ("ROLE_NURSE", "nurse"), moments are ISO 8601 with their zone (or
/// milliseconds since 1970, read only). One thread.
class RecordJson {
public:
    /// `schema` must outlive it.
    explicit RecordJson(const Schema& schema) : schema_(schema) {}

    const Schema& schema() const { return schema_; }

    /// The bytes, as they stand in a patch, of a field that holds this value. Fails with
    /// `wrongType`, `unknownField` (inside a sub-message) or `notFound` (a label that nothing has);
    /// the detail begins with the path, for example "Vitals.blood_pressure.systolic: …". Whether
    /// the value is plausible is not judged here.
    Result<std::string> bytes(const KindSchema& kind, const FieldSchema& field,
                              const nlohmann::json& value, const RecordLabels& labels = {});

    /// The value of a field with these bytes; null for an emptied field. Bytes that the field
    /// cannot hold are shown as {"bytes": hexadecimal digits}.
    nlohmann::json value(const KindSchema& kind, const FieldSchema& field,
                         const std::string& bytes);

private:
    const Schema& schema_;
    google::protobuf::DynamicMessageFactory factory_;
};

}  // namespace liaison
