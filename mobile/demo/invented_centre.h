// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "mobile/demo/health.h"
#include "mobile/demo/invented_people.h"
#include "mobile/demo/ledger_pen.h"
#include "mobile/demo/rounds.h"
#include "mobile/demo/staff.h"

namespace liaison::demo {

/// A centre that never existed, and what happened in it up to `now`.
struct InventedCentre {
    Dice dice{0};
    Instant now{};
    Day first;  ///< the first day that is told
    Day today;
    Instant doneUntil{};  ///< visits that ended by then have been written; the others are planned
    std::vector<RecordId> members;  ///< Member records, in the order of staff()
    std::vector<InventedPerson> people;
    std::vector<HealthCourse> health;  ///< in the order of people
    std::vector<Round> rounds;
};

/// The centre that these dice give, told over the six months before `now`. Of today, what ended
/// before 10:30 is done.
InventedCentre inventCentre(const Dice& dice, Instant now, std::vector<RecordId> members);

/// Sophie's saves: a person and those around them together, then what changed about them, and what
/// she did on the telephone.
std::vector<Save> personFiles(const InventedCentre& centre);

/// A record that a supervisor may have something to say about.
struct Reviewable {
    std::size_t author = 0;
    RecordId record;
    RecordId person;
    Instant at{};
    std::uint32_t kind = 0;
    bool isSerious = false;
};

/// Everybody's visits, planned and told.
struct VisitTales {
    std::vector<Save> saves;  ///< in the order of time
    std::vector<Reviewable> reviewables;
};
VisitTales tellVisits(const InventedCentre& centre);

/// What the author's ledger shows of a record, by the names of its values.
using DotsOf = std::function<std::vector<Dot>(const Reviewable& record)>;

/// Bénédicte's saves: falls and refusals first, some of the rest, and a few sent back.
std::vector<Save> reviews(const InventedCentre& centre, const std::vector<Reviewable>& written,
                          const DotsOf& dotsOf);

}  // namespace liaison::demo
