// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "shared/base/result.h"

namespace liaison {

/// A JPEG or PNG picture without what the camera or a program wrote beside it: place, device, time,
/// owner, previews, comments, and whatever follows the picture. Its pixels are the very bytes they
/// were; what is needed to show them right stays: colours, and of a photo which side is up. Bytes
/// of another format are given back as they are.
///
/// Fails with `outOfRange` for bytes that begin like a picture and are none, since nobody can say
/// what else they hold.
Result<std::string> barePicture(const std::string& bytes);

}  // namespace liaison
