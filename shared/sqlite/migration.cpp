// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sqlite/migration.h"

#include <string>

#include "shared/sqlite/transaction.h"

namespace liaison {

namespace {

Result<Done> take(Database& database, const Migration& migration)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) return transaction.error();
    auto changed = database.execute(migration.sql);
    if (!changed) return changed.error();
    const std::string number = "PRAGMA user_version=" + std::to_string(migration.number);
    auto numbered = database.execute(number);
    if (!numbered) return numbered.error();
    return transaction->commit();
}

}  // namespace

Result<int> schemaNumber(Database& database)
{
    auto query = database.prepare("PRAGMA user_version");
    if (!query) return query.error();
    auto row = query->step();
    if (!row) return row.error();
    ensure(*row, "the schema number is always there");
    return static_cast<int>(query->integer(0));
}

Result<Done> migrate(Database& database, std::span<const Migration> migrations)
{
    const auto last = static_cast<int>(migrations.size());
    auto standing = schemaNumber(database);
    if (!standing) return standing.error();
    if (*standing < 0 || *standing > last) {
        return Error{ErrorCode::newerSchema, "the store is at schema " + std::to_string(*standing) +
                                                 ", this program knows up to " +
                                                 std::to_string(last)};
    }
    for (int i = 0; i < last; ++i) {
        const Migration& migration = migrations[static_cast<std::size_t>(i)];
        ensure(migration.number == i + 1, "migrations are numbered 1, 2, 3 …");
        if (migration.number <= *standing) continue;
        auto taken = take(database, migration);
        if (!taken) {
            return Error{taken.error().code, "schema step " + std::to_string(migration.number) +
                                                 ": " + taken.error().detail};
        }
    }
    return done();
}

}  // namespace liaison
