// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "shared/ledger/ledger.h"

namespace liaison {

/// Whether these changes may be written here by somebody with this role: the same rules that the
/// centre judges by, told before anything is stored and with the name of the field. A role that is
/// not known yet is not judged. The detail begins with the path of the field.
Result<Done> checkWriting(Ledger& ledger, const std::vector<v1::Change>& changes, Role role);

/// The edit that these changes make, with a new salt for each person they touch. `tooLarge` over
/// 128 KiB, or a form that `Edit::read` refuses.
Result<Edit> writeEdit(Ledger& ledger, DeviceNumber author, std::uint64_t n, Stamp stamp,
                       std::vector<v1::Change> changes);

}  // namespace liaison
