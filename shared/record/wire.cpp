// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/wire.h"

namespace liaison {

using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;

namespace {

// What protobuf's own parser reads of a tag or a length; longer ones it refuses.
constexpr int kVarint32BytesMax = 5;

}  // namespace

Result<bool> WireReader::next(WireField& field)
{
    const std::string_view rest = message_.substr(position_);
    if (rest.empty()) return false;
    if (rest.size() > INT32_MAX) return Error{ErrorCode::tooLarge, "message over 2 GiB"};
    CodedInputStream input(reinterpret_cast<const std::uint8_t*>(rest.data()),
                           static_cast<int>(rest.size()));
    // Read wide: the 32-bit reader drops high bits, and would name another field than protobuf's
    // own parser, which refuses a tag of more than five bytes.
    std::uint64_t wide = 0;
    if (!input.ReadVarint64(&wide)) return Error{ErrorCode::malformed, "truncated tag"};
    if (wide > UINT32_MAX || input.CurrentPosition() > kVarint32BytesMax) {
        return Error{ErrorCode::malformed, "a tag that is no tag"};
    }
    const auto tag = static_cast<std::uint32_t>(wide);
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
    std::uint64_t length = 0;
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
            const int before = input.CurrentPosition();
            if (!input.ReadVarint64(&length) || length > INT32_MAX) break;
            if (input.CurrentPosition() - before > kVarint32BytesMax) break;
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
