// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>
#include <string>

#include "liaison/v1/sync.pb.h"
#include "shared/ledger/device_ledger.h"

namespace liaison {

/// Once a day, when everything is sent, answered and received, a device compares what its records
/// add up to with what its centre has, and fetches again what differs.
///
/// What the centre sends is put beside what is here; nothing is taken out, and no digest is
/// believed in place of the records. Part of one conversation, driven by its session.
class Comparison {
public:
    static constexpr std::chrono::hours kEvery{24};

    explicit Comparison(DeviceLedger& ledger) : ledger_(ledger) {}

    /// The next message, when the conversation has nothing else to say.
    Result<std::optional<v1::FromDevice>> next(Instant now);
    /// True when the message belongs to a comparison.
    static bool isAbout(const v1::FromCentre& message);
    Result<Done> receive(const v1::FromCentre& message, Instant now);
    /// Nothing was asked that is not answered, and nothing differs that was not fetched.
    bool isSettled() const { return !isAwaited_ && differing_.empty(); }

private:
    bool isDue(Instant now) const;
    Result<Done> compare(const v1::Compared& message, Instant now);
    Result<Done> take(const v1::Slice& message, Instant now);
    Result<Done> finish(Instant now);

    DeviceLedger& ledger_;
    int asked_ = 0;  ///< times in this conversation
    bool isAwaited_ = false;
    std::uint64_t head_ = 0;
    SliceDigests centres_{};
    std::deque<std::uint32_t> differing_;  ///< slices that are still to be fetched
    std::string after_;  ///< the last record that was fetched of the first of them
};

}  // namespace liaison
