// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/centre_session.h"

#include <algorithm>
#include <utility>

#include "shared/base/bytes.h"
#include "shared/base/plant.h"
#include "shared/base/sha256.h"
#include "shared/record/view.h"
#include "shared/sync/device_session.h"
#include "shared/sync/judge.h"
#include "shared/sync/page.h"
#include "shared/sync/verdict_runs.h"

namespace liaison {

namespace {

constexpr std::size_t kPushesAheadMax = 16;
/// What a push holds beside the bytes of its edits.
constexpr std::size_t kPushFramingBytesMax = 4 * 1024;
/// Answers that wait for a device to read them.
constexpr std::size_t kAnswersAheadMax = 1024;

std::int64_t millisecondsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

}  // namespace

CentreSession::CentreSession(CentreLedger& centre, CentreDevice device,
                             std::vector<std::string> pins)
    : centre_(centre), device_(std::move(device)), pins_(std::move(pins))
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
            return receivePush(message.push(), now);
        case Case::kPing: {
            v1::FromCentre pong;
            pong.mutable_pong()->set_number(message.ping().number());
            ready_.push_back(std::move(pong));
            return done();
        }
        default:
            return Error{ErrorCode::outOfPlace, "a message that a centre does not expect"};
    }
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
    const auto start = startOfPull(hello.cursor());
    if (!start) return start.error();
    pulledTo_ = *start;
    greeted_ = true;
    device_.lastContact = now;
    device_.app = utf8Beginning(hello.app(), 64);
    device_.waiting = hello.waiting();
    auto transaction = centre_.ledger().begin();
    if (!transaction) return transaction.error();
    if (auto kept = centre_.keepDevice(device_); !kept) return kept;
    return centre_.ledger().commit(*transaction);
}

/// A cursor of another epoch or view, of nowhere, or beyond the log, starts the pull over:
/// receiving an edit again changes nothing.
Result<std::uint64_t> CentreSession::startOfPull(const std::string& cursor)
{
    constexpr std::uint64_t kStart = 0;
    v1::CursorContent content;
    if (cursor.empty() || !content.ParseFromString(cursor)) return kStart;
    if (content.epoch() != centre_.standing().epoch || content.view() != view_) return kStart;
    const auto head = centre_.ledger().head();
    if (!head) return head.error();
    return content.sequence() > *head ? kStart : content.sequence();
}

Result<Done> CentreSession::receivePush(const v1::Push& push, Instant now)
{
    const auto count = static_cast<std::uint64_t>(push.edits_size());
    // The whole message is kept until it is judged, and what is unknown in it too.
    if (count > kPushEditsMax || push.ByteSizeLong() > kPushBytesMax + kPushFramingBytesMax) {
        return Error{ErrorCode::tooLarge, "a push over its limits"};
    }
    if (pushes_.size() >= kPushesAheadMax) return Error{ErrorCode::busy, "too many pushes ahead"};
    EditBudget& budget = centre_.budgetOf(device_.number);
    if (!budget.take(count, now)) {
        v1::FromCentre wait;
        wait.mutable_wait()->set_seconds(static_cast<std::uint32_t>(budget.until(count).count()));
        wait.mutable_wait()->set_code(static_cast<std::uint32_t>(ErrorCode::busy));
        ready_.push_back(std::move(wait));
        return done();
    }
    pushes_.push_back(push);
    return done();
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
    device_ = **current;
    return done();
}

Result<Done> CentreSession::judge(Instant now)
{
    before_ = device_;
    judgedNow_.Clear();
    if (auto checked = checkStanding(); !checked) return checked;
    if (fault_) return done();
    for (const v1::Push& push : pushes_) {
        if (auto judged = judgePush(push, now); !judged) return judged;
    }
    return centre_.keepDevice(device_);
}

Result<Done> CentreSession::judgePush(const v1::Push& push, Instant now)
{
    // What does not continue at the last n is dropped without an error: the device learns from
    // Welcome where to go on.
    if (push.first_n() != device_.lastN + 1 || push.chain() != device_.chain) return done();
    for (const std::string& bytes : push.edits()) {
        auto edit = Edit::read(device_.number, bytes);
        if (!edit) return refuseForm(edit.error());
        if (edit->dot().n != device_.lastN + 1) {
            return refuseForm({ErrorCode::outOfPlace, "an edit whose n does not follow"});
        }
        auto verdict = liaison::judge(centre_, *edit, role_, now);
        if (!verdict) return verdict.error();
        if (planted("refused-edit-blocks") && !verdict->isApplied) return done();
        verdict = centre_.append(device_, *edit, *verdict);
        if (!verdict) return verdict.error();
        addVerdict(judgedNow_, edit->dot().n, *verdict);
    }
    return done();
}

/// Bytes that are no edit have no name and can have no verdict: the connection ends, and what came
/// before them stands.
Result<Done> CentreSession::refuseForm(const Error& error)
{
    fault_ = error;
    return done();
}

void CentreSession::committed()
{
    pushes_.clear();
    before_.reset();
    if (planted("own-push-moves-cursor")) pulledTo_ = *centre_.ledger().head();
    if (judgedNow_.applied().empty() && judgedNow_.refused().empty()) return;
    v1::FromCentre message;
    message.mutable_verdicts()->Swap(&judgedNow_);
    ready_.push_back(std::move(message));
}

void CentreSession::dropPushes()
{
    pushes_.clear();
    judgedNow_.Clear();
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
    return page();
}

Result<v1::FromCentre> CentreSession::welcome(Instant now)
{
    const auto head = centre_.ledger().head();
    if (!head) return head.error();
    const auto owners = centre_.ledger().owners();
    if (!owners) return owners.error();
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
    welcome.set_to_receive(*head - pulledTo_);
    for (const DeviceOwner& owner : *owners) {
        auto& added = *welcome.add_owners();
        added.set_device(owner.device.value);
        added.set_member(owner.member.bytes());
        toldOwners_.insert(owner.device);
    }
    for (const std::string& pin : pins_) {
        welcome.add_pins(pin);
    }
    for (const std::string& address : standing.addresses) {
        welcome.add_addresses(address);
    }
    return message;
}

Result<std::optional<v1::FromCentre>> CentreSession::page()
{
    const auto head = centre_.ledger().head();
    if (!head) return head.error();
    if (*head <= pulledTo_) return std::optional<v1::FromCentre>{};
    if (auto checked = checkStanding(); !checked) return checked.error();
    if (fault_) return *fault_;
    PageOrder order{device_.number, role_, pulledTo_, *head, centre_.standing().epoch, view_};
    auto page = pageOf(centre_.ledger(), order);
    if (!page) return page.error();
    for (const v1::Entry& entry : page->edits.entries()) {
        if (!toldOwners_.insert({entry.device()}).second) continue;
        const auto owner = centre_.ledger().ownerOf({entry.device()});
        if (!owner) return owner.error();
        if (!*owner) continue;
        auto& added = *page->edits.add_owners();
        added.set_device(entry.device());
        added.set_member((*owner)->bytes());
    }
    pulledTo_ = page->to;
    v1::FromCentre message;
    *message.mutable_edits() = std::move(page->edits);
    return std::optional(std::move(message));
}

v1::FromCentre bye(const Error& error)
{
    v1::FromCentre message;
    message.mutable_bye()->set_code(static_cast<std::uint32_t>(error.code));
    message.mutable_bye()->set_detail(utf8Beginning(error.detail, 200));
    return message;
}

}  // namespace liaison
