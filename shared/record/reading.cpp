// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/reading.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "shared/record/patch.h"

namespace liaison {

std::vector<Value> FieldReading::versions() const
{
    std::vector<Value> versions;
    // Newest first, so that of equal values the one that is shown speaks for them.
    for (auto value = values.rbegin(); value != values.rend(); ++value) {
        const bool known = std::any_of(versions.begin(), versions.end(), [&](const Value& other) {
            return other.bytes == value->bytes;
        });
        if (!known) versions.insert(versions.begin(), *value);
    }
    return versions;
}

bool FieldReading::isDisputed() const
{
    return std::any_of(values.begin(), values.end(),
                       [&](const Value& value) { return value.bytes != values.front().bytes; });
}

std::vector<Dot> FieldReading::dots() const
{
    std::vector<Dot> dots;
    for (const Value& value : values) {
        dots.push_back(value.dot);
    }
    std::sort(dots.begin(), dots.end());
    return dots;
}

RecordReading::RecordReading(const RecordState& state)
{
    for (const Standing& edit : state.standing) {
        auto fields = cutPatch(edit.patch);
        ensure(bool(fields), "a stored patch cannot be cut");
        for (auto& [number, bytes] : *fields) {
            fields_[number].values.push_back({edit.dot, edit.shownAs, std::move(bytes)});
        }
        for (const std::uint32_t number : edit.cleared) {
            fields_[number].values.push_back({edit.dot, edit.shownAs, {}});
        }
    }
    for (auto& [number, field] : fields_) {
        std::sort(field.values.begin(), field.values.end(), [](const Value& a, const Value& b) {
            return std::tie(a.shownAs, a.dot) < std::tie(b.shownAs, b.dot);
        });
    }
}

const FieldReading* RecordReading::field(std::uint32_t number) const
{
    const auto found = fields_.find(number);
    return found == fields_.end() ? nullptr : &found->second;
}

std::vector<std::uint32_t> RecordReading::disputed() const
{
    std::vector<std::uint32_t> numbers;
    for (const auto& [number, field] : fields_) {
        if (field.isDisputed()) numbers.push_back(number);
    }
    return numbers;
}

std::string RecordReading::shownMessage() const
{
    std::string message;
    for (const auto& [number, field] : fields_) {
        message += field.shown().bytes;
    }
    return message;
}

std::vector<Dot> RecordReading::dots() const
{
    std::set<Dot> dots;
    for (const auto& [number, field] : fields_) {
        for (const Value& value : field.values) {
            dots.insert(value.dot);
        }
    }
    return {dots.begin(), dots.end()};
}

}  // namespace liaison
