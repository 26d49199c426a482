// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sqlite/error.h"

#include <sqlite3.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace liaison {

namespace {

bool isNoRoom(int number)
{
    return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

ErrorCode meaning(sqlite3* db, int code)
{
    switch (code) {
        case SQLITE_IOERR_DATA:
        case SQLITE_IOERR_CORRUPTFS:
            return ErrorCode::damaged;
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID:
            return ErrorCode::alreadyThere;
        default:
            break;
    }
    switch (code & 0xff) {
        case SQLITE_FULL:
            return ErrorCode::diskFull;
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
            // SQLite says "disk full" itself for ENOSPC only, and not for every call.
            return db != nullptr && isNoRoom(sqlite3_system_errno(db)) ? ErrorCode::diskFull
                                                                       : ErrorCode::io;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return ErrorCode::damaged;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return ErrorCode::inUse;
        case SQLITE_TOOBIG:
            return ErrorCode::tooLarge;
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH:
        case SQLITE_ERROR:
            return ErrorCode::malformed;
        default:
            return ErrorCode::io;
    }
}

} // namespace

Error sqliteError(sqlite3* db, int code)
{
    ensure(code != SQLITE_MISUSE && code != SQLITE_RANGE, "SQLite called in a way it forbids");
    const char* sentence = db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code);
    return Error{meaning(db, code), std::string(sentence) + " (" + std::to_string(code) + ")"};
}

Error systemError(int number, const char* what)
{
    const ErrorCode code = isNoRoom(number) ? ErrorCode::diskFull : ErrorCode::io;
    return Error{code, std::string(what) + ": " + std::generic_category().message(number)};
}

} // namespace liaison
