// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "shared/record/file_reference.h"
#include "shared/record/record_state.h"
#include "shared/record/schema.h"
#include "shared/sqlite/database.h"

namespace liaison {

/// A file, and a value that stands in a record and names it.
struct NamedFile {
    std::int64_t row = 0;  ///< grows with each that is noted
    FileReference file;
    RecordId record;
    std::uint32_t kind = 0;
    std::uint32_t field = 0;
    bool isAnswered = false;  ///< no edit of the record waits for a verdict
};

/// Which files the records of a ledger name: every value that stands counts, also of voided
/// records, and nothing that was refused or replaced.
///
/// A view of the ledger's own file, kept with its records. Codes of the disk.
class FileNames {
public:
    /// Both must outlive it.
    FileNames(Database& database, const Schema& schema) : database_(database), schema_(schema) {}

    /// Follows a record that has changed; belongs inside its transaction.
    Result<Done> note(const RecordState& state);
    Result<Done> forget(const RecordId& record);

    /// Who names this file.
    Result<std::vector<NamedFile>> of(const std::string& sha256);
    /// Whether a field that this role may read names this file.
    Result<bool> isNamedFor(Role role, const std::string& sha256, std::uint64_t size);
    /// Those that every device fetches by itself, behind this row, at most `limit`.
    Result<std::vector<NamedFile>> prefetched(std::int64_t afterRow, std::size_t limit);
    /// All of them, in the order of their records.
    Result<std::vector<NamedFile>> all();

private:
    Result<std::vector<NamedFile>> read(Statement& select);

    Database& database_;
    const Schema& schema_;
};

}  // namespace liaison
