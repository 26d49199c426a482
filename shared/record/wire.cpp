// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/wire.h"

namespace liaison {

using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;

Result<bool> WireReader::next(WireField& field)
{
    const std::string_view rest = message_.substr(position_);
    if (rest.empty()) return false;
    if (rest.size() > INT32_MAX) return Error{ErrorCode::tooLarge, "message over 2 GiB"};
    CodedInputStream input(reinterpret_cast<const std::uint8_t*>(rest.data()),
                           static_cast<int>(rest.size()));
    std::uint32_t tag = 0;
    if (!input.ReadVarint32(&tag)) return Error{ErrorCode::malformed, "truncated tag"};
    field.number = static_cast<std::uint32_t>(WireFormatLite::GetTagFieldNumber(tag));
    if (field.number == 0) return Error{ErrorCode::malformed, "field number 0"};
    auto payload = skipValue(input, WireFormatLite::GetTagWireType(tag));
    if (!payload) return payload.error();
    field.payload = *payload;
    field.whole = rest.substr(0, static_cast<std::size_t>(input.CurrentPosition()));
    position_ += field.whole.size();
    return true;
}

Result<std::string_view> WireReader::skipValue(CodedInputStream& input,
                                               WireFormatLite::WireType type)
{
    std::uint64_t varint = 0;
    std::uint32_t length = 0;
    bool whole = false;
    switch (type) {
        case WireFormatLite::WIRETYPE_VARINT:
            whole = input.ReadVarint64(&varint);
            break;
        case WireFormatLite::WIRETYPE_FIXED64:
            whole = input.Skip(8);
            break;
        case WireFormatLite::WIRETYPE_FIXED32:
            whole = input.Skip(4);
            break;
        case WireFormatLite::WIRETYPE_LENGTH_DELIMITED: {
            if (!input.ReadVarint32(&length) || length > INT32_MAX) break;
            const auto from = position_ + static_cast<std::size_t>(input.CurrentPosition());
            if (!input.Skip(static_cast<int>(length))) break;
            return message_.substr(from, length);
        }
        default:
            return Error{ErrorCode::malformed, "a group or an unknown wire type"};
    }
    if (!whole) return Error{ErrorCode::malformed, "a value is cut off"};
    return std::string_view{};
}

}  // namespace liaison
