// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/invented_centre.h"

#include <algorithm>

namespace liaison::demo {

namespace {

constexpr std::size_t kPeople = 40;
constexpr std::chrono::days kMonthsTold{183};
constexpr int kMorning = 10 * 60 + 30;

}  // namespace

InventedCentre inventCentre(const Dice& dice, Instant now, std::vector<RecordId> members)
{
    InventedCentre centre;
    centre.dice = dice;
    centre.now = now;
    centre.today = dayOf(now);
    centre.first = centre.today - kMonthsTold;
    centre.doneUntil = std::min(now, at(centre.today, kMorning));
    centre.members = std::move(members);
    centre.people = inventPeople(dice, now, kPeople);
    centre.health.reserve(centre.people.size());
    for (std::size_t i = 0; i < centre.people.size(); ++i) {
        centre.health.emplace_back(centre.people[i], i, centre.first, centre.today, dice);
    }
    centre.rounds = planRounds(centre.people, weekdayOf(centre.today), dice);
    return centre;
}

}  // namespace liaison::demo
