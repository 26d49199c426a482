// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/ledger/ledger.h"

namespace liaison {

/// Finds what an older schema had kept without knowing it: the person, the parent and the time of
/// records of a kind that is new to this program, and the files that new fields name. Done once
/// after each change of the schema, in a transaction of its own; nothing is done, and nothing
/// written, where the schema is the one of last time. After an error the next call tries again; the
/// ledger is whole meanwhile, but such records are not found by what they belong to.
Result<Done> adoptSchema(Ledger& ledger);

}  // namespace liaison
