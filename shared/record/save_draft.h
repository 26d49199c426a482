// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "shared/base/time.h"
#include "shared/record/change_draft.h"

namespace liaison {

/// What one save will write, while somebody is still typing: the touched fields of one or more
/// records. Its bytes survive the program, so that a form opens again as it was left.
struct SaveDraft {
    std::vector<ChangeDraft> changes;
    Instant begunAt{};
    std::string focus;  ///< where the author was

    /// The draft of this record; made when there is none yet.
    ChangeDraft& of(const RecordId& record, std::uint32_t kind);
    const ChangeDraft* find(const RecordId& record) const;
    bool isEmpty() const;

    std::string bytes() const;
    /// `damaged` when the bytes are no draft.
    static Result<SaveDraft> read(std::string_view bytes);
};

}  // namespace liaison
