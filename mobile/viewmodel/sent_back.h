// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mobile/viewmodel/workplace.h"

namespace liaison {

/// A record that a supervisor sent back to the member of this phone, who made it.
struct SentBack {
    RecordId review;
    RecordId record;
    const KindSchema* kind = nullptr;
    const FieldSchema* field = nullptr;  ///< the one it is about; null: the record as a whole
    RecordId person;                     ///< whom the record is about; null without one
    Instant at{};
    QString by;       ///< who sent it back
    QString comment;  ///< as written; may be empty
};

/// What was sent back to the member and waits for them: the last word on each of their records, as
/// long as it is "sent back" and they have not written to the record since it came here. Newest
/// first; empty when the ledger cannot be read.
std::vector<SentBack> sentBackToMember(Workplace& workplace);

}  // namespace liaison
