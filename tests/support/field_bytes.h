// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <google/protobuf/unknown_field_set.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace liaison {

/// The message that these fields make.
inline std::string bytesOf(const google::protobuf::UnknownFieldSet& fields)
{
    std::string bytes;
    fields.SerializeToString(&bytes);
    return bytes;
}

/// A text, some bytes or a sub-message in a field, as protobuf's own encoder writes them.
inline std::string textField(std::uint32_t number, std::string_view text)
{
    google::protobuf::UnknownFieldSet fields;
    fields.AddLengthDelimited(static_cast<int>(number), std::string(text));
    return bytesOf(fields);
}

/// A whole number, a boolean or an enumerator in a field.
inline std::string numberField(std::uint32_t number, std::uint64_t value)
{
    google::protobuf::UnknownFieldSet fields;
    fields.AddVarint(static_cast<int>(number), value);
    return bytesOf(fields);
}

/// Eight bytes in a field.
inline std::string fixed64Field(std::uint32_t number, std::uint64_t value)
{
    google::protobuf::UnknownFieldSet fields;
    fields.AddFixed64(static_cast<int>(number), value);
    return bytesOf(fields);
}

/// Four bytes in a field.
inline std::string fixed32Field(std::uint32_t number, std::uint32_t value)
{
    google::protobuf::UnknownFieldSet fields;
    fields.AddFixed32(static_cast<int>(number), value);
    return bytesOf(fields);
}

}  // namespace liaison
