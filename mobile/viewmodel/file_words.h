// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "liaison/v1/care.pb.h"
#include "mobile/store/file_standing.h"
#include "mobile/viewmodel/workplace.h"

namespace liaison {

/// "Photo" or "Document"
QString formatWords(const std::string& mediaType);
/// "240 Ko"
QString sizeWords(std::uint64_t bytes, const DateWords& words);
/// Where the bytes of a file are, as a sign, words and their colour.
Workplace::Whereabouts fileWhereabouts(Workplace& workplace, const v1::FileReference& file);
/// A picture that is on this device, as the address of an image; empty for one that is not, and for
/// what is no picture.
QString pictureAddress(Workplace& workplace, const v1::FileReference& file);

}  // namespace liaison
