// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/file_reference.h"

#include <algorithm>
#include <array>
#include <utility>

#include "shared/record/wire.h"

namespace liaison {

namespace {

using Format = std::pair<std::string_view, std::string_view>;

/// Each format with the bytes that every file of it begins with.
constexpr std::array kFormats = {
    Format{"image/jpeg", "\xff\xd8\xff"},
    Format{"image/png", "\x89PNG\r\n\x1a\n"},
    Format{"application/pdf", "%PDF-"},
};

}  // namespace

v1::FileReference FileReference::message() const
{
    v1::FileReference reference;
    reference.set_sha256(sha256);
    reference.set_size(size);
    reference.set_media_type(mediaType);
    return reference;
}

std::optional<FileReference> fileReferenceIn(std::string_view fieldBytes)
{
    WireReader reader(fieldBytes);
    WireField field;
    const auto found = reader.next(field);
    v1::FileReference message;
    if (!found || !*found || !message.ParseFromString(std::string(field.payload))) {
        return std::nullopt;
    }
    if (message.sha256().size() != 32 || message.size() == 0 || message.size() > kFileBytesMax) {
        return std::nullopt;
    }
    return FileReference{message.sha256(), message.size(), message.media_type()};
}

bool isKeptMediaType(std::string_view mediaType)
{
    return std::any_of(kFormats.begin(), kFormats.end(),
                       [&](const Format& format) { return format.first == mediaType; });
}

std::optional<std::string> mediaTypeOf(std::string_view bytes)
{
    for (const auto& [mediaType, beginning] : kFormats) {
        if (bytes.starts_with(beginning)) return std::string(mediaType);
    }
    return std::nullopt;
}

bool isFileReference(const google::protobuf::Descriptor& message)
{
    return message.full_name() == v1::FileReference::descriptor()->full_name();
}

bool namesFile(const google::protobuf::FieldDescriptor& field)
{
    return field.message_type() != nullptr && isFileReference(*field.message_type());
}

}  // namespace liaison
