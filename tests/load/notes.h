// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "liaison/v1/care.pb.h"
#include "shared/base/id.h"
#include "tests/support/dice.h"

namespace liaison::load {

/// A record that somebody wrote: its name, when, and what it says.
template <typename Message>
struct Written {
    RecordId id;
    Instant at{};
    Message message;
};

using WrittenPerson = Written<v1::Person>;
using WrittenIntervention = Written<v1::Intervention>;

/// The invented workload of the figures, the same for the same seed: persons, and interventions of
/// some 179 encoded bytes each with a French note of some 120 characters and three small values.
///
/// The notes are put together word by word from lists, with a slip of the thumb here and there, so
/// that they compress about as well as what people write: neither as random letters nor as one
/// sentence said again.
class Notes {
public:
    /// `begin` is when the first of them was written; each later one some minutes after.
    Notes(std::uint64_t seed, Instant begin) : dice_(seed), now_(begin) {}

    WrittenPerson person();
    /// About one of these persons; at least one.
    WrittenIntervention intervention(const std::vector<RecordId>& persons);
    /// When the next thing is written.
    Instant tick();
    Dice& dice() { return dice_; }

private:
    RecordId newId();
    std::string note();
    std::string mistyped(const std::string& text);
    std::string clause();

    Dice dice_;
    Instant now_;
};

}  // namespace liaison::load
