// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sqlite/transaction.h"

#include <utility>

#include "shared/sqlite/handle.h"

namespace liaison {

Result<Transaction> Transaction::begin(Database& database)
{
    SqliteHandle& handle = *database.handle_;
    ensure(!handle.inTransaction, "a transaction inside a transaction");
    auto begin = database.prepare("BEGIN IMMEDIATE");
    if (!begin) return begin.error();
    auto begun = begin->run();
    if (!begun) return begun.error();
    handle.inTransaction = true;
    ++handle.transactions;
    handle.firstFailure.reset();
    return Transaction(handle);
}

Transaction::Transaction(Transaction&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr))
{
}

Transaction::~Transaction()
{
    if (handle_ == nullptr) return;
    handle_->inTransaction = false;
    // A rollback that fails leaves the write-ahead log without a commit: the same outcome.
    if (sqlite3_get_autocommit(handle_->db) == 0) {
        sqlite3_exec(handle_->db, "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

Result<Done> Transaction::commit()
{
    ensure(handle_ != nullptr, "a transaction commits once");
    if (auto lost = handle_->lostTransaction()) return *std::move(lost);
    const int code = sqlite3_exec(handle_->db, "COMMIT", nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return handle_->failure(code);
    handle_->inTransaction = false;
    handle_ = nullptr;
    return done();
}

}  // namespace liaison
