// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/file_store.h"

#include <algorithm>

#include "shared/base/bytes.h"
#include "shared/base/plant.h"
#include "shared/base/sha256.h"
#include "shared/ledger/migrations.h"

namespace liaison {

namespace {

constexpr std::string_view kIdentity = "identity";
constexpr std::string_view kCentre = "centre";
constexpr std::string_view kCentreMark = "centre_mark";

std::int64_t millisecondsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

}  // namespace

Result<FileStore> FileStore::open(const std::filesystem::path& path, const StoreKey& key,
                                  Disk& disk)
{
    auto database = Database::open(path, key, disk);
    if (!database) return database.error();
    auto owned = std::make_unique<Database>(*std::move(database));
    if (auto migrated = migrate(*owned, fileMigrations()); !migrated) return migrated.error();
    FileStore store(std::move(owned));
    if (auto founded = store.found(); !founded) return founded.error();
    return store;
}

Result<Done> FileStore::found()
{
    const auto known = meta(kIdentity);
    if (!known) return known.error();
    if (*known) {
        identity_ = **known;
        return done();
    }
    return foundAnew();
}

Result<FileReference> FileStore::put(std::string_view bytes)
{
    if (bytes.empty()) return Error{ErrorCode::empty, "a file without bytes"};
    if (bytes.size() > kFileBytesMax) {
        return Error{ErrorCode::tooLarge, "a file of " + std::to_string(bytes.size()) + " bytes"};
    }
    const auto mediaType = mediaTypeOf(bytes);
    if (!mediaType) return Error{ErrorCode::outOfRange, "files of this format are not kept"};
    const FileReference file{sha256(bytes), bytes.size(), *mediaType};
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return transaction.error();
    auto row = rowFor(file);
    if (!row) return row.error();
    if (row->file.isComplete) return file;
    heldBytes_.reset();
    if (auto removed = removeChunks(row->id); !removed) return removed.error();
    for (std::size_t at = 0; at < bytes.size(); at += kFileChunkBytesMax) {
        const auto inserted = insertChunk(*row, at, bytes.substr(at, kFileChunkBytesMax));
        if (!inserted) return inserted.error();
    }
    row->file.held = file.size;
    row->file.isComplete = true;
    if (auto kept = update(*row); !kept) return kept.error();
    if (auto noted = noteArrival(file.sha256); !noted) return noted.error();
    if (auto committed = transaction->commit(); !committed) return committed.error();
    ++arrivals_;
    return file;
}

Result<FileProgress> FileStore::append(const FileReference& file, std::uint64_t offset,
                                       std::string_view bytes, Instant now,
                                       const std::string& centreMark)
{
    if (file.size > kFileBytesMax || offset > file.size || bytes.size() > file.size - offset) {
        return Error{ErrorCode::tooLarge, "bytes beyond the end of a file"};
    }
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return transaction.error();
    auto row = rowFor(file);
    if (!row) return row.error();
    const std::uint64_t held = row->file.held;
    const bool isNews = offset <= held && offset + bytes.size() > held;
    if (row->file.isComplete || !isNews) {
        return FileProgress{held, row->file.isComplete, false};
    }
    // What was begun anew or does not add up is counted afresh, and so is what a disk refused.
    const auto counted = std::exchange(heldBytes_, std::nullopt);
    const auto inserted = insertChunk(*row, held, bytes.substr(held - offset));
    if (!inserted) return inserted.error();
    row->file.held = offset + bytes.size();
    auto progress = row->file.held == file.size
                        ? complete(*row, now)
                        : Result(FileProgress{row->file.held, false, false});
    if (!progress) return progress;
    if (!progress->isComplete && !progress->isMismatch) {
        if (auto kept = update(*row); !kept) return kept.error();
    }
    if (progress->isComplete && !centreMark.empty()) {
        if (auto kept = setMeta(kCentreMark, centreMark); !kept) return kept.error();
    }
    if (auto committed = transaction->commit(); !committed) return committed.error();
    if (progress->isComplete) ++arrivals_;
    if (counted && !progress->isMismatch) heldBytes_ = *counted + row->file.held - held;
    return progress;
}

/// All bytes are here: they are the file when they add up to its name, and nothing otherwise.
Result<FileProgress> FileStore::complete(Row row, Instant now)
{
    const auto sum = sumOf(row.id);
    if (!sum) return sum.error();
    const bool isMismatch = *sum != row.file.reference.sha256 && !planted("file-complete-unhashed");
    if (isMismatch) {
        if (auto removed = removeChunks(row.id); !removed) return removed.error();
        row.file.held = 0;
    }
    row.file.isComplete = !isMismatch;
    row.file.isFetched = !isMismatch;
    if (!isMismatch) row.file.confirmedAt = now;
    if (auto kept = update(row); !kept) return kept.error();
    if (!isMismatch) {
        if (auto noted = noteArrival(*sum); !noted) return noted.error();
    }
    return FileProgress{row.file.held, !isMismatch, isMismatch};
}

Result<std::string> FileStore::sumOf(std::int64_t id)
{
    auto select = database_->prepare("SELECT bytes FROM chunk WHERE file = ? ORDER BY position");
    if (!select) return select.error();
    select->bind(1, id);
    Sha256Sum sum;
    while (true) {
        const auto more = select->step();
        if (!more) return more.error();
        if (!*more) return sum.end();
        sum.add(select->blob(0));
    }
}

Result<Done> FileStore::want(const FileReference& file)
{
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return transaction.error();
    auto row = rowFor(file);
    if (!row) return row.error();
    if (row->file.isComplete || row->file.isWanted) return done();
    row->file.isWanted = true;
    if (auto kept = update(*row); !kept) return kept;
    return transaction->commit();
}

Result<std::string> FileStore::read(const std::string& sha256, std::uint64_t offset,
                                    std::size_t limit)
{
    const auto found = row(sha256);
    if (!found) return found.error();
    const bool isGiven = *found && ((*found)->file.isComplete || planted("unfinished-file-given"));
    if (!isGiven) return Error{ErrorCode::notFound, "file"};
    if (planted("file-resumed-elsewhere") && offset > 0) --offset;
    auto select = database_->prepare(
        "SELECT position, bytes FROM chunk WHERE file = ?1 AND position >= ifnull((SELECT"
        " max(position) FROM chunk WHERE file = ?1 AND position <= ?2), 0) ORDER BY position");
    if (!select) return select.error();
    select->bind(1, (*found)->id).bind(2, static_cast<std::int64_t>(offset));
    std::string bytes;
    while (bytes.size() < limit) {
        const auto more = select->step();
        if (!more) return more.error();
        if (!*more) break;
        std::string_view part = select->blob(1);
        const auto position = static_cast<std::uint64_t>(select->integer(0));
        if (position < offset) part.remove_prefix(std::min(part.size(), offset - position));
        bytes += part.substr(0, limit - bytes.size());
    }
    return bytes;
}

Result<std::string> FileStore::whole(const std::string& sha256)
{
    return read(sha256, 0, kFileBytesMax);
}

Result<Done> FileStore::noteGiven(const std::string& sha256, std::uint64_t bytes)
{
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return transaction.error();
    auto change = database_->prepare("UPDATE file SET given = ?, declined = NULL WHERE sha256 = ?");
    if (!change) return change.error();
    const auto noted = change->bind(1, static_cast<std::int64_t>(bytes)).bindBlob(2, sha256).run();
    if (!noted) return noted;
    return transaction->commit();
}

Result<Done> FileStore::confirm(const std::string& sha256, const std::string& centreMark,
                                Instant now)
{
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return transaction.error();
    auto change = database_->prepare(
        "UPDATE file SET confirmed_at = ?, given = size, declined = NULL WHERE sha256 = ?");
    if (!change) return change.error();
    const auto noted = change->bind(1, millisecondsOf(now)).bindBlob(2, sha256).run();
    if (!noted) return noted;
    if (auto kept = setMeta(kCentreMark, centreMark); !kept) return kept;
    return transaction->commit();
}

Result<Done> FileStore::noteDeclined(const std::string& sha256, ErrorCode code)
{
    const auto known = row(sha256);
    if (!known) return known.error();
    if (!*known || (*known)->file.declined == code) return done();
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return transaction.error();
    auto change = database_->prepare("UPDATE file SET declined = ? WHERE id = ?");
    if (!change) return change.error();
    const auto noted = change->bind(1, static_cast<std::int64_t>(code)).bind(2, (*known)->id).run();
    if (!noted) return noted;
    return transaction->commit();
}

Result<Done> FileStore::doubt(const std::string& sha256)
{
    const auto known = row(sha256);
    if (!known) return known.error();
    if (!*known || !(*known)->file.confirmedAt) return done();
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return transaction.error();
    auto change = database_->prepare("UPDATE file SET confirmed_at = NULL, given = 0 WHERE id = ?");
    if (!change) return change.error();
    if (auto doubted = change->bind(1, (*known)->id).run(); !doubted) return doubted;
    return transaction->commit();
}

Result<bool> FileStore::meetCentre(const std::string& name)
{
    const auto known = meta(kCentre);
    if (!known) return known.error();
    if (known->value_or("") == name) return false;
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return transaction.error();
    auto change =
        database_->prepare("UPDATE file SET confirmed_at = NULL, given = 0, declined = NULL");
    if (!change) return change.error();
    if (auto forgotten = change->run(); !forgotten) return forgotten.error();
    if (auto kept = setMeta(kCentre, name); !kept) return kept.error();
    if (auto committed = transaction->commit(); !committed) return committed.error();
    return true;
}

}  // namespace liaison
