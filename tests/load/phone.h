// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "shared/ledger/device_ledger.h"
#include "shared/sync/device_session.h"
#include "tests/load/caller.h"
#include "tests/load/office.h"

namespace liaison::load {

/// A phone as it is shipped, but for the screen: the real ledger on the disk and the real session.
class Phone : public Caller {
public:
    /// Makes the ledger in a folder that is there. Throws when that fails.
    Phone(const Enrolled& device, const std::filesystem::path& folder);

    DeviceLedger& ledger() { return ledger_; }
    /// Saves one change, durably, as it is saved on a phone. Throws when it is refused.
    Dot save(const v1::Change& change, Instant now);
    /// Between these two nothing waits for the disk: for writing a workload, not for measuring it.
    void hurry();
    void takeCare();

    bool isSettled() const override { return session_ && session_->isSettled(); }
    /// Asks the centre whether it is there; `pongs` counts its answers.
    void ping();
    std::uint64_t pongs() const { return pongs_; }

protected:
    void beginAnew() override { session_.emplace(ledger_, "load"); }
    Result<Done> take(const v1::FromCentre& message) override;
    Result<std::optional<v1::FromDevice>> nextMessage() override;

private:
    void execute(std::string_view sql);

    SystemClock clock_;
    DeviceLedger ledger_;
    std::optional<DeviceSession> session_;
    std::uint64_t pongs_ = 0;
};

/// A change that makes a record of this kind with this message.
v1::Change making(const RecordId& record, std::string_view kind,
                  const google::protobuf::Message& message);

}  // namespace liaison::load
