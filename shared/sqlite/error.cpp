// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sqlite/error.h"

#include <sqlite3.h>

#include <string>

namespace liaison {

namespace {

/// Whether the last failed call on the store or on its log failed for lack of room. The files
/// remember it themselves: by the time SQLite answers, errno belongs to a later call.
bool lacksRoom(sqlite3* db)
{
    if (db == nullptr) return false;
    bool lacks = isNoRoom(sqlite3_system_errno(db));
    for (const int which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
        sqlite3_file* file = nullptr;
        int number = 0;
        const int found = sqlite3_file_control(db, "main", which, &file);
        if (found != SQLITE_OK || file == nullptr || file->pMethods == nullptr) continue;
        // A journal in memory has no such call.
        if (file->pMethods->xFileControl == nullptr) continue;
        file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &number);
        lacks = lacks || isNoRoom(number);
    }
    return lacks;
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
            return lacksRoom(db) ? ErrorCode::diskFull : ErrorCode::io;
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

}  // namespace

Error sqliteError(sqlite3* db, int code)
{
    ensure(code != SQLITE_MISUSE && code != SQLITE_RANGE, "SQLite called in a way it forbids");
    const std::string sentence = db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code);
    return Error{meaning(db, code), sentence + " (" + std::to_string(code) + ")"};
}

}  // namespace liaison
