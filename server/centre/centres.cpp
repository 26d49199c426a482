// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/centre/centres.h"

#include <utility>

#include "shared/sync/judge_again.h"

namespace liaison {

Centres::Centres(asio::io_context& context, OpenLedger openLedger, const Clock& clock,
                 std::shared_ptr<spdlog::logger> log)
    : context_(context), openLedger_(std::move(openLedger)), clock_(clock), log_(std::move(log))
{
}

Result<std::shared_ptr<Centre>> Centres::open(const RecordId& id)
{
    const std::lock_guard lock(mutex_);
    if (isStopping_) return Error{ErrorCode::stopping, "the server is being stopped"};
    const auto found = open_.find(id);
    if (found != open_.end()) {
        found->second.wasUsed = true;
        return found->second.centre;
    }
    Result<CentreLedger> ledger = openLedger_(id);
    if (!ledger) {
        log_->error("centre {} cannot be opened: {} ({})", id.text(), name(ledger.error().code),
                    ledger.error().detail);
        return ledger.error();
    }
    if (const Result<Done> judged = judgeNewer(*ledger, clock_.now()); !judged) {
        log_->error("centre {}: what waited for this version was not judged again: {}", id.text(),
                    judged.error().detail);
    }
    auto centre = std::make_shared<Centre>(context_, *std::move(ledger), clock_, log_);
    open_.emplace(id, Entry{centre});
    return centre;
}

void Centres::care()
{
    const std::lock_guard lock(mutex_);
    for (const auto& [id, entry] : open_)
        entry.centre->care();
}

void Centres::closeUnused()
{
    const std::lock_guard lock(mutex_);
    for (auto item = open_.begin(); item != open_.end();) {
        Entry& entry = item->second;
        // New holders come through `open`, hence not while the lock is held.
        const bool isHeld = entry.centre.use_count() > 1;
        const bool wasUsed = std::exchange(entry.wasUsed, isHeld);
        item = isHeld || wasUsed ? std::next(item) : open_.erase(item);
    }
}

void Centres::stop()
{
    const std::lock_guard lock(mutex_);
    isStopping_ = true;
    for (const auto& [id, entry] : open_)
        entry.centre->stop();
}

}  // namespace liaison
