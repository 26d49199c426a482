// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sqlite/database.h"

#include <string>
#include <utility>

#include "shared/sqlite/foundation.h"
#include "shared/sqlite/handle.h"
#include "shared/sqlite/seal.h"

namespace liaison {

Result<Database> Database::open(const std::filesystem::path& path, const StoreKey& key, Disk& disk)
{
    const auto absolute = disk.resolve(path);
    if (!absolute) return absolute.error();
    auto there = liesAt(disk, *absolute);
    if (!there) return there.error();
    if (!*there) {
        auto founded = foundStore(disk, *absolute, key);
        if (!founded) return founded.error();
    }
    auto opened = openStore(disk, *absolute);
    if (!opened) return opened.error();
    auto ours = checkSeal(**opened, key);
    if (!ours) return ours.error();
    return Database(*std::move(opened));
}

Database::Database(std::unique_ptr<SqliteHandle> handle) : handle_(std::move(handle)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Statement> Database::prepare(std::string_view sql)
{
    auto home = handle_->idle.find(sql);
    if (home == handle_->idle.end()) home = handle_->idle.try_emplace(std::string(sql)).first;
    std::vector<sqlite3_stmt*>& kept = home->second;
    if (!kept.empty()) {
        sqlite3_stmt* compiled = kept.back();
        kept.pop_back();
        return Statement(*handle_, kept, compiled);
    }
    sqlite3_stmt* compiled = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(handle_->db, sql.data(), int(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &compiled, &rest);
    if (code != SQLITE_OK) return handle_->failure(code);
    const std::string_view after = sql.substr(static_cast<std::size_t>(rest - sql.data()));
    ensure(compiled != nullptr && after.find_first_not_of(" \n") == std::string_view::npos,
           "one command, and only one");
    return Statement(*handle_, kept, compiled);
}

Result<Done> Database::execute(std::string_view sql)
{
    if (auto lost = handle_->lostTransaction()) return *std::move(lost);
    const std::string terminated(sql);
    const int code = sqlite3_exec(handle_->db, terminated.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return handle_->failure(code);
    return done();
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(handle_->db);
}

std::int64_t Database::totalChanges() const
{
    return sqlite3_total_changes64(handle_->db);
}

std::uint64_t Database::transactionNumber() const
{
    return handle_->inTransaction ? handle_->transactions : 0;
}

std::int64_t Database::lastRowId() const
{
    return sqlite3_last_insert_rowid(handle_->db);
}

}  // namespace liaison
