// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"
#include "shared/base/system_error.h"

struct sqlite3;

namespace liaison {

/// What an extended result code of SQLite means for whoever called: full disk or quota
/// `diskFull`, other system errors `io`, unreadable pages `damaged`, a foreign lock `inUse`, a key
/// that exists `alreadyThere`, another constraint or SQL without meaning `malformed`, a value past
/// SQLite's limits `tooLarge`. The detail is SQLite's own sentence. `db` may be null.
///
/// A misuse of SQLite's interface is a bug of ours and stops the program.
Error sqliteError(sqlite3* db, int code);

}  // namespace liaison
