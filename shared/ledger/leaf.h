// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "shared/ledger/verdict.h"
#include "shared/record/edit.h"

namespace liaison {

/// What an entry of the log says, as 32 bytes: SHA-256 over the edit's dot and hash and the
/// centre's word on it. The place in the log is not part of it, so that the word stands in another
/// log too.
std::string leafOf(const Edit& edit, const Verdict& verdict);

/// What a log adds up to with one more entry: first 8 bytes of SHA-256(before ‖ leaf); the empty
/// log adds up to nothing. Two logs with the same sum at one place are the same up to there.
std::string runningAfter(const std::string& running, const std::string& leaf);

}  // namespace liaison
