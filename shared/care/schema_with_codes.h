// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/record/schema.h"

namespace liaison {

/// The schema of care.proto with its code lists: for the programs in which people write.
///
/// A code that this build does not know is refused there before it is stored. Reading never asks:
/// what a newer build wrote stays, and is shown as it stands.
const Schema& schemaWithCodes();

}  // namespace liaison
