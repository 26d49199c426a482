// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/result.h"

namespace liaison {

/// The top-level fields of an encoded protobuf message, each with the bytes it was written with:
/// all occurrences of the field in their order, tags included. Ascending, each number once.
///
/// Blind to the schema: a field that this build has never heard of is cut, kept and joined again
/// like any other. Kept in one piece of memory: a patch has few fields, and is cut very often.
class FieldBytes {
public:
    using Field = std::pair<std::uint32_t, std::string>;
    using iterator = std::vector<Field>::iterator;
    using const_iterator = std::vector<Field>::const_iterator;

    FieldBytes() = default;
    FieldBytes(std::initializer_list<Field> fields);

    iterator begin() { return fields_.begin(); }
    iterator end() { return fields_.end(); }
    const_iterator begin() const { return fields_.begin(); }
    const_iterator end() const { return fields_.end(); }
    bool empty() const { return fields_.empty(); }
    std::size_t size() const { return fields_.size(); }

    /// The field's place, or the end when it is not there.
    const_iterator find(std::uint32_t number) const;
    bool contains(std::uint32_t number) const { return find(number) != end(); }
    /// The bytes of a field that is there.
    const std::string& at(std::uint32_t number) const;
    /// The bytes of the field, empty ones put in its place when it was not there.
    std::string& operator[](std::uint32_t number);
    /// True when the field was there.
    bool erase(std::uint32_t number);
    template <class Predicate>
    void eraseIf(Predicate predicate)
    {
        std::erase_if(fields_, predicate);
    }
    /// Adds the fields of `others` that are not here.
    void addMissing(const FieldBytes& others);

    bool operator==(const FieldBytes&) const = default;

private:
    std::vector<Field> fields_;
};

/// Cuts a message into its fields on the wire format alone. Fails with `malformed` on truncated
/// bytes, on groups, on field number 0 and on what is no wire type.
Result<FieldBytes> cutPatch(std::string_view patch);

/// The message with these fields, in ascending order of their numbers.
std::string joinPatch(const FieldBytes& fields);

}  // namespace liaison
