// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "shared/base/id.h"
#include "shared/record/schema.h"
#include "tests/support/dice.h"

namespace liaison::sim {

/// Draws what people write: a valid value of a field, by its annotation.
class Values {
public:
    /// Ids of records of a kind that the writer sees.
    using Known = std::function<std::vector<RecordId>(std::uint32_t kind)>;

    /// Every text begins with `mark`, so that its bytes can be found again.
    Values(Dice& dice, std::string mark, Known known)
        : dice_(dice), mark_(std::move(mark)), known_(std::move(known))
    {
    }

    /// The bytes of the field, tag included; none when nothing valid comes to mind.
    std::string of(const KindSchema& kind, const FieldSchema& field, Instant now);
    /// A text of its own.
    std::string text();

private:
    bool add(const google::protobuf::FieldDescriptor& field, const v1::Field& says, Instant now,
             std::string& bytes);

    Dice& dice_;
    std::string mark_;
    Known known_;
    std::uint64_t count_ = 0;
};

}  // namespace liaison::sim
