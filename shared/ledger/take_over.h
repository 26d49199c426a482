// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "shared/ledger/device_ledger.h"
#include "shared/record/save_draft.h"

namespace liaison {

/// Something of a refused edit that whoever takes it over cannot write, and why.
struct LeftOut {
    RecordId record;          ///< null: a part of the edit that this role does not see
    std::uint32_t kind = 0;   ///< 0: not known
    std::uint32_t field = 0;  ///< 0: all that the edit says of the record
    ErrorCode why = ErrorCode::notAllowed;

    bool operator==(const LeftOut&) const = default;
};

/// What a supervisor writes when she takes a refused edit over.
struct TakeOver {
    SaveDraft draft;  ///< its values as if she had typed them; without any when none can be taken
    std::vector<LeftOut> leftOut;

    /// The changes that save it, as of now.
    std::vector<v1::Change> changes(DeviceLedger& ledger) const;
};

/// Edits of other devices that the centre refused, as far as this role receives them: a supervisor
/// those of everybody. Newest first.
Result<std::vector<LedgerEntry>> refusedOfOthers(DeviceLedger& ledger);

/// The first edit in effect by which another member than its author took this refused one over:
/// one that names it among the values that it replaces. None when nobody did, or when the role of
/// this ledger reads nothing of it.
Result<std::optional<LedgerEntry>> takenOverBy(Ledger& ledger, const Edit& refused);

/// True for a refusal that the centre will look at again by itself.
bool isJudgedAgain(const Verdict& verdict);

/// An edit of this device's own with the values of a refused one, as far as its member may write
/// them. Each field replaces what stands in this ledger, which is what she saw, and the refused
/// value, so that everybody sees what became of it. A void names the values that she saw in the
/// place of those that its author had seen. What cannot be written is listed.
///
/// Fails with `notAllowed` for any role but a supervisor's, `notFound` when the edit is no refused
/// one of another device, `depends` or `newer` when the centre will judge it again by itself, and
/// `alreadyThere` when somebody has taken it over.
Result<TakeOver> takeOver(DeviceLedger& ledger, const Dot& refused);

}  // namespace liaison
