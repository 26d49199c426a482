// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sqlite/handle.h"

#include "shared/sqlite/error.h"

namespace liaison {

SqliteHandle::~SqliteHandle()
{
    for (auto& [sql, statements] : idle) {
        for (sqlite3_stmt* statement : statements) {
            sqlite3_finalize(statement);
        }
    }
    ensure(sqlite3_close(db) == SQLITE_OK, "a statement outlives its database");
}

std::optional<Error> SqliteHandle::lostTransaction() const
{
    if (!inTransaction || sqlite3_get_autocommit(db) == 0) return std::nullopt;
    if (firstFailure) return firstFailure;
    return Error{ErrorCode::io, "SQLite took the transaction back"};
}

Error SqliteHandle::failure(int code)
{
    Error error = sqliteError(db, code);
    if (inTransaction && !firstFailure) firstFailure = error;
    return error;
}

}  // namespace liaison
