// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <mutex>

#include "server/centre/centre.h"

namespace liaison {

/// The centres that are open now: each is opened when somebody asks for it and closed when nobody
/// has used it for a while. Any thread.
class Centres {
public:
    /// Opens the ledger of the centre with this id.
    using OpenLedger = std::function<Result<CentreLedger>(const RecordId& id)>;

    Centres(asio::io_context& context, OpenLedger openLedger, const Clock& clock,
            std::shared_ptr<spdlog::logger> log);

    /// The centre, opened if need be; `stopping` once `stop` was called, else the ledger's errors.
    Result<std::shared_ptr<Centre>> open(const RecordId& id);

    /// Lets each open centre do what has to be done now and then.
    void care();

    /// Closes what nobody holds now and nobody held when this was called the last time.
    void closeUnused();

    /// Tells every open centre to stop, and opens none any more.
    void stop();

private:
    struct Entry {
        std::shared_ptr<Centre> centre;
        bool wasUsed = true;
    };

    asio::io_context& context_;
    OpenLedger openLedger_;
    const Clock& clock_;
    std::shared_ptr<spdlog::logger> log_;
    std::mutex mutex_;
    std::map<RecordId, Entry> open_;
    bool isStopping_ = false;
};

}  // namespace liaison
