// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/server_rows.h"

#include <array>

#include "shared/sqlite/migration.h"

namespace liaison {

namespace {

constexpr std::array kMigrations = {Migration{1, R"sql(
CREATE TABLE centre(id BLOB PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE known_key(pin BLOB PRIMARY KEY, centre BLOB NOT NULL, device INTEGER NOT NULL)
    STRICT, WITHOUT ROWID;
CREATE TABLE invite(id BLOB PRIMARY KEY, centre BLOB NOT NULL) STRICT, WITHOUT ROWID;
)sql"}};

RecordId idAt(const Statement& row, int column)
{
    const Result<RecordId> id = RecordId::fromBytes(row.blob(column));
    return id ? *id : RecordId{};
}

/// Reads every row of `sql` into a map by `add(map, row)`.
template <typename Map, typename Add>
Result<Map> readAll(Database& database, std::string_view sql, Add add)
{
    Result<Statement> select = database.prepare(sql);
    if (!select) return select.error();
    Map rows;
    while (true) {
        const Result<bool> more = select->step();
        if (!more) return more.error();
        if (!*more) return rows;
        add(rows, *select);
    }
}

}  // namespace

Result<Done> migrateServerDatabase(Database& database)
{
    return migrate(database, kMigrations);
}

Result<std::map<RecordId, std::string>> readCentres(Database& database)
{
    return readAll<std::map<RecordId, std::string>>(
        database, "SELECT id, name FROM centre",
        [](auto& rows, const Statement& row) { rows.emplace(idAt(row, 0), row.text(1)); });
}

Result<std::map<std::string, KnownKey>> readKeys(Database& database)
{
    return readAll<std::map<std::string, KnownKey>>(
        database, "SELECT pin, centre, device FROM known_key",
        [](auto& rows, const Statement& row) {
            const DeviceNumber device{static_cast<std::uint64_t>(row.integer(2))};
            rows.emplace(row.blob(0), KnownKey{idAt(row, 1), device});
        });
}

Result<std::map<std::string, RecordId>> readInvites(Database& database)
{
    return readAll<std::map<std::string, RecordId>>(
        database, "SELECT id, centre FROM invite",
        [](auto& rows, const Statement& row) { rows.emplace(row.blob(0), idAt(row, 1)); });
}

Result<Done> writeCentre(Database& database, const RecordId& id, const std::string& name)
{
    Result<Statement> insert =
        database.prepare("INSERT OR REPLACE INTO centre(id, name) VALUES(?, ?)");
    if (!insert) return insert.error();
    return insert->bindBlob(1, id.bytes()).bindText(2, std::string_view(name)).run();
}

Result<Done> writeKey(Database& database, const std::string& pin, const KnownKey& key)
{
    Result<Statement> insert =
        database.prepare("INSERT OR REPLACE INTO known_key(pin, centre, device) VALUES(?, ?, ?)");
    if (!insert) return insert.error();
    return insert->bindBlob(1, std::string_view(pin))
        .bindBlob(2, key.centre.bytes())
        .bind(3, static_cast<std::int64_t>(key.device.value))
        .run();
}

Result<Done> writeInvite(Database& database, const std::string& invite, const RecordId& centre)
{
    Result<Statement> insert =
        database.prepare("INSERT OR REPLACE INTO invite(id, centre) VALUES(?, ?)");
    if (!insert) return insert.error();
    return insert->bindBlob(1, std::string_view(invite)).bindBlob(2, centre.bytes()).run();
}

Result<Done> removeAllRows(Database& database)
{
    return database.execute("DELETE FROM centre; DELETE FROM known_key; DELETE FROM invite;");
}

}  // namespace liaison
