// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include "mobile/demo/invented_centre.h"

namespace liaison::demo {

/// A visit as its member has planned it.
struct PlannedVisit {
    const Round* round = nullptr;
    Day day;
    Instant start{};
    RecordId record;
    std::vector<RecordId> interventions;  ///< in the order of the round's tasks
    std::vector<Written> changes;
};

/// Tells visits one after the other, in the order of time: what was planned, and how it went.
/// Remembers which falls and hospital stays have been told already.
class VisitTeller {
public:
    explicit VisitTeller(const InventedCentre& centre);

    PlannedVisit plan(const Round& round, Day day);
    /// The one save with which the visitor closes it; adds what a supervisor may review.
    Save tell(const PlannedVisit& visit, std::vector<Reviewable>& reviewables);
    /// The save with which the visitor called it off the evening before, as the person is in
    /// hospital; none when they are not.
    std::optional<Save> callOff(const PlannedVisit& visit) const;

private:
    struct Telling;

    void tellStay(Telling& telling);
    void tellAsPlanned(Telling& telling);
    void tellTasks(Telling& telling);
    void tellFalls(Telling& telling);
    void tellVitals(Telling& telling);
    void tellWords(Telling& telling);
    void addIncident(Telling& telling, v1::Incident incident);
    void addTransmission(Telling& telling, v1::Transmission transmission, Instant at);
    RecordId newId(Instant at);

    const InventedCentre& centre_;
    Dice dice_;
    std::vector<std::size_t> fallsTold_;  ///< of each person
    std::set<std::size_t> staysTold_;
    std::set<std::size_t> returnsTold_;
};

}  // namespace liaison::demo
