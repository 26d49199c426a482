// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/centre/centre.h"

#include <algorithm>

namespace liaison {

Centre::Centre(asio::io_context& context, CentreLedger ledger, const Clock& clock,
               std::shared_ptr<spdlog::logger> log)
    : strand_(asio::make_strand(context)),
      ledger_(std::move(ledger)),
      id_(ledger_.standing().id),
      clock_(clock),
      log_(std::move(log)),
      gathering_(strand_)
{
}

void Centre::enter(Seat& seat)
{
    const auto older = std::find_if(seats_.begin(), seats_.end(), [&seat](const Seat* other) {
        return other->device() == seat.device();
    });
    if (older != seats_.end()) {
        Seat* replaced = *older;
        seats_.erase(older);
        replaced->end({ErrorCode::replaced, "a newer connection of this device"});
    }
    seats_.push_back(&seat);
    if (isStopping_) seat.end({ErrorCode::stopping, "the centre is being stopped"});
}

void Centre::leave(Seat& seat)
{
    seats_.erase(std::remove(seats_.begin(), seats_.end(), &seat), seats_.end());
}

void Centre::scheduleFlush()
{
    if (std::exchange(isFlushDue_, true)) return;
    asio::post(strand_, [self = shared_from_this()] { self->flush(); });
}

void Centre::care()
{
    asio::post(strand_, [self = shared_from_this()] {
        const Result<std::uint64_t> removed = self->ledger_.sweepFiles(self->clock_.now());
        if (!removed) {
            self->log_->error("centre {}: its files were not looked through: {} ({})",
                              self->id_.text(), name(removed.error().code), removed.error().detail);
        } else if (*removed > 0) {
            self->log_->info("centre {}: {} files that no record has named for a month are removed",
                             self->id_.text(), *removed);
        }
    });
}

void Centre::gather()
{
    constexpr std::chrono::milliseconds kGatherFor{5};
    if (isFlushDue_ || std::exchange(isGathering_, true)) return;
    gathering_.expires_after(kGatherFor);
    gathering_.async_wait([self = shared_from_this()](boost::system::error_code) {
        if (std::exchange(self->isGathering_, false)) self->scheduleFlush();
    });
}

void Centre::stop()
{
    asio::post(strand_, [self = shared_from_this()] {
        self->flush();
        self->isStopping_ = true;
        for (Seat* seat : self->seats_)
            seat->end({ErrorCode::stopping, "the centre is being stopped"});
    });
}

void Centre::flush()
{
    isFlushDue_ = false;
    if (std::exchange(isGathering_, false)) gathering_.cancel();
    std::vector<Seat*> pushing;
    std::copy_if(seats_.begin(), seats_.end(), std::back_inserter(pushing),
                 [](Seat* seat) { return seat->session().hasPushes(); });
    if (pushing.empty()) return;
    const Result<Done> written = write(pushing);
    if (!written) {
        log_->error("centre {}: nothing of this commit was kept: {} ({})", id_.text(),
                    name(written.error().code), written.error().detail);
        // The device keeps what it pushed until it has a verdict, and comes back with it.
        for (Seat* seat : pushing) {
            seat->session().dropPushes();
            seat->end({ErrorCode::busy, "the centre could not write"});
        }
        return;
    }
    for (Seat* seat : pushing)
        seat->session().committed();
    wakeAll();
}

void Centre::wakeAll()
{
    for (Seat* seat : seats_)
        seat->wake();
}

Result<Done> Centre::write(const std::vector<Seat*>& pushing)
{
    const Instant now = clock_.now();
    Result<Transaction> transaction = ledger_.ledger().begin();
    if (!transaction) return transaction.error();
    for (Seat* seat : pushing) {
        if (Result<Done> judged = seat->session().judge(now); !judged) return judged;
    }
    return ledger_.ledger().commit(*transaction);
}

}  // namespace liaison
