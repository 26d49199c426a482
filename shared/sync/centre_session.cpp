// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/centre_session.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "shared/base/bytes.h"
#include "shared/base/plant.h"
#include "shared/base/sha256.h"
#include "shared/record/view.h"
#include "shared/sync/device_session.h"
#include "shared/sync/judge_again.h"
#include "shared/sync/verdict_runs.h"

namespace liaison {

namespace {

constexpr std::size_t kPushesAheadMax = 16;
/// What a push holds beside the bytes of its edits.
constexpr std::size_t kPushFramingBytesMax = 16 * 1024;
constexpr std::size_t kBroughtBytesMax = kPushBytesMax + kPushFramingBytesMax;
/// A restored centre asks for all that a phone holds: so many entries cost as much as one edit.
constexpr std::uint64_t kWitnessShare = 10;
/// Another number costs as much as so many edits: ten at once, and two in an hour.
constexpr std::uint64_t kRenumberCost = 5'000;
/// Answers that wait for a device to read them.
constexpr std::size_t kAnswersAheadMax = 1024;

std::int64_t millisecondsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

/// True for an error of this machine and not of the device.
bool isDisks(ErrorCode code)
{
    return code >= ErrorCode::notFound;
}

/// Whether a greeting says so little that it need not be on the disk before it is answered.
bool isLittleNews(const CentreDevice& before, const CentreDevice& now)
{
    constexpr std::chrono::minutes kContactEvery{10};
    return before.lastContact && *now.lastContact - *before.lastContact < kContactEvery &&
           *now.lastContact >= *before.lastContact && before.app == now.app &&
           before.waiting == now.waiting && before.roles.bytes() == now.roles.bytes();
}

}  // namespace

CentreSession::CentreSession(CentreLedger& centre, CentreDevice device,
                             std::vector<std::string> pins)
    : centre_(centre), device_(std::move(device)), files_(centre), pins_(std::move(pins))
{
}

Result<Done> CentreSession::receive(const v1::FromDevice& message, Instant now)
{
    using Case = v1::FromDevice::MessageCase;
    if (message.message_case() == Case::kHello) return receiveHello(message.hello(), now);
    if (!greeted_) return Error{ErrorCode::outOfPlace, "a message before Hello"};
    if (ready_.size() >= kAnswersAheadMax) return Error{ErrorCode::busy, "answers are not read"};
    switch (message.message_case()) {
        case Case::kPush:
            return queue(message, static_cast<std::uint64_t>(message.push().edits_size()), now);
        case Case::kHandIn:
            return queue(message, static_cast<std::uint64_t>(message.hand_in().edits_size()), now);
        case Case::kWitness:
            if (!awaitsWitness_) return Error{ErrorCode::outOfPlace, "a witness nobody asked for"};
            return queue(message, static_cast<std::uint64_t>(message.witness().entries_size()),
                         now);
        case Case::kRenumber:
            return queue(message, kRenumberCost, now);
        case Case::kCompare:
        case Case::kFetchSlice:
            return askComparison(message, now);
        case Case::kPing: {
            v1::FromCentre pong;
            pong.mutable_pong()->set_number(message.ping().number());
            ready_.push_back(std::move(pong));
            return done();
        }
        default:
            return receiveFile(message, now);
    }
}

/// What a member may see is asked for each time, since their role may have changed.
Result<Done> CentreSession::receiveFile(const v1::FromDevice& message, Instant now)
{
    if (auto checked = checkStanding(); !checked) return checked;
    return fault_ ? done() : files_.receive(message, role_, now);
}

Result<Done> CentreSession::receiveHello(const v1::Hello& hello, Instant now)
{
    if (greeted_) return Error{ErrorCode::outOfPlace, "a second Hello"};
    if (hello.protocol() != kProtocolVersion) {
        return Error{ErrorCode::protocolVersion, "protocol " + std::to_string(hello.protocol())};
    }
    const auto current = centre_.device(device_.number);
    if (!current) return current.error();
    if (!*current || (*current)->isRevoked) return Error{ErrorCode::revoked, "device"};
    device_ = **current;
    if (!equalInConstantTime(sha256(hello.unlock_token()), device_.tokenHash)) {
        return Error{ErrorCode::locked, "the unlock token does not fit"};
    }
    if (planted("skew-refused") && std::abs(hello.clock() - millisecondsOf(now)) > 3'600'000) {
        return Error{ErrorCode::busy, "the clock of the device"};
    }
    const auto role = centre_.roleOf(device_.member);
    if (!role) return role.error();
    role_ = *role;
    if (role_ == v1::ROLE_UNSPECIFIED) return Error{ErrorCode::revoked, "a member without a role"};
    view_ = viewOf(role_, centre_.ledger().schema());
    if (auto found = findStart(hello); !found) return found;
    // Edits do not wait for files: whatever hinders these, the device brings its mark again.
    static_cast<void>(files_.greet(hello.files_mark()));
    greeted_ = true;
    greetedN_ = device_.lastN;
    announcedN_ = hello.last_n();
    device_.lastContact = now;
    device_.app = utf8Beginning(hello.app(), 64);
    device_.waiting = hello.waiting();
    device_.roles.greet(role_, hello.last_n(), device_.lastN, now);
    if (isLittleNews(**current, device_)) return done();
    auto transaction = centre_.ledger().begin();
    if (!transaction) return transaction.error();
    if (auto kept = centre_.keepDevice(device_); !kept) return kept;
    return centre_.ledger().commit(*transaction);
}

/// What is brought waits for the driver's transaction, within bounds.
Result<Done> CentreSession::queue(const v1::FromDevice& message, std::uint64_t edits, Instant now)
{
    // The whole message is kept until it is judged, and what is unknown in it too.
    const std::size_t bytesMax = message.has_witness() ? kWitnessBytesMax : kBroughtBytesMax;
    const std::size_t editsMax = message.has_witness() ? kPageEntriesMax : kPushEditsMax;
    const bool isMany = !message.has_renumber() && edits > editsMax;
    if (isMany || message.ByteSizeLong() > bytesMax) {
        return Error{ErrorCode::tooLarge, "a push over its limits"};
    }
    if (edits == 0 && !message.has_witness()) return Error{ErrorCode::empty, "a push of nothing"};
    if (brought_.size() >= kPushesAheadMax) return Error{ErrorCode::busy, "too many pushes ahead"};
    EditBudget& budget = centre_.budgetsOf(device_.member).edits;
    const std::uint64_t weight = std::max<std::uint64_t>(edits, message.ByteSizeLong() / 1024);
    const std::uint64_t cost = message.has_witness() ? weight / kWitnessShare : weight;
    if (!budget.take(cost, now)) {
        v1::FromCentre wait;
        wait.mutable_wait()->set_seconds(static_cast<std::uint32_t>(budget.until(cost).count()));
        wait.mutable_wait()->set_code(static_cast<std::uint32_t>(ErrorCode::busy));
        ready_.push_back(std::move(wait));
        return done();
    }
    taken_ += cost;
    brought_.push_back(message);
    return done();
}

bool CentreSession::expectsMore() const
{
    // The device waits for an answer after twice as many.
    constexpr std::size_t kGathered = kPushesUnansweredMax / 2;
    return !brought_.empty() && brought_.size() < kGathered &&
           brought_.back().push().edits_size() == static_cast<int>(kPushEditsMax);
}

/// The row of the device and the role of its member may have changed behind this session: a device
/// that is revoked by now leaves, and one whose member has another role comes back under it.
Result<Done> CentreSession::checkStanding()
{
    const auto current = centre_.device(device_.number);
    if (!current) return current.error();
    if (!*current || (*current)->isRevoked) {
        fault_ = Error{ErrorCode::revoked, "device"};
        return done();
    }
    const auto role = centre_.roleOf(device_.member);
    if (!role) return role.error();
    if (*role != role_) fault_ = Error{ErrorCode::busy, "the member has another role by now"};
    CentreDevice row = **current;
    // What the greeting said may be kept in memory alone so far.
    row.lastContact = device_.lastContact;
    row.app = device_.app;
    row.waiting = device_.waiting;
    row.roles = device_.roles;
    device_ = std::move(row);
    return done();
}

Result<Done> CentreSession::judge(Instant now)
{
    before_ = device_;
    judgedNow_.Clear();
    answersNow_.clear();
    if (auto checked = checkStanding(); !checked) return checked;
    if (fault_) return done();
    Intake intake(centre_, device_, role_, now);
    for (const v1::FromDevice& message : brought_) {
        const auto judged = judgeOne(message, intake);
        if (!judged && isDisks(judged.error().code)) return judged;
        if (!judged) fault_ = judged.error();
        if (intake.fault()) fault_ = intake.fault();
        if (fault_) break;
    }
    if (auto again = judgeAwaiting(centre_, intake.takeArrived(), now); !again) return again;
    // A push that does not continue here may be that of a copy, which has still to hand in what it
    // wrote under the same numbers.
    if (device_.lastN > before_->lastN) device_.roles.forgetBefore(device_.lastN);
    if (auto moved = moveWithVerdicts(); !moved) return moved;
    return centre_.keepDevice(device_);
}

Result<Done> CentreSession::judgeOne(const v1::FromDevice& message, Intake& intake)
{
    if (message.has_push()) {
        // What it builds on may be among what the device has still to say.
        return awaitsWitness_ ? done() : intake.push(message.push(), judgedNow_);
    }
    if (message.has_witness()) return answerWitness(message.witness(), intake);
    if (message.has_renumber()) {
        if (madeNow_) return Error{ErrorCode::outOfPlace, "two numbers at once"};
        auto renumbered = intake.renumber(message.renumber());
        if (!renumbered) return renumbered.error();
        answersNow_.emplace_back().mutable_renumbered()->set_device(renumbered->number.value);
        madeNow_ = *std::move(renumbered);
        return done();
    }
    auto words = intake.handIn(message.hand_in());
    if (!words) return words.error();
    *answersNow_.emplace_back().mutable_handed_in() = *std::move(words);
    return done();
}

void CentreSession::committed()
{
    brought_.clear();
    taken_ = 0;
    before_.reset();
    if (planted("own-push-moves-cursor")) pulledTo_ = *centre_.ledger().head();
    if (!judgedNow_.applied().empty() || !judgedNow_.refused().empty()) {
        if (!judgedNow_.cursor().empty()) pulledTo_ = judgedNow_.head();
        ready_.emplace_back().mutable_verdicts()->Swap(&judgedNow_);
    }
    std::move(answersNow_.begin(), answersNow_.end(), std::back_inserter(ready_));
    answersNow_.clear();
    if (std::exchange(witnessIsTaken_, false)) awaitsWitness_ = false;
    if (madeNow_) renumbered_ = std::exchange(madeNow_, std::nullopt);
}

void CentreSession::dropPushes()
{
    centre_.budgetsOf(device_.member).edits.giveBack(std::exchange(taken_, 0));
    brought_.clear();
    judgedNow_.Clear();
    answersNow_.clear();
    witnessIsTaken_ = false;
    madeNow_.reset();
    if (before_) device_ = *std::exchange(before_, std::nullopt);
    centre_.ledger().forgetTouched();
}

Result<std::optional<v1::FromCentre>> CentreSession::next(Instant now)
{
    if (!greeted_) return std::optional<v1::FromCentre>{};
    if (!welcomed_) {
        auto message = welcome(now);
        if (!message) return message.error();
        welcomed_ = true;
        return std::optional(*std::move(message));
    }
    if (!ready_.empty()) {
        v1::FromCentre message = std::move(ready_.front());
        ready_.pop_front();
        return std::optional(std::move(message));
    }
    if (fault_) return *fault_;
    auto message = page(now);
    if (!message || *message) return message;
    // What a member may see is asked for again, since their role may have changed.
    if (compared_ || files_.isAskedForBytes()) {
        if (auto checked = checkStanding(); !checked) return checked.error();
        if (fault_) return *fault_;
    }
    return compared_ ? answerComparison(now) : files_.next(role_);
}

Result<v1::FromCentre> CentreSession::welcome(Instant now)
{
    const auto head = centre_.ledger().head();
    if (!head) return head.error();
    const CentreStanding& standing = centre_.standing();
    v1::FromCentre message;
    v1::Welcome& welcome = *message.mutable_welcome();
    welcome.set_centre(standing.id.bytes());
    welcome.set_epoch(standing.epoch);
    welcome.set_head(*head);
    welcome.set_last_n(device_.lastN);
    welcome.set_chain(device_.chain);
    welcome.set_view(view_);
    welcome.set_clock(millisecondsOf(now));
    welcome.set_schema(centre_.ledger().schema().version());
    welcome.set_role(role_);
    welcome.set_to_receive(firstRun_ ? firstRun_->remaining() + *head - firstRun_->head()
                                     : *head - pulledTo_);
    welcome.set_restart(restart_);
    welcome.set_witness(awaitsWitness_);
    const auto files = files_.standing();
    if (files && *files) *welcome.mutable_files() = **files;
    for (const std::string& pin : pins_) {
        welcome.add_pins(pin);
    }
    for (const std::string& address : standing.addresses) {
        welcome.add_addresses(address);
    }
    return message;
}

v1::FromCentre bye(const Error& error)
{
    v1::FromCentre message;
    message.mutable_bye()->set_code(static_cast<std::uint32_t>(error.code));
    message.mutable_bye()->set_detail(utf8Beginning(error.detail, 200));
    return message;
}

}  // namespace liaison
