// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "tests/sim/world.h"

namespace liaison::sim {

/// When all is over, a phone may turn out to have lost a record; a day later it compares.
void World::damage()
{
    if (!run_.dice.oneIn(4)) return;
    Phone& phone = *anybody().phone;
    if (!phone.isOpen() || !phone.isJoined() || phone.isRevoked() || phone.disk().isOff()) return;
    phone.disk().calm();
    phone.damageRecord();
    phone.setReachable(false);
    const Instant until = run_.timeline.now() + std::chrono::hours(25);
    while (run_.violations.empty() && run_.timeline.step(until)) {}
}

/// A phone's disk is copied, and both are used.
void World::copyPhone()
{
    if (!faults_.clones || !run_.dice.oneIn(3) || inhabitants_.size() > 5) return;
    Inhabitant& one = anybody();
    Phone& phone = *one.phone;
    if (!phone.isOpen() || !phone.isJoined() || phone.isRevoked()) return;
    run_.count("phones copied");
    Inhabitant copy;
    copy.centre = one.centre;
    copy.role = one.role;
    copy.had = one.had;
    copy.phone = std::make_unique<Phone>(run_, faults_, *centres_[one.centre],
                                         "phone " + std::to_string(names_++));
    copy.author = std::make_unique<Author>(run_, *copy.phone,
                                           markOf(one.centre) + " " + std::to_string(names_));
    copy.phone->become(phone.image());
    copy.phone->setReachable(run_.dice.oneIn(2));
    inhabitants_.push_back(std::move(copy));
}

/// A phone is what an image of it shows that was taken some time ago.
void World::bringBackPhone()
{
    if (!faults_.images) return;
    const auto kept = std::find_if(inhabitants_.begin(), inhabitants_.end(),
                                   [&](auto& each) { return images_.contains(each.phone.get()); });
    const bool hasImage = kept != inhabitants_.end();
    Phone& phone = hasImage ? *kept->phone : *anybody().phone;
    if (!phone.isOpen() || !phone.isJoined() || phone.isRevoked()) return;
    const auto known = images_.find(&phone);
    if (known == images_.end()) {
        images_.emplace(&phone, phone.image());
        return;
    }
    run_.count("phones restored from an older image");
    std::set<Dot> after;
    std::set_difference(phone.held().own().begin(), phone.held().own().end(),
                        known->second.held.own().begin(), known->second.held.own().end(),
                        std::inserter(after, after.end()));
    phone.centre().book().lose(after);
    phone.become(known->second);
    images_.erase(known);
}

/// A centre is what a copy of its file shows that was made some time ago.
void World::bringBackCentre()
{
    if (!faults_.backups) return;
    const std::size_t which = run_.dice.below(centres_.size());
    CentreHost& centre = *centres_[which];
    if (!centre.isUp()) return;
    const auto known = backups_.find(which);
    if (known == backups_.end()) {
        backups_.emplace(which, Backup{centre.disk().image(), numbersOf(which)});
        return;
    }
    // Whoever joined after the copy was made has to be invited again.
    if (known->second.numbers != numbersOf(which)) {
        backups_.erase(known);
        return;
    }
    if (!run_.dice.oneIn(2)) return;
    centre.goBackTo(known->second.disk);
    backups_.erase(known);
}

std::set<DeviceNumber> World::numbersOf(std::size_t centre) const
{
    std::set<DeviceNumber> numbers;
    for (const Inhabitant& one : inhabitants_) {
        if (one.centre == centre) numbers.insert(one.phone->number());
    }
    return numbers;
}

}  // namespace liaison::sim
