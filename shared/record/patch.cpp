// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/patch.h"

#include <algorithm>

#include "shared/base/ensure.h"
#include "shared/record/wire.h"

namespace liaison {

namespace {

bool isBefore(const FieldBytes::Field& field, std::uint32_t number)
{
    return field.first < number;
}

}  // namespace

FieldBytes::FieldBytes(std::initializer_list<Field> fields)
{
    for (const auto& [number, bytes] : fields) {
        (*this)[number] = bytes;
    }
}

FieldBytes::const_iterator FieldBytes::find(std::uint32_t number) const
{
    const auto place = std::lower_bound(begin(), end(), number, isBefore);
    return place != end() && place->first == number ? place : end();
}

const std::string& FieldBytes::at(std::uint32_t number) const
{
    const auto place = find(number);
    ensure(place != end(), "a field that is not there");
    return place->second;
}

std::string& FieldBytes::operator[](std::uint32_t number)
{
    // Fields are written in their order, so that nearly each is a new last one.
    if (fields_.empty() || fields_.back().first < number) {
        return fields_.emplace_back(number, std::string()).second;
    }
    auto place = std::lower_bound(begin(), end(), number, isBefore);
    if (place->first != number) place = fields_.emplace(place, number, std::string());
    return place->second;
}

bool FieldBytes::erase(std::uint32_t number)
{
    const auto place = find(number);
    if (place == end()) return false;
    fields_.erase(place);
    return true;
}

void FieldBytes::addMissing(const FieldBytes& others)
{
    for (const auto& [number, bytes] : others) {
        if (!contains(number)) (*this)[number] = bytes;
    }
}

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
