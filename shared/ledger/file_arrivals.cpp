// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/bytes.h"
#include "shared/base/sha256.h"
#include "shared/ledger/file_store.h"

namespace liaison {

namespace {

constexpr std::size_t kSumBytes = 8;
constexpr std::string_view kIdentity = "identity";
constexpr std::string_view kCentreMark = "centre_mark";

}  // namespace

Result<Done> FileStore::foundAnew()
{
    const std::string identity = randomBytes(8);
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return transaction.error();
    if (auto kept = setMeta(kIdentity, identity); !kept) return kept;
    if (auto committed = transaction->commit(); !committed) return committed;
    identity_ = identity;
    return done();
}

Result<FilesMark> FileStore::mark()
{
    auto select = database_->prepare("SELECT count, sum FROM arrival ORDER BY count DESC LIMIT 1");
    if (!select) return select.error();
    const auto found = select->step();
    if (!found) return found.error();
    if (!*found) return FilesMark{};
    return FilesMark{static_cast<std::uint64_t>(select->integer(0)), std::string(select->blob(1))};
}

Result<bool> FileStore::remembers(const FilesMark& mark)
{
    if (mark.count == 0) return true;
    auto select = database_->prepare("SELECT 1 FROM arrival WHERE count = ? AND sum = ?");
    if (!select) return select.error();
    return select->bind(1, static_cast<std::int64_t>(mark.count)).bindBlob(2, mark.sum).step();
}

/// Counts a file that has become complete, in the transaction that made it so.
Result<Done> FileStore::noteArrival(const std::string& sha256)
{
    const auto before = mark();
    if (!before) return before.error();
    auto insert = database_->prepare("INSERT INTO arrival(count, sum) VALUES(?, ?)");
    if (!insert) return insert.error();
    const std::string sum = liaison::sha256(before->sum + sha256).substr(0, kSumBytes);
    return insert->bind(1, static_cast<std::int64_t>(before->count + 1)).bindBlob(2, sum).run();
}

Result<std::string> FileStore::centreMark()
{
    auto known = meta(kCentreMark);
    if (!known) return known.error();
    return known->value_or("");
}

Result<Done> FileStore::keepCentreMark(const std::string& mark)
{
    const auto known = centreMark();
    if (!known) return known.error();
    if (*known == mark) return done();
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return transaction.error();
    if (auto kept = setMeta(kCentreMark, mark); !kept) return kept;
    return transaction->commit();
}

}  // namespace liaison
