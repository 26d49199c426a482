// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/record_json.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <algorithm>
#include <cctype>
#include <limits>
#include <memory>
#include <nlohmann/json.hpp>

#include "mobile/store/json_field.h"

namespace liaison {

Result<std::string> RecordJson::bytes(const KindSchema& kind, const FieldSchema& field,
                                      const nlohmann::json& value, const RecordLabels& labels)
{
    const std::unique_ptr<google::protobuf::Message> message(
        factory_.GetPrototype(kind.descriptor)->New());
    const auto written =
        setField(*message, *field.descriptor, value, {kind.name + "." + field.name, labels});
    if (!written) return written.error();
    return message->SerializeAsString();
}

nlohmann::json RecordJson::value(const KindSchema& kind, const FieldSchema& field,
                                 const std::string& bytes)
{
    if (bytes.empty()) return nullptr;
    const std::unique_ptr<google::protobuf::Message> message(
        factory_.GetPrototype(kind.descriptor)->New());
    const bool isRead = message->ParseFromString(bytes) &&
                        message->GetReflection()->HasField(*message, field.descriptor);
    if (!isRead) return undecodable(bytes);
    return fieldJson(*message, *field.descriptor);
}

}  // namespace liaison
