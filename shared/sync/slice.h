// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "liaison/v1/sync.pb.h"
#include "shared/ledger/centre_ledger.h"
#include "shared/sync/page.h"

namespace liaison {

/// What the records that a role may read add up to, slice by slice.
Result<v1::Compared> comparedFor(CentreLedger& centre, Role role, Instant now);

/// The digests as `Compared` has them; `malformed` for another number of bytes.
Result<SliceDigests> digestsIn(const std::string& bytes);

/// The edits of the next records of a slice, as the reader of this order may see them, until they
/// fill a page; `malformed` for a slice that there is not.
Result<v1::Slice> sliceFor(CentreLedger& centre, const PageOrder& order,
                           const v1::FetchSlice& asked);

}  // namespace liaison
