// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/phone.h"

#include <algorithm>
#include <utility>

#include "shared/base/bytes.h"
#include "shared/base/sha256.h"
#include "shared/sync/join_session.h"
#include "tests/sim/founded.h"

namespace liaison::sim {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kInFlightMax = 64 * 1024;
const std::vector<std::string> kPins = {std::string(32, 'p')};

bool isRefusal(ErrorCode code)
{
    return code == ErrorCode::revoked || code == ErrorCode::protocolVersion ||
           code == ErrorCode::forked || code == ErrorCode::locked || code == ErrorCode::newer;
}

}  // namespace

Phone::Phone(Run& run, const Faults& faults, CentreHost& centre, std::string name)
    : run_(run),
      faults_(faults),
      centre_(centre),
      name_(std::move(name)),
      disk_(run.dice),
      backOff_(1s, 5min, [&run] { return static_cast<double>(run.dice.below(1000)) / 1000; }),
      held_(run, centre.book(), name_)
{
    disk_.setForgetful(faults.forgetfulSyncs);
    disk_.put(foundedPhone());
    open();
}

bool Phone::join(v1::Role role)
{
    if (!centre_.isUp() || !ledger_) return false;
    CentreLedger& centre = centre_.ledger();
    const auto made = invite(centre, role, name_, "", centre_.now(), centre_.now() + 15min);
    if (!made) return notJoined(made.error());
    const std::string pin = sha256(name_ + randomBytes(8));
    v1::Join message;
    message.set_invite(made->stored.id);
    message.set_secret(made->secret);
    message.set_device_name(name_);
    auto joined = liaison::join(centre, message, pin, kPins, centre_.now());
    if (joined && run_.dice.oneIn(4)) {
        run_.count("joins repeated after a lost answer");
        joined = liaison::join(centre, message, pin, kPins, centre_.now());
    }
    if (!joined) return notJoined(joined.error());
    joining_ = {pin, *RecordId::fromBytes(joined->member()), role};
    const auto founded =
        ledger_->found(DeviceNumber::ofKey(pin), *RecordId::fromBytes(joined->centre()),
                       joining_->member, joined->unlock_token());
    if (founded) {
        noteJoined();
        return true;
    }
    // Whether it was kept all the same shows when the ledger is opened again.
    run_.note(name_, "cannot join", founded.error().detail);
    restart();
    return isJoined();
}

void Phone::noteJoined()
{
    pin_ = joining_->pin;
    number_ = DeviceNumber::ofKey(pin_);
    member_ = joining_->member;
    role_ = joining_->role;
    held_.begin(number_);
    run_.note(name_, "joins", number_.text());
}

bool Phone::notJoined(const Error& error)
{
    run_.note(name_, "cannot join", error.detail);
    return false;
}

bool Phone::open()
{
    if (isGone_) return false;
    if (ledger_) return true;
    auto opened = DeviceLedger::open(kPhoneFile, storeKey(), Schema::care(), disk_);
    if (!opened) {
        run_.note(name_, "cannot open", opened.error().detail);
        if (disk_.isOff()) return false;
        if (opened.error().code != ErrorCode::io && opened.error().code != ErrorCode::diskFull) {
            run_.violate("I1", name_ + " cannot be opened: " + opened.error().detail);
        }
        run_.timeline.after(1s, [this] { open(); });
        return false;
    }
    ledger_.emplace(*std::move(opened));
    ++life_;
    if (!isJoined() && ledger_->standing().isFounded()) noteJoined();
    if (isJoined()) noteNumber();
    if (isJoined()) held_.look(*ledger_);
    // A commit whose fsync failed may be there all the same, with the answers that it held.
    if (isJoined()) noteKeptAnswers();
    if (isReachable_) connect();
    return true;
}

void Phone::close()
{
    dropLine();
    replacements_ = 0;
    ledger_.reset();
    ++life_;
}

void Phone::leave()
{
    close();
    isGone_ = true;
}

void Phone::restart()
{
    if (!ledger_) return;
    run_.note(name_, "restarts");
    run_.count("restarts of a phone");
    close();
    if (!open()) checkPower();
}

void Phone::cutPower(Milliseconds darkness)
{
    if (!disk_.isOff()) disk_.cutPower();
    run_.note(name_, "loses power");
    run_.count("power cuts of a phone");
    close();
    run_.timeline.after(darkness, [this] {
        if (!disk_.isOff()) return;
        disk_.restart();
        if (!open()) checkPower();
    });
}

void Phone::checkPower()
{
    if (disk_.isOff() && ledger_) cutPower(run_.between(1'000, 7'200'000));
}

void Phone::heal()
{
    disk_.calm();
    if (disk_.isOff()) disk_.restart();
    isReachable_ = true;
    open();
    if (!ledger_) return run_.violate("I10", name_ + " does not open on a good disk");
    dropLine();
    backOff_.reset();
    if (isJoined()) connect();
}

void Phone::setReachable(bool isReachable)
{
    if (std::exchange(isReachable_, isReachable) == isReachable) return;
    run_.note(name_, isReachable ? "has network" : "has no network");
    if (!isReachable) return cutLine();
    backOff_.reset();
    connect();
}

void Phone::connect()
{
    if (!ledger_ || !isReachable_ || line_ || !isJoined()) return;
    const std::uint64_t attempt = ++attempt_;
    line_ = std::make_shared<Line>(run_, faults_);
    run_.note(name_, "connects");
    run_.count("connections");
    const auto with = [this, attempt](auto what) {
        if (attempt == attempt_ && line_) what();
        checkPower();
    };
    line_->listen(End::phone,
                  {[this, with](std::string_view bytes) { with([&] { hear(bytes); }); },
                   [this, with] {
                       with([&] { lineClosed({ErrorCode::unreachable, "the line closed"}); });
                   },
                   [this, with] { with([&] { pump(); }); }});
    run_.timeline.after(line_->latency() * 2, [this, with] {
        with([&] {
            session_.emplace(*ledger_, "sim");
            sendingFile_.clear();
            if (!nextPin_.empty()) beginAnew();
            wire_ = Wire();
            pump();
        });
    });
    // Lines are accepted in the order of their handshakes, which is not that of their attempts.
    run_.timeline.after(line_->latency() * 3,
                        [this, line = line_, pin = pin_] { centre_.accept(line, pin); });
    run_.timeline.after(90s, [this, with] {
        with([&] {
            if (!isOnline()) lineClosed({ErrorCode::timedOut, "no answer"});
        });
    });
}

void Phone::pump()
{
    while (session_ && line_ && line_->inFlight(End::phone) < kInFlightMax) {
        auto message = session_->next(now());
        if (!message) return lineClosed(message.error());
        if (!*message) return;
        if ((*message)->has_push()) run_.count("pushes");
        if ((*message)->has_file_chunk()) {
            v1::FileChunk& chunk = *(*message)->mutable_file_chunk();
            chunk.set_bytes(damaged(chunk.bytes()));
        }
        line_->send(End::phone, wire_.out.frameOf(**message));
    }
}

void Phone::hear(std::string_view bytes)
{
    wire_.in.feed(bytes);
    while (session_) {
        const auto next = wire_.in.next();
        if (!next) return lineClosed(next.error());
        if (!*next) break;
        if (const auto taken = take(**next); !taken) return lineClosed(taken.error());
    }
    pump();
}

Result<Done> Phone::take(const std::string& bytes)
{
    run_.note(name_, "takes", bytes);
    v1::FromCentre message;
    if (Result<Done> parsed = parseMessage(bytes, message); !parsed) return parsed;
    if (!session_) return Error{ErrorCode::outOfPlace, "no session"};
    isComplete_ = isComplete_ || (message.has_edits() && message.edits().remaining() == 0);
    noteSlice(message);
    if (message.has_file_chunk()) {
        checkGiven(message.file_chunk());
        message.mutable_file_chunk()->set_bytes(damaged(message.file_chunk().bytes()));
    }
    if (Result<Done> received = session_->receive(message, now()); !received) return received;
    if (ledger_->standing().isFirstRunComplete && !isComplete_) {
        run_.violate("I10", name_ + " takes an interrupted first run for complete");
    }
    if (message.has_welcome()) {
        wire_.in.allow(kFrameBytesMax);
        backOff_.reset();
    }
    run_.count("saves handed in", static_cast<std::uint64_t>(message.handed_in().words_size()));
    run_.count("testimonies given", message.witness_from().taken() ? 1 : 0);
    noteAnswers(message);
    noteFiles(message);
    if (session_->waitAsked()) return Error{ErrorCode::busy, "the centre asks to wait"};
    return done();
}

void Phone::noteAnswers(const v1::FromCentre& message)
{
    // A session that sees itself copied takes nothing of what it is told about the other copy.
    if (centre_.book().isDisturbed()) return noteKeptAnswers();
    const auto note = [&](const auto& answers) {
        for (const v1::Applied& run : answers.applied()) {
            for (std::uint64_t i = 0; i < run.count(); ++i) {
                held_.answered(run.first_n() + i, {true, run.first_sequence() + i});
            }
        }
        for (const v1::Refused& one : answers.refused()) {
            held_.answered(one.n(), refusal(one.sequence(), errorCodeFrom(one.code())));
        }
    };
    if (message.has_verdicts()) note(message.verdicts());
    if (message.has_edits()) note(message.edits().own());
}

void Phone::noteKeptAnswers()
{
    for (const Dot& dot : held_.own()) {
        const Promise* promise = centre_.book().find(dot);
        if (promise == nullptr) continue;
        const Word& word = promise->word;
        if (promise->isAnswered && word.sequence != 0 && !word.mayPass) continue;
        const auto entry = ledger_->ledger().entry(dot);
        if (!entry || !*entry || !(*entry)->verdict) continue;
        const Verdict& verdict = *(*entry)->verdict;
        centre_.book().answer(dot, verdict.isApplied ? Word{true, verdict.sequence}
                                                     : refusal(verdict.sequence, verdict.code));
    }
}

void Phone::lineClosed(const Error& reason)
{
    run_.note(name_, "line closed", reason.detail);
    noteLoss();
    if (reason.code == ErrorCode::forked) run_.count("forks noticed");
    if (reason.code == ErrorCode::forked && !faults_.clones && !faults_.images) {
        run_.violate("I10", name_ + " takes itself for a copy: " + reason.detail);
    }
    if (mayGoOnAnew(reason.code)) {
        backOff_.reset();
    } else if (isRefusal(reason.code)) {
        backOff_.jumpToLongest();
    }
    dropLine();
    run_.timeline.after(backOff_.next(), [this, attempt = attempt_] {
        if (attempt == attempt_) connect();
    });
}

/// Counts what a line took with it when it ended.
void Phone::noteLoss()
{
    if (!session_ || !ledger_) return;
    if (wire_.in.isInsideFrame()) run_.count("cuts inside a frame");
    if (session_->isWelcomed() && session_->remaining() > 0) run_.count("cuts inside a pull");
    const bool isBegun = !ledger_->standing().cursor.empty();
    if (isBegun && !ledger_->standing().isRunComplete()) run_.count("cuts inside a run");
    if (!ledger_->isAllAnswered() && session_->sentN() == ledger_->standing().lastN) {
        run_.count("verdicts lost with their line");
    }
}

void Phone::dropLine()
{
    session_.reset();
    if (line_) line_->close(End::phone);
    line_.reset();
    ++attempt_;
}

void Phone::wake()
{
    if (session_) {
        pump();
    } else if (!line_) {
        connect();
    }
    checkPower();
}

void Phone::cutLine()
{
    if (!line_) return;
    run_.count("lines cut");
    line_->cut();
    if (!isReachable_) lineClosed({ErrorCode::unreachable, "no network"});
}

void Phone::silenceLine(End from)
{
    if (!line_) return;
    run_.count("lines silent in one direction");
    line_->silence(from);
}

void Phone::doubleLine()
{
    if (!line_ || !ledger_) return;
    run_.count("lines doubled");
    line_->abandon(End::phone);
    session_.reset();
    line_.reset();
    connect();
}

bool Phone::isSettled()
{
    if (!session_ || !session_->isSettled()) return false;
    const auto head = centre_.ledger().ledger().head();
    return head && ledger_->standing().head == *head && session_->remaining() == 0 && !lacksFiles();
}

std::string Phone::state()
{
    if (!ledger_) return name_ + " is closed";
    const auto waiting = ledger_->waiting();
    return name_ +
           (isOnline() ? " online"
            : line_    ? " connecting"
                       : " offline") +
           (lacksFiles() ? " lacks files" : "") +
           (session_ && session_->isSettled() ? " settled" : "") + " n " +
           std::to_string(ledger_->standing().lastN) + " waiting " +
           (waiting ? std::to_string(*waiting) : waiting.error().detail) + " head " +
           std::to_string(ledger_->standing().head);
}

}  // namespace liaison::sim
