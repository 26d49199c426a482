// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <spdlog/logger.h>

#include <memory>
#include <vector>

#include "server/centre/seat.h"
#include "server/net/asio.h"
#include "shared/base/time.h"
#include "shared/ledger/centre_ledger.h"

namespace liaison {

/// One centre at work: its ledger, the devices that are connected, and the strand that all of it
/// happens on, so that nothing of a centre needs a lock.
///
/// Group commit: what all its devices pushed since the last commit is judged and written in one
/// transaction, with one fsync. Only then do the verdicts exist and do the other devices get it.
/// Except for `strand`, `care` and `stop`, everything is called on the strand.
class Centre : public std::enable_shared_from_this<Centre> {
public:
    Centre(asio::io_context& context, CentreLedger ledger, const Clock& clock,
           std::shared_ptr<spdlog::logger> log);

    const Strand& strand() const { return strand_; }
    CentreLedger& ledger() { return ledger_; }
    const RecordId& id() const { return id_; }

    /// Takes a seat in. An older seat of the same device is told `replaced` and counts no longer;
    /// a centre that is being stopped tells the new one `stopping`.
    void enter(Seat& seat);
    /// The seat is about to go. Harmless for one that counts no longer.
    void leave(Seat& seat);

    /// A seat has pushes: they are written once everything that is already there has been read.
    void scheduleFlush();
    /// The same for pushes behind which more are on their way: a few milliseconds later, with what
    /// has come by then.
    void gather();

    /// The ledger has changed beside the sessions: each looks whether it has something to say.
    void wakeAll();

    /// What has to be done now and then: files that no record names go. Any thread.
    void care();

    /// Writes what was pushed, then says goodbye to every device, now and from now on. Any thread.
    void stop();

private:
    void flush();
    Result<Done> write(const std::vector<Seat*>& pushing);

    Strand strand_;
    CentreLedger ledger_;
    const RecordId id_;
    const Clock& clock_;
    std::shared_ptr<spdlog::logger> log_;
    std::vector<Seat*> seats_;
    asio::steady_timer gathering_;
    bool isGathering_ = false;
    bool isFlushDue_ = false;
    bool isStopping_ = false;
};

}  // namespace liaison
