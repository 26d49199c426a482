// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "shared/base/id.h"
#include "shared/record/stamp.h"

namespace liaison {

/// What can be said of a stored edit without parsing and hashing it: enough to settle it.
struct EditOutline {
    Stamp stamp;
    std::vector<RecordId> records;  ///< of its changes, in their order

    /// The outline of bytes that `Edit::read` accepted once; `malformed` for what it would refuse
    /// on the way to these two.
    static Result<EditOutline> read(std::string_view bytes);
};

}  // namespace liaison
