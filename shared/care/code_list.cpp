// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/care/code_list.h"

#include <algorithm>
#include <vector>

#include "shared/care/lists.h"

namespace liaison {

std::span<const CodeList> codeLists()
{
    static const std::vector<CodeList> all = [] {
        std::vector<CodeList> lists;
        for (const auto theme : {prestationLists(), visitLists(), personLists(),
                                 transmissionLists(), incidentLists(), accompanimentLists()}) {
            lists.insert(lists.end(), theme.begin(), theme.end());
        }
        return lists;
    }();
    return all;
}

std::span<const Code> codesOf(std::string_view list)
{
    const auto lists = codeLists();
    const auto found = std::find_if(lists.begin(), lists.end(),
                                    [&](const CodeList& one) { return one.name == list; });
    return found == lists.end() ? std::span<const Code>{} : found->codes;
}

const Code* codeIn(std::string_view list, std::string_view code)
{
    const auto codes = codesOf(list);
    const auto found =
        std::find_if(codes.begin(), codes.end(), [&](const Code& one) { return one.code == code; });
    return found == codes.end() ? nullptr : &*found;
}

}  // namespace liaison
