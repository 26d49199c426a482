// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "mobile/store/record_json.h"

namespace liaison {

/// Where a value stands, for the error that names it, and what it may refer to.
struct JsonPlace {
    std::string path;
    const RecordLabels& labels;

    JsonPlace in(const std::string& part) const { return {path + part, labels}; }
};

/// Sets one field of a message from JSON, by reflection; see RecordJson::bytes.
Result<Done> setField(google::protobuf::Message& message,
                      const google::protobuf::FieldDescriptor& field, const nlohmann::json& value,
                      const JsonPlace& place);

/// The value of one field of a message as JSON; the field is there.
nlohmann::json fieldJson(const google::protobuf::Message& message,
                         const google::protobuf::FieldDescriptor& field);

/// How bytes are shown that no field of this schema can hold.
nlohmann::json undecodable(const std::string& bytes);

}  // namespace liaison
