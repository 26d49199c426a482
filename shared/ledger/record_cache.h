// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>

#include "shared/record/record_state.h"

namespace liaison {

/// A record with what its row counts: edits without a verdict, and the place of the last verdict.
struct StoredRecord {
    RecordState state;
    std::int64_t unsent = 0;
    std::optional<std::uint64_t> sequence;
};

/// What one transaction has read of the records and not written since, so that the merge need not
/// read again what the judgement has read. Bounded; it forgets everything at the next transaction.
class RecordCache {
public:
    using Found = std::optional<StoredRecord>;

    /// Begins to answer for this transaction, and forgets those before; 0: there is none, and
    /// nothing is kept.
    void enter(std::uint64_t transaction)
    {
        if (transaction == transaction_) return;
        clear();
        transaction_ = transaction;
    }
    /// What was read of the record; null when nothing was.
    const Found* find(const RecordId& id) const
    {
        const auto read = read_.find(id);
        return read == read_.end() ? nullptr : &read->second;
    }
    /// The same, which is not kept any longer.
    std::optional<Found> take(const RecordId& id)
    {
        auto read = read_.extract(id);
        if (read.empty()) return std::nullopt;
        return std::optional<Found>(std::in_place, std::move(read.mapped()));
    }
    void keep(const RecordId& id, const Found& found)
    {
        if (transaction_ == 0) return;
        bytes_ += found ? found->state.bytesAtMost() : 0;
        if (read_.size() >= kRecordsMax || bytes_ > kBytesMax) {
            read_.clear();
            bytes_ = 0;
        }
        read_.insert_or_assign(id, found);
        if (found) noteThere(id);
    }
    void forget(const RecordId& id)
    {
        read_.erase(id);
        there_.erase(id);
    }
    void noteThere(const RecordId& id)
    {
        if (transaction_ == 0) return;
        if (there_.size() >= kRecordsMax) there_.clear();
        there_.insert(id);
    }
    /// True when the record is known to be there.
    bool isThere(const RecordId& id) const { return there_.contains(id); }
    void clear()
    {
        read_.clear();
        there_.clear();
        bytes_ = 0;
        transaction_ = 0;
    }

private:
    static constexpr std::size_t kRecordsMax = 256;
    static constexpr std::size_t kBytesMax = 1024 * 1024;

    std::map<RecordId, Found> read_;
    std::set<RecordId> there_;
    std::size_t bytes_ = 0;
    std::uint64_t transaction_ = 0;
};

}  // namespace liaison
