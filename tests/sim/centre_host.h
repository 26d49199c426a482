// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "shared/ledger/centre_ledger.h"
#include "shared/sync/centre_session.h"
#include "shared/sync/frame.h"
#include "tests/sim/book.h"
#include "tests/sim/line.h"
#include "tests/sim/virtual_disk.h"

namespace liaison::sim {

/// The machine of one centre: its disk, its clock, the ledger, and the sessions of the devices that
/// are connected, driven as the server drives them: one commit for what all of them pushed, and
/// verdicts only after it.
class CentreHost {
public:
    CentreHost(Run& run, const Faults& faults, std::size_t which);

    Book& book() { return book_; }
    VirtualDisk& disk() { return disk_; }
    const std::string& name() const { return name_; }
    bool isUp() const { return ledger_.has_value(); }
    CentreLedger& ledger() { return *ledger_; }
    Instant now() const { return run_.timeline.now() + clockError_; }
    void setClockError(Milliseconds error) { clockError_ = error; }

    /// A device has shown that it holds the key with this SHA-256.
    void accept(const std::shared_ptr<Line>& line, const std::string& pin);
    /// The device may not come any more.
    void revoke(DeviceNumber number);
    /// Its file is an older one from now on.
    void goBackTo(const DiskImage& image);
    /// The program ends in order and begins again.
    void restart();
    /// The power goes; it comes back after a while.
    void cutPower(Milliseconds darkness);
    /// Ends everything if the disk has lost its power meanwhile, and begins again later.
    void checkPower();
    /// Opens the ledger if it is closed. False when it cannot be opened now.
    bool open();
    /// The disk is well from now on, and the program runs.
    void heal();

private:
    struct Seat {
        Seat(CentreLedger& centre, CentreDevice row, std::shared_ptr<Line> wire)
            : line(std::move(wire)),
              session(centre, row, {std::string(32, 'p')}),
              device(row.number)
        {
        }

        std::shared_ptr<Line> line;
        FrameWriter writer;
        FrameReader frames{kFrameBytesMaxGreeting};
        CentreSession session;
        DeviceNumber device;
    };
    using SeatAt = std::shared_ptr<Seat>;

    bool isSeated(const SeatAt& seat) const;
    void hear(const SeatAt& seat, std::string_view bytes);
    Result<Done> take(const SeatAt& seat, const std::string& bytes);
    void pump(const SeatAt& seat);
    void end(const SeatAt& seat, const Error& reason);
    void leave(const SeatAt& seat);
    void scheduleFlush();
    void flush();
    Result<Done> write(const std::vector<SeatAt>& pushing);
    Result<Done> writeRevoked(DeviceNumber number);
    void close();

    Run& run_;
    std::string name_;
    VirtualDisk disk_;
    Book book_;
    Milliseconds clockError_{0};
    std::vector<SeatAt> seats_;
    std::optional<CentreLedger> ledger_;
    bool isFlushDue_ = false;
    std::uint64_t life_ = 0;  ///< counts openings, so that what was due before does not happen
};

}  // namespace liaison::sim
