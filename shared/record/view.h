// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "shared/record/edit.h"
#include "shared/record/schema.h"

namespace liaison {

/// What a role may see of an edit.
struct VisibleEdit {
    std::string bytes;       ///< an encoded Edit
    std::string wholeHash;   ///< 32 bytes when something was left out, none when it is whole
};

/// The part of an edit that a role may read: changes of kinds it reads, with the fields it reads.
/// None when nothing is left. Kinds and fields that the schema does not know are left out.
std::optional<VisibleEdit> visibleTo(Role role, const Edit& edit, const Schema& schema);

}  // namespace liaison
