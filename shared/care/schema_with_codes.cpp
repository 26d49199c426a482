// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/care/schema_with_codes.h"

#include "liaison/v1/care.pb.h"
#include "shared/care/code_list.h"

namespace liaison {

const Schema& schemaWithCodes()
{
    static const Schema schema(
        v1::Person::descriptor()->file(),
        [](std::string_view list, std::string_view code) { return codeIn(list, code) != nullptr; });
    return schema;
}

}  // namespace liaison
