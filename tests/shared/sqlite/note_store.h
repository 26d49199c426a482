// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "shared/sqlite/database.h"
#include "shared/sqlite/transaction.h"

namespace liaison {

/// A store of numbered notes in a real file: the small language that the tests of this folder
/// speak.
class NoteStore {
public:
    static Result<NoteStore> open(const std::string& path, const StoreKey& key,
                                  Disk& disk = systemDisk())
    {
        auto database = Database::open(path, key, disk);
        if (!database) return database.error();
        auto table = database->execute(
            "CREATE TABLE IF NOT EXISTS note(id INTEGER PRIMARY KEY, text BLOB NOT NULL) STRICT");
        if (!table) return table.error();
        return NoteStore(*std::move(database));
    }

    Result<Done> write(std::int64_t id, const std::string& text)
    {
        auto insert = database_.prepare("INSERT INTO note(id, text) VALUES(?, ?)");
        if (!insert) return insert.error();
        return insert->bind(1, id).bindBlob(2, text).run();
    }

    std::int64_t count() { return number("SELECT count(*) FROM note"); }
    std::int64_t last() { return number("SELECT ifnull(max(id), 0) FROM note"); }

    std::string check()
    {
        auto query = database_.prepare("PRAGMA integrity_check");
        if (!query) return query.error().detail;
        auto row = query->step();
        if (!row) return row.error().detail;
        return std::string(query->text(0));
    }

    Database& database() { return database_; }

private:
    explicit NoteStore(Database database) : database_(std::move(database)) {}

    std::int64_t number(const char* sql)
    {
        auto query = database_.prepare(sql);
        if (!query || !*query->step()) return -1;
        return query->integer(0);
    }

    Database database_;
};

}  // namespace liaison
