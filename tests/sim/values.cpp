// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/values.h"

#include <bit>
#include <cmath>

#include "shared/record/validate.h"
#include "tests/support/field_bytes.h"

namespace liaison::sim {

namespace {

using google::protobuf::FieldDescriptor;

const std::vector<std::string> kCodes = {"a", "b-1", "V1-ORI-01"};
const std::vector<std::string> kShared = {" la clé est chez la voisine", " sans sel", ""};

}  // namespace

std::string Values::text()
{
    if (dice_.oneIn(4)) return mark_ + dice_.pick(kShared);
    return mark_ + " " + std::to_string(++count_);
}

std::string Values::of(const KindSchema& kind, const FieldSchema& field, Instant now)
{
    std::string bytes;
    if (!add(*field.descriptor, field.annotation, now, bytes)) return {};
    return validatePatch(kind, bytes, {}) ? bytes : std::string();
}

bool Values::add(const FieldDescriptor& field, const v1::Field& says, Instant now,
                 std::string& bytes)
{
    const auto number = static_cast<std::uint32_t>(field.number());
    const double low = says.has_plausible() ? says.plausible().min() : 0;
    const double high = says.has_plausible() ? says.plausible().max() : 3;
    const double value = low + std::floor((high - low) * static_cast<double>(dice_.below(4)) / 4);
    switch (field.type()) {
        case FieldDescriptor::TYPE_STRING:
            bytes += textField(number, says.code_list().empty() ? text() : dice_.pick(kCodes));
            return true;
        case FieldDescriptor::TYPE_BYTES: {
            const auto ids =
                says.refers_to() == 0 ? std::vector<RecordId>{} : known_(says.refers_to());
            if (ids.empty()) return false;
            bytes += textField(number, dice_.pick(ids).bytes());
            return true;
        }
        case FieldDescriptor::TYPE_DOUBLE:
            bytes += fixed64Field(number, std::bit_cast<std::uint64_t>(value));
            return true;
        case FieldDescriptor::TYPE_MESSAGE:
            break;
        default:
            bytes += numberField(
                number, says.instant() ? static_cast<std::uint64_t>(now.time_since_epoch().count())
                                       : static_cast<std::uint64_t>(value));
            return true;
    }
    std::string inner;
    for (int i = 0; i < field.message_type()->field_count(); ++i) {
        const auto& part = *field.message_type()->field(i);
        const auto& inside = part.options().GetExtension(v1::field);
        if (!inside.required() && dice_.oneIn(2)) continue;
        if (!add(part, inside, now, inner) && inside.required()) return false;
    }
    bytes += textField(number, inner);
    return true;
}

}  // namespace liaison::sim
