// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/centre_host.h"

#include <algorithm>

#include "shared/sync/judge_again.h"
#include "tests/sim/centre_checks.h"
#include "tests/sim/founded.h"

namespace liaison::sim {

namespace {

using namespace std::chrono_literals;

/// More than this on its way to a device, and its session is not asked for more.
constexpr std::size_t kInFlightMax = 64 * 1024;

}  // namespace

CentreHost::CentreHost(Run& run, const Faults& faults, std::size_t which)
    : run_(run), name_("centre " + std::to_string(which)), disk_(run.dice), book_(run)
{
    disk_.setForgetful(faults.forgetfulSyncs);
    disk_.put(foundedCentre(which));
    open();
}

bool CentreHost::open()
{
    if (ledger_) return true;
    auto opened = CentreLedger::open(kCentreFile, storeKey(), Schema::care(), disk_);
    if (!opened) {
        run_.note(name_, "cannot open", opened.error().detail);
        if (disk_.isOff()) return false;
        if (opened.error().code != ErrorCode::io && opened.error().code != ErrorCode::diskFull) {
            run_.violate("I2", name_ + " cannot be opened: " + opened.error().detail);
        }
        run_.timeline.after(1s, [this] { open(); });
        return false;
    }
    ledger_.emplace(*std::move(opened));
    ++life_;
    if (const auto judged = judgeNewer(*ledger_, run_.timeline.now()); !judged) {
        run_.note(name_, "did not judge again", judged.error().detail);
    }
    if (!book_.isDisturbed()) checkAnswered(run_, logOf(*ledger_), book_, name_);
    return true;
}

void CentreHost::close()
{
    for (const SeatAt& seat : std::exchange(seats_, {})) {
        seat->line->listen(End::centre, {});
        seat->line->cut();
    }
    ledger_.reset();
    isFlushDue_ = false;
    ++life_;
}

void CentreHost::goBackTo(const DiskImage& image)
{
    run_.note(name_, "goes back");
    run_.count("centres restored from an older copy");
    close();
    disk_.put(image);
    book_.goBack();
    if (!open()) checkPower();
}

void CentreHost::restart()
{
    if (!ledger_) return;
    run_.note(name_, "restarts");
    run_.count("restarts of a centre");
    close();
    if (!open()) checkPower();
}

void CentreHost::cutPower(Milliseconds darkness)
{
    if (!disk_.isOff()) disk_.cutPower();
    run_.note(name_, "loses power");
    run_.count("power cuts of a centre");
    close();
    run_.timeline.after(darkness, [this] {
        if (!disk_.isOff()) return;
        disk_.restart();
        if (!open()) checkPower();
    });
}

void CentreHost::checkPower()
{
    if (disk_.isOff()) cutPower(run_.between(1'000, 900'000));
}

void CentreHost::heal()
{
    disk_.calm();
    if (disk_.isOff()) disk_.restart();
    open();
    if (!ledger_) run_.violate("I10", name_ + " does not open on a good disk");
}

void CentreHost::accept(const std::shared_ptr<Line>& line, const std::string& pin)
{
    if (!ledger_) return line->close(End::centre);
    const auto device = ledger_->deviceWithPin(pin);
    if (!device || !*device || (*device)->isRevoked) {
        line->send(End::centre, frameOf(bye({ErrorCode::revoked, "unknown key"})));
        return line->close(End::centre);
    }
    auto seat = std::make_shared<Seat>(*ledger_, **device, line);
    // Logs are short here: in some conversations each page ends early.
    if (run_.dice.oneIn(3)) seat->session.endPagesAt(run_.dice.between(1, 6));
    const std::weak_ptr<Seat> weak = seat;
    const auto with = [this, weak](auto what) {
        const SeatAt there = weak.lock();
        if (there && isSeated(there)) what(there);
        checkPower();
    };
    line->listen(End::centre, {[this, with](std::string_view bytes) {
                                   with([&](const SeatAt& there) { hear(there, bytes); });
                               },
                               [this, with] { with([&](const SeatAt& there) { leave(there); }); },
                               [this, with] { with([&](const SeatAt& there) { pump(there); }); }});
    for (const SeatAt& other : std::vector(seats_)) {
        if (other->device != seat->device) continue;
        run_.count("connections replaced by a newer one");
        end(other, {ErrorCode::replaced, "a newer connection of this device"});
    }
    seats_.push_back(seat);
}

bool CentreHost::isSeated(const SeatAt& seat) const
{
    return std::find(seats_.begin(), seats_.end(), seat) != seats_.end();
}

void CentreHost::leave(const SeatAt& seat)
{
    if (seat->frames.isInsideFrame()) run_.count("cuts inside a frame");
    seat->line->listen(End::centre, {});
    seats_.erase(std::remove(seats_.begin(), seats_.end(), seat), seats_.end());
}

void CentreHost::end(const SeatAt& seat, const Error& reason)
{
    run_.note(name_, "says goodbye", reason.detail);
    seat->line->send(End::centre, frameOf(bye(reason)));
    seat->line->close(End::centre);
    leave(seat);
}

void CentreHost::hear(const SeatAt& seat, std::string_view bytes)
{
    seat->frames.feed(bytes);
    while (isSeated(seat)) {
        const auto next = seat->frames.next();
        if (next && !*next) break;
        const Result<Done> taken = next ? take(seat, **next) : next.error();
        if (!taken) return end(seat, taken.error());
    }
    if (seat->session.hasPushes()) scheduleFlush();
    pump(seat);
    if (!seat->session.takeFileArrival()) return;
    for (const SeatAt& other : std::vector(seats_)) {
        pump(other);
    }
}

Result<Done> CentreHost::take(const SeatAt& seat, const std::string& bytes)
{
    run_.note(name_, "takes", bytes);
    v1::FromDevice message;
    if (Result<Done> parsed = parseMessage(bytes, message); !parsed) return parsed;
    if (Result<Done> received = seat->session.receive(message, now()); !received) return received;
    seat->frames.allow(kFrameBytesMax);
    return done();
}

void CentreHost::pump(const SeatAt& seat)
{
    while (isSeated(seat) && seat->line->inFlight(End::centre) < kInFlightMax) {
        const auto message = seat->session.next(now());
        if (!message) return end(seat, message.error());
        if (!*message) return;
        if ((*message)->has_edits()) run_.count("pages sent");
        seat->line->send(End::centre, seat->writer.frameOf(**message));
    }
}

void CentreHost::scheduleFlush()
{
    if (std::exchange(isFlushDue_, true)) return;
    run_.timeline.after(run_.between(0, 30), [this, life = life_] {
        if (life != life_) return;
        flush();
        checkPower();
    });
}

void CentreHost::flush()
{
    isFlushDue_ = false;
    std::vector<SeatAt> pushing;
    std::copy_if(seats_.begin(), seats_.end(), std::back_inserter(pushing),
                 [](const SeatAt& seat) { return seat->session.hasPushes(); });
    if (pushing.empty()) return;
    if (pushing.size() > 1) run_.count("commits for several devices");
    const Result<Done> written = write(pushing);
    if (disk_.isOff()) return run_.count("crashes inside a transaction of a centre");
    if (!written) {
        run_.count("commits of a centre that failed");
        for (const SeatAt& seat : pushing) {
            seat->session.dropPushes();
            end(seat, {ErrorCode::busy, "the centre could not write"});
        }
        return;
    }
    for (const SeatAt& seat : pushing) {
        seat->session.committed();
    }
    for (const SeatAt& seat : std::vector(seats_)) {
        pump(seat);
    }
}

Result<Done> CentreHost::write(const std::vector<SeatAt>& pushing)
{
    auto transaction = ledger_->ledger().begin();
    if (!transaction) return transaction.error();
    for (const SeatAt& seat : pushing) {
        if (Result<Done> judged = seat->session.judge(now()); !judged) return judged;
    }
    return ledger_->ledger().commit(*transaction);
}

void CentreHost::revoke(DeviceNumber number)
{
    if (!ledger_) return;
    if (writeRevoked(number)) {
        run_.count("devices revoked");
        for (const SeatAt& seat : std::vector(seats_)) {
            pump(seat);
        }
    }
    checkPower();
}

Result<Done> CentreHost::writeRevoked(DeviceNumber number)
{
    auto device = ledger_->device(number);
    if (!device) return device.error();
    if (!*device) return Error{ErrorCode::notFound, "no such device"};
    (*device)->isRevoked = true;
    auto transaction = ledger_->ledger().begin();
    if (!transaction) return transaction.error();
    if (auto kept = ledger_->keepDevice(**device); !kept) return kept;
    return ledger_->ledger().commit(*transaction);
}

}  // namespace liaison::sim
