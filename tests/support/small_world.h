// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/ledger/centre_ledger.h"
#include "shared/ledger/device_ledger.h"
#include "shared/sync/centre_session.h"
#include "shared/sync/device_session.h"
#include "shared/sync/join_session.h"
#include "tests/support/temp_folder.h"

namespace liaison::test {

/// A time that moves only when a test moves it.
struct FakeClock {
    Instant now = Instant(std::chrono::milliseconds(1'789'372'800'000));

    void advance(std::chrono::milliseconds by) { now += by; }
};

/// A centre in memory of this process: the real ledger and sessions, no socket.
class SmallCentre {
public:
    SmallCentre(const TempFolder& folder, FakeClock& clock, const Schema& schema);

    CentreLedger& ledger() { return *ledger_; }
    /// Closes and opens the file again, as a restart does.
    void restart();
    /// The same under another schema, as the update of a server does.
    void update(const Schema& schema);
    /// Copies the file as it is now.
    void backUp();
    /// Puts the copy back, as after the loss of a disk.
    void restore();
    /// Copies the files beside the ledger as they are now, and puts that copy back.
    void backUpFiles();
    void restoreFiles();
    MadeInvite invite(Role role, const std::string& familyName);
    std::string digest(Role role);
    FakeClock& clock() { return clock_; }

private:
    std::string path_;
    StoreKey key_ = StoreKey::make();
    FakeClock& clock_;
    const Schema* schema_;
    std::optional<CentreLedger> ledger_;
};

/// A device of that centre: the real ledger, joined by a real invite.
class SmallPhone {
public:
    SmallPhone(const TempFolder& folder, const std::string& name, SmallCentre& centre, Role role,
               const Schema& schema);

    DeviceLedger& ledger() { return *ledger_; }
    void restart();
    /// The same under another schema, as an update of the application does.
    void update(const Schema& schema);
    /// Another phone that starts as a copy of this one, file by file.
    std::unique_ptr<SmallPhone> cloned(const TempFolder& folder);
    /// Sets fields of a record as the form would: what stands now is what the author saw. The
    /// patch is a message of the kind; a null record makes a new one. The record.
    RecordId write(std::uint32_t kind, const google::protobuf::Message& patch,
                   std::optional<RecordId> record = {});
    Result<RecordId> tryWrite(std::uint32_t kind, const google::protobuf::Message& patch,
                              std::optional<RecordId> record = {});
    void clear(const RecordId& record, std::uint32_t field);
    std::string digest();
    /// The shown message of a record; empty when there is none.
    std::string shown(const RecordId& record);
    const RecordId& member() const { return member_; }
    DeviceNumber number() const { return ledger_->standing().number; }

private:
    SmallPhone(const SmallPhone& original, const TempFolder& folder);
    void open();

    std::string path_;
    StoreKey key_ = StoreKey::make();
    FakeClock& clock_;
    const Schema* schema_;
    RecordId member_;
    DeviceNumber number_;
    std::optional<DeviceLedger> ledger_;
};

/// One connection between a phone and the centre. Messages pass in encoded form; a test may cut
/// the line after any number of them.
class SmallLine {
public:
    SmallLine(SmallPhone& phone, SmallCentre& centre) : SmallLine(phone.ledger(), centre) {}
    SmallLine(DeviceLedger& phone, SmallCentre& centre);

    /// Passes messages both ways until neither side has one. False when a side gave up.
    bool run();
    /// Passes at most this many messages, then the line is dead.
    bool runAtMost(int messages);
    bool isSettled() const { return device_.isSettled(); }
    DeviceSession& deviceSession() { return device_; }
    int passed() const { return passed_; }
    const Error& fault() const { return fault_; }
    CentreSession& centreSession() { return centreSession_; }

private:
    bool stepUp();
    bool stepDown();
    bool fail(const Error& error);

    SmallCentre& centre_;
    DeviceSession device_;
    CentreSession centreSession_;
    int passed_ = 0;
    int limit_ = 1'000'000;
    bool failed_ = false;
    Error fault_;
};

/// Connects, exchanges until all is said, disconnects.
void synchronise(DeviceLedger& phone, SmallCentre& centre);
inline void synchronise(SmallPhone& phone, SmallCentre& centre)
{
    synchronise(phone.ledger(), centre);
}

}  // namespace liaison::test
