// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/field_bytes.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/wire_format_lite.h>

#include "shared/record/wire.h"

namespace liaison {

namespace {

using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedOutputStream;
using google::protobuf::io::StringOutputStream;

std::uint32_t tag(std::uint32_t number, WireFormatLite::WireType type)
{
    return WireFormatLite::MakeTag(static_cast<int>(number), type);
}

}  // namespace

std::string textBytes(std::uint32_t number, std::string_view utf8)
{
    std::string bytes;
    StringOutputStream stream(&bytes);
    CodedOutputStream output(&stream);
    output.WriteTag(tag(number, WireFormatLite::WIRETYPE_LENGTH_DELIMITED));
    output.WriteVarint32(static_cast<std::uint32_t>(utf8.size()));
    output.WriteRaw(utf8.data(), static_cast<int>(utf8.size()));
    output.Trim();
    return bytes;
}

std::string idBytes(std::uint32_t number, const RecordId& id)
{
    return textBytes(number, id.bytes());
}

std::string integerBytes(std::uint32_t number, std::int64_t value)
{
    std::string bytes;
    StringOutputStream stream(&bytes);
    CodedOutputStream output(&stream);
    output.WriteTag(tag(number, WireFormatLite::WIRETYPE_VARINT));
    output.WriteVarint64(static_cast<std::uint64_t>(value));
    output.Trim();
    return bytes;
}

std::string textIn(std::string_view fieldBytes)
{
    WireReader reader(fieldBytes);
    WireField field;
    std::string text;
    while (true) {
        const auto more = reader.next(field);
        if (!more || !*more) return text;
        text = field.payload;
    }
}

}  // namespace liaison
