// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/record/edit.h"
#include "shared/record/record_state.h"

namespace liaison {

/// Adds one edit to the state of a record.
///
/// The values of a field are those written by an edit that no other edit writing that field names
/// in `replaces`. Order, grouping and repetition of edits make no difference to the outcome, and
/// no clock decides what survives. Everything else about sync (retries, reordering, duplicate
/// delivery) is safe only because of that.
///
/// An edit that does not touch the record leaves it as it was. `shownAs` orders what is shown.
RecordState merge(RecordState state, const Edit& edit, Stamp shownAs);

/// The same state with one edit shown under another stamp: the centre's word has come.
RecordState restamped(RecordState state, const Dot& dot, Stamp shownAs);

}  // namespace liaison
