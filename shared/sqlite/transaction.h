// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"
#include "shared/sqlite/database.h"

namespace liaison {

/// Everything between its beginning and `commit` happens, or nothing of it.
///
/// Takes back what was written when it goes without a commit. One at a time for a Database; a
/// second one is a bug. When a write inside fails so badly that SQLite itself gives up (full disk,
/// I/O error), every further step and the commit fail with that same error.
class Transaction {
public:
    /// Takes the right to write at once.
    static Result<Transaction> begin(Database& database);

    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// Durable when it returns well. After an error nothing was written. Only once.
    Result<Done> commit();

private:
    explicit Transaction(SqliteHandle& handle) : handle_(&handle) {}

    SqliteHandle* handle_ = nullptr;
};

}  // namespace liaison
