// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/record/record_state.h"

namespace liaison {

/// One value of a field: who wrote it, and the bytes of the field as written. No bytes: the field
/// was emptied.
struct Value {
    Dot dot;
    Stamp shownAs;
    std::string bytes;

    bool isEmptied() const { return bytes.empty(); }
    bool operator==(const Value&) const = default;
};

/// The values that stand for one field, oldest first by (stamp, dot); never none.
struct FieldReading {
    std::vector<Value> values;

    /// The value a screen shows until somebody settles a disagreement.
    const Value& shown() const { return values.back(); }
    /// One value of each content, oldest first: what a person chooses between.
    std::vector<Value> versions() const;
    /// True when nobody who wrote a value saw another one that differs.
    bool isDisputed() const;
    /// The names of all values: what an edit that settles or corrects the field replaces.
    std::vector<Dot> dots() const;
};

/// A record as a person reads it, computed from its state.
class RecordReading {
public:
    explicit RecordReading(const RecordState& state);

    const std::map<std::uint32_t, FieldReading>& fields() const { return fields_; }
    /// Null for a field that nobody ever wrote.
    const FieldReading* field(std::uint32_t number) const;
    /// Fields whose values differ, ascending.
    std::vector<std::uint32_t> disputed() const;
    /// The record message with the shown value of each field; emptied fields are absent.
    std::string shownMessage() const;
    /// The names of all values of all fields.
    std::vector<Dot> dots() const;

private:
    std::map<std::uint32_t, FieldReading> fields_;
};

}  // namespace liaison
