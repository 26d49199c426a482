// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "shared/ledger/file_store.h"

namespace liaison {

namespace {

constexpr std::string_view kColumns =
    "id, sha256, size, media_type, held, complete, wanted, fetched, given, confirmed_at,"
    " unnamed_since, declined";

StoredFile fileAt(const Statement& row)
{
    StoredFile file;
    file.reference = {std::string(row.blob(1)), static_cast<std::uint64_t>(row.integer(2)),
                      std::string(row.text(3))};
    file.held = static_cast<std::uint64_t>(row.integer(4));
    file.isComplete = row.integer(5) != 0;
    file.isWanted = row.integer(6) != 0;
    file.isFetched = row.integer(7) != 0;
    file.given = static_cast<std::uint64_t>(row.integer(8));
    if (const auto at = row.optionalInteger(9)) {
        file.confirmedAt = Instant(std::chrono::milliseconds(*at));
    }
    if (const auto since = row.optionalInteger(10)) {
        file.unnamedSince = Instant(std::chrono::milliseconds(*since));
    }
    if (const auto code = row.optionalInteger(11)) {
        file.declined = errorCodeFrom(static_cast<std::uint32_t>(*code));
    }
    return file;
}

std::optional<std::int64_t> millisecondsOf(const std::optional<Instant>& instant)
{
    if (!instant) return std::nullopt;
    return std::int64_t{instant->time_since_epoch().count()};
}

}  // namespace

Result<std::optional<FileStore::Row>> FileStore::row(const std::string& sha256)
{
    auto select =
        database_->prepare("SELECT " + std::string(kColumns) + " FROM file WHERE sha256 = ?");
    if (!select) return select.error();
    const auto found = select->bindBlob(1, sha256).step();
    if (!found) return found.error();
    if (!*found) return std::optional<Row>{};
    return std::optional(Row{select->integer(0), fileAt(*select)});
}

Result<std::optional<StoredFile>> FileStore::find(const std::string& sha256)
{
    auto found = row(sha256);
    if (!found) return found.error();
    if (!*found) return std::optional<StoredFile>{};
    return std::optional(std::move((*found)->file));
}

/// The row of this file, made if need be; begun anew when it was to have another size.
Result<FileStore::Row> FileStore::rowFor(const FileReference& file)
{
    auto known = row(file.sha256);
    if (!known) return known.error();
    if (*known && ((*known)->file.isComplete || (*known)->file.reference.size == file.size)) {
        return **std::move(known);
    }
    if (*known) {
        if (auto removed = removeChunks((*known)->id); !removed) return removed.error();
        auto change =
            database_->prepare("UPDATE file SET size = ?, media_type = ?, held = 0 WHERE id = ?");
        if (!change) return change.error();
        const auto begun = change->bind(1, static_cast<std::int64_t>(file.size))
                               .bindText(2, file.mediaType)
                               .bind(3, (*known)->id)
                               .run();
        if (!begun) return begun.error();
    } else {
        auto insert = database_->prepare(
            "INSERT INTO file(sha256, size, media_type, held, complete, wanted, fetched, given)"
            " VALUES(?, ?, ?, 0, 0, 0, 0, 0)");
        if (!insert) return insert.error();
        const auto begun = insert->bindBlob(1, file.sha256)
                               .bind(2, static_cast<std::int64_t>(file.size))
                               .bindText(3, file.mediaType)
                               .run();
        if (!begun) return begun.error();
    }
    auto made = row(file.sha256);
    if (!made) return made.error();
    if (!*made) return Error{ErrorCode::damaged, "a file that was begun is missing"};
    return **std::move(made);
}

Result<Done> FileStore::insertChunk(const Row& row, std::uint64_t position, std::string_view bytes)
{
    auto insert = database_->prepare("INSERT INTO chunk(file, position, bytes) VALUES(?, ?, ?)");
    if (!insert) return insert.error();
    return insert->bind(1, row.id)
        .bind(2, static_cast<std::int64_t>(position))
        .bindBlob(3, bytes)
        .run();
}

Result<Done> FileStore::update(const Row& row)
{
    auto change = database_->prepare(
        "UPDATE file SET held = ?, complete = ?, wanted = ?, fetched = ?, confirmed_at = ?,"
        " unnamed_since = ? WHERE id = ?");
    if (!change) return change.error();
    return change->bind(1, static_cast<std::int64_t>(row.file.held))
        .bind(2, static_cast<std::int64_t>(row.file.isComplete))
        .bind(3, static_cast<std::int64_t>(row.file.isWanted))
        .bind(4, static_cast<std::int64_t>(row.file.isFetched))
        .bind(5, millisecondsOf(row.file.confirmedAt))
        .bind(6, millisecondsOf(row.file.unnamedSince))
        .bind(7, row.id)
        .run();
}

Result<Done> FileStore::removeChunks(std::int64_t id)
{
    heldBytes_.reset();
    auto remove = database_->prepare("DELETE FROM chunk WHERE file = ?");
    if (!remove) return remove.error();
    return remove->bind(1, id).run();
}

Result<std::vector<FileStore::Row>> FileStore::rows(std::string_view condition)
{
    auto select = database_->prepare("SELECT " + std::string(kColumns) + " FROM file WHERE " +
                                     std::string(condition) + " ORDER BY size, id");
    if (!select) return select.error();
    std::vector<Row> found;
    while (true) {
        const auto more = select->step();
        if (!more) return more.error();
        if (!*more) return found;
        found.push_back({select->integer(0), fileAt(*select)});
    }
}

Result<std::vector<StoredFile>> FileStore::list(std::string_view condition)
{
    auto found = rows(condition);
    if (!found) return found.error();
    std::vector<StoredFile> files;
    for (Row& row : *found) {
        files.push_back(std::move(row.file));
    }
    return files;
}

Result<Done> FileStore::remove(const Row& row)
{
    if (auto emptied = removeChunks(row.id); !emptied) return emptied;
    auto gone = database_->prepare("DELETE FROM file WHERE id = ?");
    if (!gone) return gone.error();
    return gone->bind(1, row.id).run();
}

Result<std::vector<StoredFile>> FileStore::unconfirmed()
{
    return list("complete = 1 AND confirmed_at IS NULL");
}

Result<std::vector<StoredFile>> FileStore::wanted()
{
    return list("complete = 0 AND wanted = 1");
}

Result<FileUsage> FileStore::usage()
{
    auto select = database_->prepare("SELECT count(*), sum(complete = 0), sum(held) FROM file");
    if (!select) return select.error();
    const auto found = select->step();
    if (!found) return found.error();
    const auto at = [&](int column) {
        return static_cast<std::uint64_t>(select->optionalInteger(column).value_or(0));
    };
    return FileUsage{at(0), at(1), at(2)};
}

/// What all files hold together: counted once, and followed from then on.
Result<std::uint64_t> FileStore::heldBytes()
{
    if (heldBytes_) return *heldBytes_;
    const auto counted = usage();
    if (!counted) return counted.error();
    heldBytes_ = counted->bytes;
    return *heldBytes_;
}

Result<bool> FileStore::hasRoomFor(const FileReference& file, std::uint64_t held,
                                   std::uint64_t limit)
{
    const auto known = row(file.sha256);
    if (!known) return known.error();
    std::uint64_t here = 0;
    std::uint64_t replaced = 0;
    if (*known) {
        const StoredFile& stored = (*known)->file;
        if (stored.isComplete) return true;
        // One that was to have another size is begun anew.
        (stored.reference.size == file.size ? here : replaced) = stored.held;
    }
    const std::uint64_t then = std::min(held, file.size);
    if (then <= here) return true;
    const auto total = heldBytes();
    if (!total) return total.error();
    return *total - here - replaced + then <= limit;
}

Result<std::optional<std::string>> FileStore::meta(std::string_view name)
{
    auto select = database_->prepare("SELECT value FROM meta WHERE name = ?");
    if (!select) return select.error();
    const auto found = select->bindText(1, name).step();
    if (!found) return found.error();
    if (!*found) return std::optional<std::string>{};
    return std::optional(std::string(select->blob(0)));
}

Result<Done> FileStore::setMeta(std::string_view name, const std::string& value)
{
    auto upsert = database_->prepare(
        "INSERT INTO meta(name, value) VALUES(?, ?)"
        " ON CONFLICT(name) DO UPDATE SET value = excluded.value");
    if (!upsert) return upsert.error();
    return upsert->bindText(1, name).bindBlob(2, value).run();
}

}  // namespace liaison
