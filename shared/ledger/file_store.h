// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/error_code.h"
#include "shared/base/time.h"
#include "shared/record/file_reference.h"
#include "shared/sqlite/database.h"
#include "shared/sqlite/transaction.h"

namespace liaison {

/// Bytes of a file that one message carries, and one row of the store at most.
constexpr std::size_t kFileChunkBytesMax = 64 * 1024;
/// How long a file that no record names any more is kept.
constexpr std::chrono::hours kUnnamedFilesKept{24 * 30};

/// A file as the store has it.
struct StoredFile {
    FileReference reference;
    std::uint64_t held = 0;               ///< bytes from the beginning that are here
    bool isComplete = false;              ///< all are here, and they add up to its name
    bool isWanted = false;                ///< somebody asked for it here
    bool isFetched = false;               ///< it came from the centre
    std::uint64_t given = 0;              ///< bytes that the centre said it has
    std::optional<Instant> confirmedAt;   ///< when the centre had all of it, as far as known here
    std::optional<Instant> unnamedSince;  ///< when nothing was first found to name it
    std::optional<ErrorCode> declined;    ///< why the centre did not take it when it was last asked
};

/// What became of bytes that were added to a file.
struct FileProgress {
    std::uint64_t held = 0;
    bool isComplete = false;
    bool isMismatch = false;  ///< what came was not the file of this name, and is gone again
};

/// How many files have become complete in a store, and what their names add up to in that order:
/// 8 bytes of SHA-256 over the sum before and the name.
struct FilesMark {
    std::uint64_t count = 0;
    std::string sum;
};

/// How much a store holds.
struct FileUsage {
    std::uint64_t files = 0;
    std::uint64_t incomplete = 0;
    std::uint64_t bytes = 0;
};

/// Files, each once, under the SHA-256 of its bytes; beside a ledger, in a file of their own.
///
/// What it promises: a call that returned well is on the disk; a file is complete only when its
/// bytes add up to its name; one that the centre is not known to have is never removed by itself.
/// Each writing call is a transaction of its own. One thread. Codes of the disk.
class FileStore {
public:
    /// Opens or founds the store; codes as those of `Database::open`, and `newerSchema`.
    static Result<FileStore> open(const std::filesystem::path& path, const StoreKey& key,
                                  Disk& disk = systemDisk());

    /// 8 bytes drawn when the store was founded, and anew by `foundAnew`.
    const std::string& identity() const { return identity_; }
    /// Takes another identity: some files that it had may be lost.
    Result<Done> foundAnew();
    /// The files that have become complete here so far.
    Result<FilesMark> mark();
    /// Whether this store has been at that mark; false when it went back behind it.
    Result<bool> remembers(const FilesMark& mark);
    /// Counts, from its opening on, the files that became complete.
    std::uint64_t arrivals() const { return arrivals_; }

    /// Keeps a whole file; one that is here already stays as it is. Fails with `tooLarge`, `empty`,
    /// and `outOfRange` for bytes that are of no format that is kept.
    Result<FileReference> put(std::string_view bytes);
    /// Adds bytes at this offset to a file that came from elsewhere at `now`. Bytes that are here
    /// already change nothing, nor do those behind a gap. Another size than before begins the file
    /// anew, unless it is complete. `tooLarge` for bytes beyond the end. A mark that the centre
    /// sent along is kept with the last bytes.
    Result<FileProgress> append(const FileReference& file, std::uint64_t offset,
                                std::string_view bytes, Instant now,
                                const std::string& centreMark = {});
    /// Notes that somebody asks for this file.
    Result<Done> want(const FileReference& file);

    Result<std::optional<StoredFile>> find(const std::string& sha256);
    /// Bytes of a complete file from this offset on, at most `limit`; `notFound` without it.
    Result<std::string> read(const std::string& sha256, std::uint64_t offset, std::size_t limit);
    /// A complete file; `notFound` without it.
    Result<std::string> whole(const std::string& sha256);
    /// Complete files that the centre is not known to have, small ones first.
    Result<std::vector<StoredFile>> unconfirmed();
    /// Files that somebody asked for and that are not complete, small ones first.
    Result<std::vector<StoredFile>> wanted();
    Result<FileUsage> usage();
    /// Whether this file may come to hold so many bytes while all files together stay within
    /// `limit`. What is here already takes no room more, however low the limit is.
    Result<bool> hasRoomFor(const FileReference& file, std::uint64_t held, std::uint64_t limit);

    /// What the centre said about a file: bytes that it has; all of them at this moment.
    Result<Done> noteGiven(const std::string& sha256, std::uint64_t bytes);
    Result<Done> confirm(const std::string& sha256, const std::string& centreMark, Instant now);
    /// The centre takes no more of this file for now, for this reason; its next better word on the
    /// file makes an end of that.
    Result<Done> noteDeclined(const std::string& sha256, ErrorCode code);
    /// From now on the centre is not known to have this file, whatever it said before.
    Result<Done> doubt(const std::string& sha256);
    /// The mark of the centre's files that came with its last word on them, sealed by it; empty at
    /// first.
    Result<std::string> centreMark();
    Result<Done> keepCentreMark(const std::string& mark);
    /// The centre's files go by this name; under another one than before nothing is known of what
    /// it has. True when that was so.
    Result<bool> meetCentre(const std::string& name);

    /// Whether a record, or whatever else counts here, names a file.
    using IsNamed = std::function<Result<bool>(const std::string& sha256)>;
    /// Removes what has been named by nothing for `kept`, found at this and earlier calls; what the
    /// centre is not known to have stays. How many went.
    Result<std::uint64_t> sweep(const IsNamed& isNamed, Instant now,
                                std::chrono::milliseconds kept = kUnnamedFilesKept);
    /// The same, not more often than once a day.
    Result<std::uint64_t> sweepDaily(const IsNamed& isNamed, Instant now);

private:
    struct Row {
        std::int64_t id = 0;
        StoredFile file;
    };

    explicit FileStore(std::unique_ptr<Database> database) : database_(std::move(database)) {}

    Result<Done> found();
    Result<Done> noteArrival(const std::string& sha256);
    Result<std::optional<Row>> row(const std::string& sha256);
    Result<std::vector<StoredFile>> list(std::string_view condition);
    Result<std::vector<Row>> rows(std::string_view condition);
    Result<Done> remove(const Row& row);
    Result<Row> rowFor(const FileReference& file);
    Result<Done> insertChunk(const Row& row, std::uint64_t position, std::string_view bytes);
    Result<Done> update(const Row& row);
    Result<Done> removeChunks(std::int64_t id);
    Result<FileProgress> complete(Row row, Instant now);
    Result<std::string> sumOf(std::int64_t id);
    Result<std::uint64_t> heldBytes();
    Result<std::optional<std::string>> meta(std::string_view name);
    Result<Done> setMeta(std::string_view name, const std::string& value);

    std::unique_ptr<Database> database_;
    std::string identity_;
    std::uint64_t arrivals_ = 0;
    std::optional<std::uint64_t> heldBytes_;  ///< of all files; none: to be counted
};

}  // namespace liaison
