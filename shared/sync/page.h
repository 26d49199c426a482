// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "liaison/v1/sync.pb.h"
#include "shared/ledger/centre_ledger.h"

namespace liaison {

constexpr std::size_t kPageEntriesMax = 1000;
/// The first page of a conversation: the screen has something at once, and a line that lasts some
/// seconds brings the pull forward. Each page after it has twice as many entries as the one before.
constexpr std::size_t kFirstPageEntriesMax = 250;
constexpr std::size_t kPageBytesMax = 256 * 1024;
/// A page as it is brought back: its edits, with one that ends it, and what each entry says beside.
constexpr std::size_t kWitnessBytesMax = 512 * 1024;

/// Which part of the log a page is cut from, and for whom.
struct PageOrder {
    DeviceNumber reader;
    RecordId member;  ///< whose the reader is
    Role role = v1::ROLE_UNSPECIFIED;
    std::uint64_t after = 0;
    std::uint64_t head = 0;
    std::string view;
    std::uint64_t provenN = 0;  ///< own edits above it were answered on this line, with proofs
    std::size_t entriesMax = kPageEntriesMax;
};

/// A page and the last entry of the log that it accounts for.
struct Page {
    v1::Edits edits;
    std::uint64_t to = 0;
};

/// The next page of the log as a view may see it: each entry once, an edit whole or not at all, own
/// edits as the centre's word on them; what the centre keeps without effect for its author and for
/// supervisors alone. What the view hides is passed over, so a page may be empty and still move the
/// cursor; then it is the last.
Result<Page> pageOf(CentreLedger& centre, const PageOrder& order);

/// An entry as the wire has it, with these bytes of the edit.
v1::Entry entryMessage(const LedgerEntry& entry, std::string bytes, std::string wholeHash);

}  // namespace liaison
