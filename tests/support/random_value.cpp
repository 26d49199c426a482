// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_value.h"

#include <google/protobuf/unknown_field_set.h>
#include <google/protobuf/wire_format_lite.h>

#include <vector>

#include "tests/support/field_bytes.h"

namespace liaison {

namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::UnknownFieldSet;
using google::protobuf::internal::WireFormatLite;

const std::vector<std::string> kTexts = {"", "a", "Léa", "une chute sans gravité"};
const std::vector<std::uint64_t> kNumbers = {0, 1, 2, 300};
const std::vector<std::uint64_t> kBits = {0, 0x40424ccccccccccd};

std::string randomMessage(const Descriptor& type, Dice& dice);

void addRandom(UnknownFieldSet& fields, const FieldDescriptor& field, Dice& dice)
{
    const auto type = static_cast<WireFormatLite::FieldType>(field.type());
    switch (WireFormatLite::WireTypeForFieldType(type)) {
        case WireFormatLite::WIRETYPE_VARINT:
            fields.AddVarint(field.number(), dice.pick(kNumbers));
            break;
        case WireFormatLite::WIRETYPE_FIXED64:
            fields.AddFixed64(field.number(), dice.pick(kBits));
            break;
        case WireFormatLite::WIRETYPE_FIXED32:
            fields.AddFixed32(field.number(), static_cast<std::uint32_t>(dice.pick(kBits)));
            break;
        default:
            fields.AddLengthDelimited(field.number(),
                                      field.message_type() == nullptr
                                          ? dice.pick(kTexts)
                                          : randomMessage(*field.message_type(), dice));
    }
}

std::string randomMessage(const Descriptor& type, Dice& dice)
{
    UnknownFieldSet fields;
    for (int i = 0; i < type.field_count(); ++i) {
        if (dice.oneIn(3)) addRandom(fields, *type.field(i), dice);
    }
    return bytesOf(fields);
}

}  // namespace

std::string randomValue(const FieldDescriptor& field, Dice& dice)
{
    UnknownFieldSet fields;
    addRandom(fields, field, dice);
    return bytesOf(fields);
}

std::string randomUnknownValue(std::uint32_t number, Dice& dice)
{
    std::string bytes;
    for (std::size_t occurrences = dice.between(1, 3); occurrences > 0; --occurrences) {
        switch (dice.below(4)) {
            case 0:
                bytes += textField(number, dice.pick(kTexts));
                break;
            case 1:
                bytes += numberField(number, dice.pick(kNumbers));
                break;
            case 2:
                bytes += fixed64Field(number, dice.pick(kBits));
                break;
            default:
                bytes += fixed32Field(number, 0);
                break;
        }
    }
    return bytes;
}

}  // namespace liaison
