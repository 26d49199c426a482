// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "mobile/sync/back_off.h"
#include "shared/ledger/device_ledger.h"
#include "shared/sync/device_session.h"
#include "shared/sync/frame.h"
#include "tests/sim/centre_host.h"
#include "tests/sim/held.h"

namespace liaison::sim {

/// The machine of one device: its disk, its clock, the ledger and the session with its centre,
/// driven as the application drives them: it comes back with back-off when a line ends, at once
/// when something is saved or the network appears.
class Phone {
public:
    Phone(Run& run, const Faults& faults, CentreHost& centre, std::string name);

    /// Joins by an invite for a new member with this role; false when the centre cannot now.
    bool join(v1::Role role);
    bool isJoined() const { return number_.value != 0; }
    bool isOpen() const { return ledger_.has_value(); }
    /// Counts how often the program began.
    std::uint64_t life() const { return life_; }
    bool isRevoked() const { return isRevoked_; }
    void setRevoked() { isRevoked_ = true; }
    DeviceLedger& ledger() { return *ledger_; }
    CentreHost& centre() { return centre_; }
    VirtualDisk& disk() { return disk_; }
    DeviceNumber number() const { return number_; }
    const std::optional<RecordId>& member() const { return member_; }
    const std::string& name() const { return name_; }
    v1::Role role() const { return role_; }
    Held& held() { return held_; }
    Instant now() const { return run_.timeline.now() + clockError_; }
    void setClockError(Milliseconds error) { clockError_ = error; }

    /// The network appears, or goes.
    void setReachable(bool isReachable);
    bool isReachable() const { return isReachable_; }
    /// Something was saved: whatever is on the line now gets company.
    void wake();
    /// What happens to lines: broken, silent in one direction, doubled.
    void cutLine();
    void silenceLine(End from);
    void doubleLine();
    /// The program ends in order and begins again.
    void restart();
    void cutPower(Milliseconds darkness);
    void checkPower();
    bool open();
    /// All there is of it at this moment.
    struct Image {
        DiskImage disk;
        Held held;
        DeviceNumber number;
        std::optional<RecordId> member;
        std::string pin;
        v1::Role role;
        bool isComplete;
        std::set<std::string> attached;
    };
    Image image();
    /// Its person was told that these files are kept.
    void noteAttached(const std::string& sha256) { attached_.insert(sha256); }
    const std::set<std::string>& attached() const { return attached_; }
    /// A small file that its records name and that the centre has is not here yet.
    bool lacksFiles();
    /// A record is gone from its disk without a word: comparing has to find it and mend it.
    void damageRecord();
    bool isDamaged() const { return isDamaged_; }
    /// Whether that happened and was not asked for yet.
    bool takeDamage() { return std::exchange(hasNewDamage_, false); }
    /// Is what this image shows from now on: a copy of another one, or an older one.
    void become(const Image& image);
    /// The phone is gone for ever: nobody opens it again, whatever its disk still holds.
    void leave();
    /// Disk and network are well from now on, and the program runs.
    void heal();
    bool isOnline() const { return session_ && session_->isWelcomed(); }
    /// Connected, everything answered, everything received.
    bool isSettled();
    /// Why it is not settled, for a report.
    std::string state();

private:
    /// Both directions of one line, as frames.
    struct Wire {
        FrameWriter out;
        FrameReader in{kFrameBytesMaxGreeting};
    };

    void connect();
    void hear(std::string_view bytes);
    Result<Done> take(const std::string& bytes);
    void noteAnswers(const v1::FromCentre& message);
    void noteKeptAnswers();
    void pump();
    void lineClosed(const Error& reason);
    bool mayGoOnAnew(ErrorCode code);
    void goOnAnew();
    void noteNumber();
    void beginAnew();
    void noteJoined();
    bool notJoined(const Error& error);
    void dropLine();
    void close();
    void noteLoss();
    void noteFiles(const v1::FromCentre& message);
    void checkGiven(const v1::FileChunk& chunk);
    void noteSlice(const v1::FromCentre& message);
    /// Bytes of a file that changed where no checksum of a line looks.
    std::string damaged(std::string bytes);

    Run& run_;
    const Faults& faults_;
    CentreHost& centre_;
    std::string name_;
    VirtualDisk disk_;
    BackOff backOff_;
    Held held_;
    DeviceNumber number_{};
    std::optional<RecordId> member_;
    struct Joining {
        std::string pin;
        RecordId member;
        v1::Role role;
    };
    std::optional<Joining> joining_;  ///< the last that the centre has let in here
    std::string pin_;
    int replacements_ = 0;  ///< by newer lines of this device that are not its own
    std::string nextPin_;   ///< of the key that it goes on under when it has been copied
    v1::Role role_ = v1::ROLE_UNSPECIFIED;
    Milliseconds clockError_{0};
    bool isReachable_ = false;
    bool isRevoked_ = false;
    bool isGone_ = false;
    bool isDamaged_ = false;  ///< lost a record without a word
    bool hasNewDamage_ = false;
    bool isComplete_ = false;  ///< has been sent all there was
    std::set<std::string> attached_;
    std::string sendingFile_;  ///< the last that the centre spoke of on this line
    std::optional<DeviceLedger> ledger_;
    std::optional<DeviceSession> session_;
    std::shared_ptr<Line> line_;
    Wire wire_;
    std::uint64_t attempt_ = 0;  ///< counts lines, so that what was due for an older one is not
    std::uint64_t life_ = 0;
};

}  // namespace liaison::sim
