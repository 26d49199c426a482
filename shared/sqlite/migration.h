// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "shared/base/result.h"
#include "shared/sqlite/database.h"

namespace liaison {

/// One step of a store's schema. Never edited once released, only followed by another.
struct Migration {
    int number = 0;  ///< 1, 2, 3 … without gaps
    std::string_view sql;
};

/// Brings a store to the last of these steps, each in a transaction of its own with its number, so
/// that an interrupted upgrade goes on where it stopped.
///
/// Fails with `newerSchema`, nothing changed, when the store is past the last step known here; with
/// the error of the step that failed otherwise, the steps before it done.
Result<Done> migrate(Database& database, std::span<const Migration> migrations);

/// The number of the last step that the store has taken; 0 for a new store.
Result<int> schemaNumber(Database& database);

}  // namespace liaison
