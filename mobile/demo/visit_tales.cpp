// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <tuple>

#include "mobile/demo/told_visit.h"

namespace liaison::demo {

namespace {

constexpr std::chrono::days kPlannedAhead{11};
constexpr int kPlanningTime = 16 * 60;
constexpr int kAdmissionEvening = 17 * 60;

Day mondayOf(Day day)
{
    return day - std::chrono::days(weekdayOf(day));
}

/// Each member plans a week on the Thursday twelve days before it, a person's first weeks on the
/// evening of the admission.
Instant plannedAt(const InventedCentre& centre, const Round& round, Day day)
{
    const int minute = static_cast<int>(round.author) * 7;
    const Day admitted =
        centre.today - std::chrono::days(centre.people[round.person].admittedDaysAgo);
    return std::max(at(mondayOf(day) - kPlannedAhead, kPlanningTime + minute),
                    at(admitted, kAdmissionEvening + minute));
}

/// A visit of the calendar, before it is known how it went.
struct Slot {
    const Round* round;
    Day day;
};

std::vector<Slot> calendarOf(const InventedCentre& centre)
{
    std::vector<Slot> slots;
    for (Day day = centre.first; day <= centre.today + std::chrono::days(20);
         day += std::chrono::days(1)) {
        for (const Round& round : centre.rounds) {
            const InventedPerson& person = centre.people[round.person];
            const Day admitted = centre.today - std::chrono::days(person.admittedDaysAgo);
            if (round.weekday != weekdayOf(day) || day <= admitted) continue;
            if (plannedAt(centre, round, day) < centre.now) slots.push_back({&round, day});
        }
    }
    std::stable_sort(slots.begin(), slots.end(), [](const Slot& left, const Slot& right) {
        return std::tie(left.day, left.round->start) < std::tie(right.day, right.round->start);
    });
    return slots;
}

}  // namespace

VisitTales tellVisits(const InventedCentre& centre)
{
    std::map<std::pair<std::size_t, Instant>, Save> plans;
    VisitTales tales;
    VisitTeller teller(centre);
    for (const Slot& slot : calendarOf(centre)) {
        const PlannedVisit visit = teller.plan(*slot.round, slot.day);
        const Instant when = plannedAt(centre, *slot.round, slot.day);
        Save& plan = plans[{slot.round->author, when}];
        plan.author = slot.round->author;
        plan.at = when;
        plan.changes.insert(plan.changes.end(), visit.changes.begin(), visit.changes.end());
        const Instant end = visit.start + std::chrono::minutes(slot.round->length);
        if (end <= centre.doneUntil) {
            tales.saves.push_back(teller.tell(visit, tales.reviewables));
        } else if (slot.day == centre.today) {
            auto calledOff = teller.callOff(visit);
            if (calledOff) tales.saves.push_back(*std::move(calledOff));
        }
    }
    for (auto& [key, plan] : plans) {
        tales.saves.push_back(std::move(plan));
    }
    std::stable_sort(tales.saves.begin(), tales.saves.end(),
                     [](const Save& left, const Save& right) { return left.at < right.at; });
    return tales;
}

}  // namespace liaison::demo
