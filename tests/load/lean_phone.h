// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "shared/record/edit.h"
#include "tests/load/caller.h"
#include "tests/load/office.h"

namespace liaison::load {

/// The least that still is an honest device: it greets, pushes edits it has written, counts the
/// verdicts, and takes in every page without keeping its entries. No ledger and no disk, so that
/// thousands of them leave the machine to the server.
class LeanPhone : public Caller {
public:
    explicit LeanPhone(const Enrolled& device);

    /// Writes an edit with one change; it is pushed with the others, or at once when connected and
    /// pumped.
    void write(v1::Change change, Instant now);

    /// Welcomed, every edit answered, and the log received as far as the centre had told.
    bool isSettled() const override;
    std::uint64_t written() const { return edits_.size(); }
    std::uint64_t applied() const { return applied_; }
    std::uint64_t refused() const { return refused_; }
    /// Entries of other devices.
    std::uint64_t received() const { return received_; }
    /// When the last of its edits was answered.
    SteadyTime answeredAt() const { return answeredAt_; }
    /// When the last page came.
    SteadyTime receivedAt() const { return receivedAt_; }

protected:
    void beginAnew() override;
    Result<Done> take(const v1::FromCentre& message) override;
    Result<std::optional<v1::FromDevice>> nextMessage() override;

private:
    struct Kept {
        std::string bytes;
        std::string chain;  ///< after it
    };

    v1::FromDevice hello() const;
    std::optional<v1::FromDevice> push();
    Result<Done> takeWelcome(const v1::Welcome& welcome);
    Result<Done> takeEdits(const v1::Edits& edits);
    const std::string& chainAt(std::uint64_t n) const;

    const Enrolled& device_;
    std::vector<Kept> edits_;  ///< edit n at n - 1
    std::string cursor_;
    std::uint64_t applied_ = 0;
    std::uint64_t refused_ = 0;
    std::uint64_t received_ = 0;
    SteadyTime answeredAt_;
    SteadyTime receivedAt_;

    bool isGreeted_ = false;
    bool isWelcomed_ = false;
    bool isPullComplete_ = false;
    std::uint64_t sentN_ = 0;
    std::uint64_t trustedFrom_ = 0;  ///< first n of the push before Welcome; 0: none
};

}  // namespace liaison::load
