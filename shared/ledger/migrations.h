// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "shared/sqlite/migration.h"

namespace liaison {

/// The steps of a phone's ledger, and those of a centre's: the numbered files beside this one.
std::span<const Migration> deviceMigrations();
std::span<const Migration> centreMigrations();
/// Those of the files beside either.
std::span<const Migration> fileMigrations();

}  // namespace liaison
