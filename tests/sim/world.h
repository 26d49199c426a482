// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "tests/sim/author.h"
#include "tests/sim/centre_checks.h"
#include "tests/sim/founded.h"

namespace liaison::sim {

/// How a world is made.
struct WorldPlan {
    std::uint64_t seed = 0;
    bool isLarge = false;
    bool isTraced = false;
    Faults faults;
};

/// What became of it.
struct Outcome {
    std::vector<std::string> violations;
    Tally tally;
    std::uint64_t traceHash = 0;
};

/// One or two centres and the devices of their people, from one seed: days of work and of faults,
/// then everything heals, and then every promise is looked into.
///
/// A small world has 2 to 4 devices and at most 300 steps; a large one 20 devices and seven days.
class World {
public:
    explicit World(const WorldPlan& plan);

    Outcome run();

private:
    struct Backup {
        DiskImage disk;
        std::set<DeviceNumber> numbers;  ///< of the devices at that time
    };

    struct Inhabitant {
        std::unique_ptr<Phone> phone;
        std::unique_ptr<Author> author;
        v1::Role role = v1::ROLE_UNSPECIFIED;
        std::set<v1::Role> had;  ///< that role and those given later
        std::size_t centre = 0;
    };

    void settleIn();
    void step();
    void moveOn();
    void happenToLines();
    void happenToMachines();
    void happenToDisks();
    void happenToPeople();
    void setWrongClock();
    void changeRole();
    void noteRole(const RecordId& member, v1::Role role);
    void reinstall();
    void copyPhone();
    void bringBackPhone();
    void bringBackCentre();
    std::set<DeviceNumber> numbersOf(std::size_t centre) const;
    /// What every text of a centre's people begins with.
    static std::string markOf(std::size_t centre);
    void revoke();
    void noteRevoked(Phone& phone);
    void heal();
    void damage();
    /// What phones that are there have saved under the number they still bear.
    std::set<Dot> ownIn(std::size_t centre) const;
    bool isQuiet();
    bool hasToCompare();
    RolesByDevice rolesIn(std::size_t centre) const;
    void check();
    void addInhabitant(std::size_t centre, v1::Role role);
    Inhabitant& anybody() { return inhabitants_[run_.dice.below(inhabitants_.size())]; }
    CentreHost& anyCentre() { return *centres_[run_.dice.below(centres_.size())]; }

    Run run_;
    WorldPlan plan_;
    Faults faults_;
    std::vector<std::unique_ptr<CentreHost>> centres_;
    std::vector<Inhabitant> inhabitants_;
    std::vector<Inhabitant> gone_;  ///< their lines may still be heard
    std::map<const Phone*, Phone::Image> images_;
    std::map<std::size_t, Backup> backups_;
    std::size_t names_ = 0;
    VirtualDisk* full_ = nullptr;  ///< one at a time
    std::uint64_t fillings_ = 0;
    bool isAbsent_ = false;
};

/// Runs the world of this plan; alone in its thread.
Outcome runWorld(const WorldPlan& plan);

}  // namespace liaison::sim
