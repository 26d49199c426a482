// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace liaison {

/// One entry of a code list: a stable code, and what people read.
struct Code {
    std::string_view code;
    std::string_view fr;
    std::string_view en;
};

/// A list that a string field of care.proto takes its values from.
struct CodeList {
    std::string_view name;  ///< as the field's annotation names it
    std::span<const Code> codes;
};

/// All lists of this build.
std::span<const CodeList> codeLists();

/// The entries of a list in the order people expect; none for an unknown list.
std::span<const Code> codesOf(std::string_view list);

/// The entry of a code, or null: a newer build may have written it, so it is shown as it stands.
const Code* codeIn(std::string_view list, std::string_view code);

}  // namespace liaison
