// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/world.h"

#include <algorithm>
#include <utility>

#include "tests/sim/file_checks.h"
#include "tests/sim/phone_checks.h"

namespace liaison::sim {

namespace {

using namespace std::chrono_literals;

}  // namespace

std::string World::markOf(std::size_t centre)
{
    return centre == 0 ? "Tilleuls" : "Bruyeres";
}

World::World(const WorldPlan& plan)
    : run_(plan.seed, plan.isTraced), plan_(plan), faults_(plan.faults)
{
}

Outcome World::run()
{
    settleIn();
    const std::size_t steps =
        plan_.isLarge ? run_.dice.between(1'500, 2'500)
                      : std::min(run_.dice.between(40, 300), run_.dice.between(40, 300));
    for (std::size_t i = 0; i < steps && run_.violations.empty(); ++i) {
        moveOn();
        step();
    }
    if (run_.violations.empty()) heal();
    if (run_.violations.empty()) check();
    return {run_.violations, run_.tally, run_.trace.hash()};
}

void World::settleIn()
{
    const std::size_t centres = run_.dice.oneIn(5) ? 2 : 1;
    for (std::size_t i = 0; i < centres; ++i) {
        centres_.push_back(std::make_unique<CentreHost>(run_, faults_, i));
    }
    const std::size_t phones = plan_.isLarge ? 20 : run_.dice.between(2, 4);
    constexpr std::array kRoles = {v1::ROLE_SUPERVISOR, v1::ROLE_NURSE, v1::ROLE_AIDE};
    for (std::size_t i = 0; i < phones; ++i) {
        const v1::Role role = i < 2 ? kRoles[i] : kRoles[run_.dice.below(3)];
        addInhabitant(i % centres, role);
    }
}

void World::addInhabitant(std::size_t centre, v1::Role role)
{
    Inhabitant one;
    one.phone = std::make_unique<Phone>(run_, faults_, *centres_[centre],
                                        "phone " + std::to_string(names_++));
    one.author =
        std::make_unique<Author>(run_, *one.phone, markOf(centre) + " " + std::to_string(names_));
    one.role = role;
    one.centre = centre;
    one.had.insert(role);
    static_cast<void>(one.phone->join(role));
    centres_[centre]->checkPower();
    one.phone->checkPower();
    one.phone->setReachable(run_.dice.oneIn(2));
    inhabitants_.push_back(std::move(one));
}

/// Lets what is due happen until the next step.
void World::moveOn()
{
    Milliseconds gap = run_.between(100, 20'000);
    if (run_.dice.oneIn(8)) gap = run_.between(60'000, 3'600'000);
    if (run_.dice.oneIn(60)) gap = run_.between(3'600'000, 86'400'000);
    if (plan_.isLarge) gap = gap / 2;
    if (faults_.absence && !isAbsent_ && run_.dice.oneIn(400)) {
        isAbsent_ = true;
        gap = 24h * 400;
        run_.count("absences of 400 days");
    }
    // Nobody works through a night, and a back-off that goes on for a year shows nothing new.
    for (Inhabitant& one : inhabitants_) {
        if (gap > 1h) one.phone->setReachable(false);
    }
    const Instant until = run_.timeline.now() + gap;
    while (run_.violations.empty() && run_.timeline.step(until)) {}
}

void World::step()
{
    if (run_.dice.below(100) < 66) return anybody().author->act();
    switch (run_.dice.below(4)) {
        case 0:
            return happenToLines();
        case 1:
            return happenToMachines();
        case 2:
            return happenToDisks();
        default:
            return happenToPeople();
    }
}

void World::happenToLines()
{
    Phone& phone = *anybody().phone;
    if (run_.dice.oneIn(2)) return phone.setReachable(!phone.isReachable());
    if (!faults_.badLines) return;
    switch (run_.dice.below(4)) {
        case 0:
            return phone.silenceLine(run_.dice.oneIn(2) ? End::phone : End::centre);
        case 1:
            return phone.doubleLine();
        default:
            return phone.cutLine();
    }
}

void World::happenToMachines()
{
    if (faults_.restarts && run_.dice.oneIn(3)) {
        if (run_.dice.oneIn(3)) return anyCentre().restart();
        return anybody().phone->restart();
    }
    if (!faults_.powerCuts) return;
    const std::size_t operations = run_.dice.below(60);
    const bool isNow = run_.dice.oneIn(4);
    if (run_.dice.oneIn(3)) {
        CentreHost& centre = anyCentre();
        if (!isNow) return centre.disk().cutPowerAfter(operations);
        if (centre.isUp()) centre.cutPower(run_.between(1'000, 900'000));
    } else {
        Phone& phone = *anybody().phone;
        if (!isNow) return phone.disk().cutPowerAfter(operations);
        if (phone.isOpen()) phone.cutPower(run_.between(1'000, 7'200'000));
    }
}

void World::happenToDisks()
{
    VirtualDisk& disk = run_.dice.oneIn(3) ? anyCentre().disk() : anybody().phone->disk();
    if (run_.dice.oneIn(2)) {
        if (faults_.diskErrors) disk.failAfter(run_.dice.below(30));
        return;
    }
    if (!faults_.fullDisks) return;
    if (run_.dice.oneIn(2) || full_ != nullptr) {
        if (full_ != nullptr) std::exchange(full_, nullptr)->giveRoom();
        return;
    }
    disk.limitRoom(run_.dice.below(30'000));
    full_ = &disk;
    const std::uint64_t filling = ++fillings_;
    run_.timeline.after(run_.between(60'000, 1'800'000), [this, filling] {
        if (filling == fillings_ && full_ != nullptr) std::exchange(full_, nullptr)->giveRoom();
    });
}

void World::happenToPeople()
{
    switch (run_.dice.below(12)) {
        case 0:
            return revoke();
        case 1:
            return reinstall();
        case 6:
            return changeRole();
        case 7:
            return copyPhone();
        case 8:
            return bringBackPhone();
        case 9:
            return bringBackCentre();
        case 2:
        case 3:
        case 4:
            return setWrongClock();
        case 5:
            if (faults_.wrongClocks) anyCentre().setClockError(run_.between(-3'600'000, 3'600'000));
            return;
        default: {
            Inhabitant& one = anybody();
            Phone& phone = *one.phone;
            if (!phone.isOpen()) return;
            if (phone.isJoined()) return phone.held().look(phone.ledger());
            static_cast<void>(phone.join(one.role));
            phone.centre().checkPower();
            return phone.checkPower();
        }
    }
}

void World::setWrongClock()
{
    if (!faults_.wrongClocks) return;
    constexpr std::int64_t kYears = 10ll * 365 * 86'400'000;
    constexpr std::array<std::int64_t, 6> kErrors = {-kYears,   kYears, -3'600'000,
                                                     3'600'000, 0,      61'000};
    anybody().phone->setClockError(Milliseconds(kErrors[run_.dice.below(kErrors.size())]));
    run_.count("clocks set wrong");
}

void World::revoke()
{
    if (!faults_.revoked || !run_.dice.oneIn(6) || inhabitants_.size() < 3) return;
    Phone& phone = *anybody().phone;
    if (!phone.isJoined() || phone.isRevoked() || !phone.centre().isUp()) return;
    phone.centre().revoke(phone.number());
    noteRevoked(phone);
}

/// A revocation that could not be told may have been kept all the same.
void World::noteRevoked(Phone& phone)
{
    if (!phone.isJoined() || !phone.centre().isUp()) return;
    const auto row = phone.centre().ledger().device(phone.number());
    if (row && *row && (*row)->isRevoked) phone.setRevoked();
}

/// A supervisor gives another member of the centre a role.
void World::changeRole()
{
    if (!faults_.roles) return;
    Inhabitant& by = anybody();
    Inhabitant& of = anybody();
    if (by.role != v1::ROLE_SUPERVISOR || by.centre != of.centre || &by == &of) return;
    if (!by.phone->isOpen() || !by.phone->isJoined() || !of.phone->isOpen()) return;
    if (!of.phone->isJoined()) return;
    const auto role = static_cast<v1::Role>(run_.dice.between(1, 3));
    const RecordId member = of.phone->ledger().standing().member;
    // Also where the save fails: a commit that was told as failed may be found by a power cut.
    noteRole(member, role);
    if (!by.author->giveRole(member, role)) return;
    run_.count("roles changed");
    if (!of.phone->ledger().isAllAnswered()) run_.count("roles changed with unsent edits");
    by.phone->wake();
}

/// A member and her role are the same on every copy of her phone.
void World::noteRole(const RecordId& member, v1::Role role)
{
    for (auto* people : {&inhabitants_, &gone_}) {
        for (Inhabitant& one : *people) {
            if (one.phone->member() == member) one.had.insert(role);
        }
    }
}

/// The phone is lost with all it had not sent; its owner gets another one and a new invite.
void World::reinstall()
{
    if (!faults_.reinstalled || !run_.dice.oneIn(4)) return;
    Inhabitant& one = anybody();
    if (!one.phone->isJoined() || one.phone->isRevoked() || !centres_[one.centre]->isUp()) return;
    run_.count("phones reinstalled");
    if (full_ == &one.phone->disk()) full_ = nullptr;
    one.phone->leave();
    centres_[one.centre]->book().lose(one.phone->held().own());
    gone_.push_back(std::move(one));
    const std::size_t centre = gone_.back().centre;
    const v1::Role role = gone_.back().role;
    inhabitants_.erase(std::find_if(inhabitants_.begin(), inhabitants_.end(),
                                    [](const Inhabitant& each) { return !each.phone; }));
    addInhabitant(centre, role);
}

void World::heal()
{
    damage();
    run_.note("world", "heals");
    faults_.badLines = false;
    faults_.corruption = false;
    for (const auto& centre : centres_) {
        centre->heal();
    }
    for (Inhabitant& one : inhabitants_) {
        noteRevoked(*one.phone);
        one.phone->heal();
        if (one.phone->isJoined() || !run_.violations.empty()) continue;
        if (!one.phone->join(one.role)) run_.violate("I10", one.phone->name() + " cannot join");
        one.phone->wake();
    }
    constexpr int kSlices = 720;
    for (int i = 0; i < kSlices && run_.violations.empty(); ++i) {
        const Instant until = run_.timeline.now() + 10s;
        while (run_.timeline.step(until)) {}
        if (isQuiet() && !hasToCompare()) return;
    }
    for (Inhabitant& one : inhabitants_) {
        if (!one.phone->isRevoked() && !one.phone->isSettled()) {
            run_.violate("I10", "does not become quiet: " + one.phone->state());
        }
    }
}

/// While others write, a phone may give up comparing until its next line: it gets another one.
bool World::hasToCompare()
{
    bool has = false;
    for (Inhabitant& one : inhabitants_) {
        if (!one.phone->takeDamage()) continue;
        one.phone->heal();
        has = true;
    }
    return has;
}

bool World::isQuiet()
{
    return std::all_of(inhabitants_.begin(), inhabitants_.end(), [](Inhabitant& one) {
        return one.phone->isRevoked() || one.phone->isSettled();
    });
}

RolesByDevice World::rolesIn(std::size_t centre) const
{
    RolesByDevice roles;
    for (const auto* people : {&inhabitants_, &gone_}) {
        for (const Inhabitant& one : *people) {
            if (one.centre != centre) continue;
            for (const DeviceNumber number : one.phone->held().numbers()) {
                roles[number].insert(one.had.begin(), one.had.end());
            }
        }
    }
    return roles;
}

/// The present numbers of the phones that still talk to this centre.
std::set<Dot> World::ownIn(std::size_t centre) const
{
    std::set<Dot> all;
    for (const Inhabitant& one : inhabitants_) {
        if (one.centre != centre || one.phone->isRevoked()) continue;
        for (const Dot& dot : one.phone->held().own()) {
            if (dot.device == one.phone->number()) all.insert(dot);
        }
    }
    return all;
}

void World::check()
{
    std::vector<Holdings> held(centres_.size());
    for (std::size_t i = 0; i < centres_.size(); ++i) {
        CentreHost& centre = *centres_[i];
        for (Inhabitant& one : inhabitants_) {
            if (one.centre == i && one.phone->isRevoked()) {
                // Nobody mends what the disk of a revoked phone lost.
                if (!one.phone->isDamaged()) one.phone->held().look(one.phone->ledger());
                centre.book().lose(one.phone->held().own());
            }
        }
        const Log log = logOf(centre.ledger());
        checkAnswered(run_, log, centre.book(), centre.name());
        checkLog(run_, centre.ledger(), log, centre.book(), centre.name());
        checkWitnessed(run_, log, ownIn(i), centre.book(), centre.name());
        checkVerdicts(run_, log, rolesIn(i), centre.book(), centre.name());
        held[i].applied = appliedIn(log, centre.book());
        checkRecords(run_, centre.ledger(), held[i].applied, centre.name());
        if (centres_.size() > 1) {
            checkTenant(run_, centre.disk(), centre.name(), markOf(1 - i));
        }
    }
    for (std::size_t i = 0; i < centres_.size(); ++i) {
        std::vector<Phone*> phones;
        for (Inhabitant& one : inhabitants_) {
            if (one.centre == i && !one.phone->isRevoked()) phones.push_back(one.phone.get());
        }
        checkFiles(run_, *centres_[i], phones);
    }
    for (Inhabitant& one : inhabitants_) {
        if (!one.phone->isRevoked()) {
            checkPhone(run_, *one.phone, held[one.centre], one.had.size() > 1);
        }
        if (centres_.size() > 1) {
            checkTenant(run_, one.phone->disk(), one.phone->name(), markOf(1 - one.centre));
        }
    }
}

Outcome runWorld(const WorldPlan& plan)
{
    static_cast<void>(foundedCentre(0));
    static_cast<void>(foundedPhone());
    sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, static_cast<int>(plan.seed), nullptr);
    SeededRandomness random(plan.seed);
    const ReplacedRandomness replaced(random);
    World world(plan);
    return world.run();
}

}  // namespace liaison::sim
