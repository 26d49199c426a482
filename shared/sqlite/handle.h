// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/base/result.h"

namespace liaison {

/// Lets a statement be found by a view of its SQL, without making a string.
struct SqlHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view sql) const noexcept
    {
        return std::hash<std::string_view>{}(sql);
    }
};

/// The open file behind a Database: stays where it is when the Database moves, so that statements
/// and transactions may refer to it.
struct SqliteHandle {
    SqliteHandle() = default;
    SqliteHandle(const SqliteHandle&) = delete;
    SqliteHandle& operator=(const SqliteHandle&) = delete;
    ~SqliteHandle();

    /// The error that a further step has to answer with because the transaction it belongs to was
    /// given up by SQLite; nothing while all is well.
    std::optional<Error> lostTransaction() const;

    /// What `code` means, as reported by the last call on this file.
    Error failure(int code);

    sqlite3* db = nullptr;
    /// Compiled statements that nobody uses at the moment, by their SQL.
    std::unordered_map<std::string, std::vector<sqlite3_stmt*>, SqlHash, std::equal_to<>> idle;
    bool inTransaction = false;
    std::uint64_t transactions = 0;  ///< begun since the file was opened
    /// The first failure inside the transaction.
    std::optional<Error> firstFailure;
};

}  // namespace liaison
