// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include <cstdint>
#include <string_view>

#include "shared/base/result.h"

namespace liaison {

/// One occurrence of a field in an encoded message.
struct WireField {
    std::uint32_t number = 0;
    std::string_view whole;    ///< tag, length and value, as they were written
    std::string_view payload;  ///< the content of a length-delimited field, empty for others
};

/// Walks the top-level fields of an encoded message on the wire format alone.
///
/// `next` returns false at the end. Truncated bytes, groups, field number 0 and unknown wire types
/// fail with `malformed`.
class WireReader {
public:
    explicit WireReader(std::string_view message) : message_(message) {}

    Result<bool> next(WireField& field);

private:
    Result<std::string_view> skipValue(google::protobuf::io::CodedInputStream& input,
                                       google::protobuf::internal::WireFormatLite::WireType type);

    std::string_view message_;
    std::size_t position_ = 0;
};

}  // namespace liaison
