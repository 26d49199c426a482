// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/store_key.h"
#include "shared/sqlite/handle.h"

namespace liaison {

/// Writes into a new store the check of its key: a random 16-byte salt and HMAC-SHA-256
/// (RFC 2104) of a fixed phrase and that salt under the key.
Result<Done> writeSeal(SqliteHandle& handle, const StoreKey& key);

/// Whether this key made the seal of the store: `wrongKey` if not, `damaged` without a seal.
Result<Done> checkSeal(SqliteHandle& handle, const StoreKey& key);

}  // namespace liaison
