// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sqlite/seal.h"

#include <memory>
#include <string>

#include "shared/base/bytes.h"
#include "shared/base/sha256.h"

namespace liaison {

namespace {

constexpr std::size_t kSaltBytes = 16;

using Prepared = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

Prepared compile(SqliteHandle& handle, const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(handle.db, sql, -1, &statement, nullptr);
    return {statement, &sqlite3_finalize};
}

std::string blobOf(sqlite3_stmt* statement, int column)
{
    const void* start = sqlite3_column_blob(statement, column);
    const int count = sqlite3_column_bytes(statement, column);
    return {static_cast<const char*>(start), static_cast<std::size_t>(count)};
}

std::string tagOf(const StoreKey& key, const std::string& salt)
{
    return hmacSha256(key.bytes(), "liaison store 1 " + salt);
}

}  // namespace

Result<Done> writeSeal(SqliteHandle& handle, const StoreKey& key)
{
    constexpr const char* kTable =
        "CREATE TABLE seal(salt BLOB NOT NULL, tag BLOB NOT NULL) STRICT";
    const int made = sqlite3_exec(handle.db, kTable, nullptr, nullptr, nullptr);
    if (made != SQLITE_OK) return handle.failure(made);
    const Prepared insert = compile(handle, "INSERT INTO seal(salt, tag) VALUES(?, ?)");
    if (!insert) return handle.failure(sqlite3_extended_errcode(handle.db));
    const std::string salt = randomBytes(kSaltBytes);
    const std::string tag = tagOf(key, salt);
    sqlite3_bind_blob64(insert.get(), 1, salt.data(), salt.size(), nullptr);
    sqlite3_bind_blob64(insert.get(), 2, tag.data(), tag.size(), nullptr);
    const int written = sqlite3_step(insert.get());
    if (written != SQLITE_DONE) return handle.failure(written);
    return done();
}

Result<Done> checkSeal(SqliteHandle& handle, const StoreKey& key)
{
    const Prepared query = compile(handle, "SELECT salt, tag FROM seal");
    if (!query) {
        Error error = handle.failure(sqlite3_extended_errcode(handle.db));
        // Only a store that lost its table makes this SQL meaningless.
        if (error.code == ErrorCode::malformed) error.code = ErrorCode::damaged;
        return error;
    }
    const int found = sqlite3_step(query.get());
    if (found == SQLITE_DONE) return Error{ErrorCode::damaged, "the store has lost its seal"};
    if (found != SQLITE_ROW) return handle.failure(found);
    const std::string salt = blobOf(query.get(), 0);
    const std::string tag = blobOf(query.get(), 1);
    if (!equalInConstantTime(tag, tagOf(key, salt))) {
        return Error{ErrorCode::wrongKey, "the store was sealed under another key"};
    }
    return done();
}

}  // namespace liaison
