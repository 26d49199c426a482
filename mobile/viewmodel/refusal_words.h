// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "mobile/viewmodel/workplace.h"
#include "shared/record/patch.h"

namespace liaison {

/// A refused edit in words: what it was about, why it was not kept, and what there is to do.
struct RefusalWords {
    Instant at{};  ///< when the centre said so, or when somebody took it over
    QString icon;
    QString tone;
    QString what;      ///< what became of it
    QString title;     ///< the person, or the kind of the record
    QString sentence;  ///< which field, why, and the text that is safe here
    QString action;
    QString otherAction;  ///< where there is a choice
};

/// Of an own edit.
RefusalWords refusalWords(const LedgerEntry& entry, Workplace& workplace);

/// Of somebody else's, for a supervisor: who wrote it, and what she could not take over of it.
RefusalWords refusalOfOtherWords(const LedgerEntry& entry, Workplace& workplace);

/// What of a refused edit can be written anew: the fields of the change it was refused for that the
/// member may write. None when nothing of it can, or when the centre will judge it again by itself.
struct RefusedForm {
    RecordId record;
    std::uint32_t kind = 0;
    FieldBytes fields;
};

std::optional<RefusedForm> refusedForm(const LedgerEntry& entry, Workplace& workplace);

}  // namespace liaison
