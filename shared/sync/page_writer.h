// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "shared/sync/cursor.h"
#include "shared/sync/page.h"
#include "shared/sync/proof.h"

namespace liaison {

/// Builds one page entry by entry, as its reader may see them.
class PageWriter {
public:
    /// Both must outlive the writer.
    PageWriter(CentreLedger& centre, const PageOrder& order) : centre_(centre), order_(order)
    {
        to_ = order.after;
    }

    bool isFull() const { return bytes_ > kPageBytesMax || count_ >= order_.entriesMax; }
    /// Entries that the page may still take, whatever their bytes.
    std::size_t room() const { return order_.entriesMax - std::min(count_, order_.entriesMax); }
    bool isEmpty() const { return count_ == 0; }
    /// The last entry that was added, hidden ones too.
    std::uint64_t to() const { return to_; }

    /// Adds an entry, its verdict alone where the reader wrote it, nothing where the view hides it.
    Result<Done> add(const LedgerEntry& entry);
    /// Where the log stands behind the last entry that was added.
    Cursor cursor() const { return {centre_.standing().epoch, order_.view, to_, running_, {}}; }
    /// The page, with this cursor, sealed, and so many entries to come.
    Result<Page> finish(const Cursor& cursor, std::uint64_t remaining);

private:
    std::string proofOf(const LedgerEntry& entry) const;
    Result<bool> isForReader(const LedgerEntry& entry);
    Result<std::optional<RecordId>> ownerOf(DeviceNumber device);

    CentreLedger& centre_;
    const PageOrder& order_;
    v1::Edits edits_;
    PageProof proof_;
    std::map<DeviceNumber, std::optional<RecordId>> owners_;
    std::string running_;
    std::uint64_t to_ = 0;
    std::size_t bytes_ = 0;
    std::size_t count_ = 0;
    std::uint64_t lastOwnN_ = 0;
};

}  // namespace liaison
