// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/record/edit.h"

namespace liaison {

/// What two parts of one edit, as two views saw it, hold together: the changes of both, and in each
/// the fields of both. Both have the same dot. The bytes do not depend on which comes first.
Result<Edit> joinedParts(const Edit& left, const Edit& right);

}  // namespace liaison
