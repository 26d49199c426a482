// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>

#include "shared/ledger/file_store.h"

namespace liaison {

namespace {

constexpr std::string_view kSweptAt = "swept_at";
constexpr std::chrono::hours kSweepEvery{24};

/// The moment in these digits; the beginning of time for anything else.
Instant momentIn(const std::string& digits)
{
    std::int64_t milliseconds = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), milliseconds);
    return Instant(std::chrono::milliseconds(milliseconds));
}

}  // namespace

Result<std::uint64_t> FileStore::sweep(const IsNamed& isNamed, Instant now,
                                       std::chrono::milliseconds kept)
{
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return transaction.error();
    auto all = rows("1");
    if (!all) return all.error();
    std::uint64_t removed = 0;
    for (Row& row : *all) {
        const auto named = isNamed(row.file.reference.sha256);
        if (!named) return named.error();
        const bool isOnlyHere = row.file.isComplete && !row.file.confirmedAt;
        const bool isKept = *named || isOnlyHere;
        const std::optional<Instant> before = row.file.unnamedSince;
        if (isKept) {
            row.file.unnamedSince.reset();
        } else if (now - before.value_or(now) >= kept) {
            if (auto gone = remove(row); !gone) return gone.error();
            ++removed;
            continue;
        } else if (!before) {
            row.file.unnamedSince = now;
        }
        if (row.file.unnamedSince == before) continue;
        if (auto noted = update(row); !noted) return noted.error();
    }
    if (auto committed = transaction->commit(); !committed) return committed.error();
    return removed;
}

Result<std::uint64_t> FileStore::sweepDaily(const IsNamed& isNamed, Instant now)
{
    const auto noted = meta(kSweptAt);
    if (!noted) return noted.error();
    const Instant last = momentIn(noted->value_or(""));
    // A clock that went back does not keep the store from being swept.
    if (*noted && now >= last && now - last < kSweepEvery) return std::uint64_t{0};
    const auto removed = sweep(isNamed, now);
    if (!removed) return removed;
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return transaction.error();
    const auto kept = setMeta(kSweptAt, std::to_string(now.time_since_epoch().count()));
    if (!kept) return kept.error();
    if (auto committed = transaction->commit(); !committed) return committed.error();
    return removed;
}

}  // namespace liaison
