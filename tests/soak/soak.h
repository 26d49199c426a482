// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <iosfwd>

#include "tests/soak/counts.h"
#include "tests/soak/place.h"
#include "tests/support/dice.h"

namespace liaison::soak {

/// How much of everything.
struct Plan {
    int cycles = 500;     ///< kill -9 of the server or of a device
    int cuts = 200;       ///< of the line at random bytes, beside those at every message boundary
    int stormEvery = 4;   ///< cycles from one stop, loss or full disk to the next
    int agreeEvery = 10;  ///< cycles from one comparison of all digests to the next
    int deadEvery = 100;  ///< cycles from one connection that dies without a word to the next
    std::uint64_t seed = 1;
};

/// Real processes through everything that a bad day has: they are killed between push and verdict,
/// while they pull, while they save and anywhere else; the line loses, delays and breaks; the
/// system stops them; their disks fill up. After each blow every queue has to empty, and at the end
/// every device has to show every save that was reported, once.
class Soak {
public:
    Soak(const Plan& plan, std::ostream& progress);

    /// Plays it all. Stops early, with a violation, when something hangs or cannot be understood.
    Counts run();

private:
    /// Where a kill falls.
    enum class Moment {
        halfPushed,    ///< a part of the push has reached the server
        committed,     ///< the server has the push on its disk, the phone knows nothing of it
        anywhere,      ///< of a push and its answer
        whilePulling,  ///< another phone, in the middle of what it receives
        saving         ///< the program that saves
    };
    struct Kill {
        Moment moment;
        bool isOfServer;
    };

    void playAll();
    void playCycles();
    void playCuts();

    void play(const Kill& kill);
    void killSaving();
    bool waitForMoment(Moment moment, std::uint64_t bytes, const json& standing);
    e2e::Weather weatherFor(Moment moment, std::uint64_t bytes) const;
    std::uint64_t bytesFor(Moment moment);
    Kill nextKill();

    void storm();
    void stopServer();
    void stopDevice();
    void loseLine();
    void dieSilently();
    void fillServer();
    void fillDevice();

    /// What one exchange that nothing disturbs carries.
    e2e::Traffic exchange(bool isPush);
    void cutAtRecords(bool isPush);
    void cutAtByte();
    /// One exchange over a line that breaks so; true when it did break.
    bool cut(const e2e::Weather& weather, bool isPush);

    Phone& writer() { return place_.phones[writer_]; }
    Phone& other() { return place_.phones[(writer_ + 1) % place_.phones.size()]; }
    /// Saves one edit on a phone, with a long text that does not compress; false when its disk is
    /// full.
    bool save(Phone& phone);
    std::string noise(std::size_t characters);
    /// The line is whole again, and the server is there: everybody's queue has to empty.
    void drainSince(Place::Clock::time_point back);
    void agree();
    void startServer();
    void compare();
    void tell(const std::string& what);

    Plan plan_;
    std::ostream& progress_;
    Dice dice_;
    Place place_;
    Notebook notebook_;
    Counts counts_;
    std::vector<Kill> deck_;
    std::size_t writer_ = 0;
    int storms_ = 0;
    std::uint64_t pushBytesUp_ = 0;  ///< of an undisturbed exchange that pushes one save
    std::uint64_t pushBytesDown_ = 0;
    std::uint64_t pullBytesDown_ = 0;  ///< of one that receives one save
};

}  // namespace liaison::soak
