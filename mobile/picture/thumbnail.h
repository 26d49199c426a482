// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace liaison {

/// No thumbnail is larger: that of the field Attachment.thumbnail.
constexpr std::size_t kThumbnailBytesMax = 32 * 1024;

/// A small JPEG picture of a picture, upright, without what the camera wrote beside it; empty for
/// what cannot be read as one, a document for example. Some 30 ms for a photo of a phone.
std::string thumbnailOf(const std::string& bytes);

}  // namespace liaison
