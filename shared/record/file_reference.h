// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <google/protobuf/descriptor.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "liaison/v1/values.pb.h"

namespace liaison {

/// No file is larger; a field may allow less.
constexpr std::uint64_t kFileBytesMax = 20 * 1024 * 1024;

/// A file as a record names it: by its content.
struct FileReference {
    std::string sha256;  ///< 32 bytes
    std::uint64_t size = 0;
    std::string mediaType;

    auto operator<=>(const FileReference&) const = default;

    v1::FileReference message() const;
};

/// The reference in a field of this type, as it was written, tag included; none when it is not a
/// whole one.
std::optional<FileReference> fileReferenceIn(std::string_view fieldBytes);

/// The closed list of what files may be: image/jpeg, image/png, application/pdf.
bool isKeptMediaType(std::string_view mediaType);

/// The format that these bytes begin like; none for one that is not kept.
std::optional<std::string> mediaTypeOf(std::string_view bytes);

/// Whether a message is a reference to a file, in whatever schema it was read from.
bool isFileReference(const google::protobuf::Descriptor& message);
/// Whether a field names a file.
bool namesFile(const google::protobuf::FieldDescriptor& field);

}  // namespace liaison
