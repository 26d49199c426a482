// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/code_words.h"

#include "shared/care/code_list.h"

namespace liaison {

QString codeWords(const std::string& list, const std::string& code, bool english)
{
    if (code.empty()) return {};
    const Code* known = codeIn(list, code);
    if (known == nullptr) return QString::fromStdString(code);
    const std::string_view words = english ? known->en : known->fr;
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

}  // namespace liaison
