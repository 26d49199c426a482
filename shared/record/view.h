// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "shared/record/edit.h"
#include "shared/record/record_state.h"
#include "shared/record/schema.h"

namespace liaison {

/// The name of what a role may see: 8 bytes over every kind and field it may read. Tables and
/// cursors of a phone belong to one view; another permission table makes another name.
std::string viewOf(Role role, const Schema& schema);

/// What a role may see of an edit.
struct VisibleEdit {
    std::string bytes;      ///< an encoded Edit
    std::string wholeHash;  ///< 32 bytes when something was left out, none when it is whole
};

/// The part of an edit that a role may read: changes of kinds it reads, with the fields it reads;
/// without its salts where something was left out. None when nothing is left. Kinds and fields that
/// the schema does not know are left out.
std::optional<VisibleEdit> visibleTo(Role role, const Edit& edit, const Schema& schema);

/// What a role may see of a record: its values without those of fields that the role may not read.
/// None of a kind that it may not read. What the schema does not know is left as it is: it is shown
/// to nobody.
std::optional<RecordState> visibleTo(Role role, RecordState state, const Schema& schema);

}  // namespace liaison
