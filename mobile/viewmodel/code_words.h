// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>

namespace liaison {

/// The label of a code in the language of the screen; the code itself when the list, which may be
/// older than who wrote it, does not know it; nothing for no code.
QString codeWords(const std::string& list, const std::string& code, bool english);

}  // namespace liaison
