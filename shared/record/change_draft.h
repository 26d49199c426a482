// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "shared/record/edit.h"
#include "shared/record/reading.h"

namespace liaison {

/// One field that somebody has touched in a form, and what they saw when they first did.
struct TouchedField {
    std::uint32_t number = 0;
    std::vector<Dot> base;  ///< names of the values shown when the field was first touched
    std::string shown;      ///< bytes of the value shown then; none: the field was empty
    bool disputed = false;  ///< several different values were shown, and one was to be chosen
    std::string now;        ///< bytes the field holds now; none: it has been emptied
};

/// What a form will do to one record when it is saved: the fields its user touched.
///
/// A field that was not touched follows the store and is not part of it. A field that was touched
/// keeps the base of its first touch for as long as the draft lives, so that a value written in
/// between is never replaced unseen.
struct ChangeDraft {
    RecordId record;
    std::uint32_t kind = 0;
    std::vector<TouchedField> fields;

    /// Notes that the field now holds `bytes`; the first call also keeps what `reading` shows.
    void touch(std::uint32_t field, const RecordReading& reading, std::string bytes);
    /// Notes that a value which came after the first touch has been shown as well, and is replaced
    /// by whatever the field holds when it is saved.
    void sawToo(std::uint32_t field, const Dot& dot);
    /// Forgets what was typed in this field; it follows the store again.
    void untouch(std::uint32_t field);
    const TouchedField* touched(std::uint32_t field) const;
};

/// What an own edit without verdict replaced in a field, or nothing when the dot names no such
/// edit. A value that may yet be refused is named together with what it replaced, so that a
/// refusal leaves no value behind that somebody replaced.
using OwnPending = std::function<std::vector<Dot>(const Dot& dot, std::uint32_t field)>;

/// The change that saves this draft: each field whose value differs from what was shown, or that
/// settles a disagreement. Nothing when nothing differs.
std::optional<v1::Change> changeOf(const ChangeDraft& draft, const OwnPending& ownPending);

}  // namespace liaison
