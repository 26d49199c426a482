// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/patch.h"

#include "shared/record/wire.h"

namespace liaison {

Result<FieldBytes> cutPatch(std::string_view patch)
{
    FieldBytes fields;
    WireReader reader(patch);
    WireField field;
    while (true) {
        const auto more = reader.next(field);
        if (!more) return more.error();
        if (!*more) return fields;
        fields[field.number].append(field.whole);
    }
}

std::string joinPatch(const FieldBytes& fields)
{
    std::size_t size = 0;
    for (const auto& [number, bytes] : fields) {
        size += bytes.size();
    }
    std::string patch;
    patch.reserve(size);
    for (const auto& [number, bytes] : fields) {
        patch += bytes;
    }
    return patch;
}

}  // namespace liaison
