// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/floor/floor.pb.h"

namespace liaison::floor {

/// What the floor keeps on either side: a log of edits with a unique key, and a row for each record
/// with two indexes and a stamp for each field. Throws on every failure.
class Store {
public:
    explicit Store(const std::filesystem::path& path);
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    ~Store();

    /// Takes in the edits of a frame and notes how far the log of the other side is known, in one
    /// transaction that is on the disk when this returns. What comes twice is taken once.
    void apply(const FloorFrame& frame, std::uint64_t cursor);
    /// Notes that the centre has the own edits up to n.
    void noteAnswered(std::uint64_t n);
    /// At most `limit` edits of the log behind `sequence`.
    FloorFrame after(std::uint64_t sequence, std::size_t limit);

    /// The ids of all records of a kind, in their order.
    std::vector<std::string> idsOf(std::uint32_t kind);
    std::uint64_t head();
    std::uint64_t cursor() const { return cursor_; }
    /// Statements begun since the store was opened, BEGIN and COMMIT included.
    std::uint64_t statements() const { return statements_; }
    /// Whether each commit waits for the disk.
    void setDurable(bool isDurable);
    /// How many records, and a sum over what they say: equal on both sides when they hold the same.
    std::string digest();

private:
    class Row;

    sqlite3_stmt* prepare(const char* sql);
    void execute(const char* sql);
    void applyOne(std::uint64_t device, std::uint64_t n, const FloorEdit& edit);
    void setMeta(const char* name, std::uint64_t value);

    sqlite3* database_ = nullptr;
    std::vector<sqlite3_stmt*> prepared_;
    sqlite3_stmt* begin_;
    sqlite3_stmt* commit_;
    sqlite3_stmt* insertEdit_;
    sqlite3_stmt* selectState_;
    sqlite3_stmt* upsertState_;
    sqlite3_stmt* upsertMeta_;
    sqlite3_stmt* selectAfter_;
    sqlite3_stmt* selectHead_;
    std::uint64_t cursor_ = 0;
    std::uint64_t statements_ = 0;
};

}  // namespace liaison::floor
