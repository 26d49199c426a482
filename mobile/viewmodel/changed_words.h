// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace liaison {

/// A text as rich text in which the words that `other` does not have at their place stand between
/// `<b>` and `</b>`. Everything else that looks like a tag in it is escaped.
///
/// The words that both have in the same order (a longest common subsequence) are not marked. Each
/// run of changed words has its own mark; punctuation that both have ends a run.
QString markedAgainst(const QString& text, const QString& other);

}  // namespace liaison
