// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/device_session.h"

#include <algorithm>

#include "shared/base/plant.h"

namespace liaison {

namespace {

constexpr std::uint64_t kVerdictsMax = kPushEditsMax * 200;
constexpr std::int64_t kMillisecondsMax = (std::int64_t{1} << 48) - 1;

/// A time that the centre claims, within what a stamp can hold.
Instant instantOf(std::int64_t milliseconds)
{
    return Instant(
        std::chrono::milliseconds(std::clamp<std::int64_t>(milliseconds, 0, kMillisecondsMax)));
}

using OwnVerdicts = std::vector<std::pair<std::uint64_t, Verdict>>;

/// The centre's word on own edits, n by n.
template <typename Source>
Result<OwnVerdicts> ownVerdicts(const Source& source)
{
    OwnVerdicts verdicts;
    for (const v1::Applied& run : source.applied()) {
        if (run.count() > kVerdictsMax - std::min(kVerdictsMax, verdicts.size())) {
            return Error{ErrorCode::malformed, "more verdicts than a device can wait for"};
        }
        for (std::uint64_t i = 0; i < run.count(); ++i) {
            Verdict verdict;
            verdict.sequence = run.first_sequence() + i;
            verdict.receivedAt = instantOf(run.received_at());
            verdicts.emplace_back(run.first_n() + i, verdict);
        }
    }
    for (const v1::Refused& one : source.refused()) {
        verdicts.emplace_back(one.n(),
                              Verdict{false, one.sequence(), instantOf(one.received_at()),
                                      errorCodeFrom(one.code()), one.change(), one.field()});
    }
    return verdicts;
}

std::vector<DeviceOwner> ownersIn(
    const google::protobuf::RepeatedPtrField<v1::DeviceOwner>& messages)
{
    std::vector<DeviceOwner> owners;
    for (const v1::DeviceOwner& message : messages) {
        const auto member = RecordId::fromBytes(message.member());
        if (member) owners.push_back({{message.device()}, *member});
    }
    return owners;
}

Result<LedgerEntry> entryIn(const v1::Entry& message, Instant now)
{
    const DeviceNumber author{message.device()};
    auto edit = message.whole_hash().empty()
                    ? Edit::read(author, message.edit())
                    : Edit::readPartial(author, message.edit(), message.whole_hash());
    if (!edit) return edit.error();
    Verdict verdict;
    verdict.sequence = message.sequence();
    verdict.receivedAt = instantOf(message.received_at());
    return LedgerEntry{*std::move(edit), verdict, !message.whole_hash().empty(), now};
}

}  // namespace

DeviceSession::DeviceSession(DeviceLedger& ledger, std::string app)
    : ledger_(ledger), app_(std::move(app))
{
}

Result<std::optional<v1::FromDevice>> DeviceSession::next(Instant now)
{
    if (!greeted_) {
        auto message = hello(now);
        if (!message) return message.error();
        greeted_ = true;
        return std::optional(*std::move(message));
    }
    if (pingDue_) {
        pingDue_ = false;
        v1::FromDevice message;
        message.mutable_ping()->set_number(++pingNumber_);
        return std::optional(std::move(message));
    }
    if (waitAsked_) return std::optional<v1::FromDevice>{};
    return push();
}

Result<v1::FromDevice> DeviceSession::hello(Instant now)
{
    const DeviceStanding& standing = ledger_.standing();
    const auto waiting = ledger_.waiting();
    if (!waiting) return waiting.error();
    v1::FromDevice message;
    v1::Hello& hello = *message.mutable_hello();
    hello.set_protocol(kProtocolVersion);
    hello.set_app(app_);
    hello.set_schema(ledger_.ledger().schema().version());
    hello.set_cursor(standing.cursor);
    hello.set_last_n(standing.lastN);
    hello.set_chain(standing.chain);
    hello.set_unlock_token(standing.unlockToken);
    hello.set_clock(now.time_since_epoch().count());
    hello.set_waiting(*waiting);
    const auto first = ledger_.firstWaiting();
    if (!first) return first.error();
    sentN_ = *first == 0 ? standing.lastN : *first - 1;
    return message;
}

Result<std::optional<v1::FromDevice>> DeviceSession::push()
{
    const std::optional<v1::FromDevice> nothing;
    const std::uint64_t lastN = ledger_.standing().lastN;
    // Before the greeting is answered one push goes out on trust; the centre drops it when it does
    // not continue there.
    if (sentN_ >= lastN || (!welcomed_ && trustedFrom_ != 0)) return nothing;
    const auto chain = ledger_.chainAt(sentN_);
    if (!chain) return chain.error();
    const auto entries =
        ledger_.ledger().editsOf(ledger_.standing().number, sentN_ + 1, kPushEditsMax);
    if (!entries) return entries.error();
    v1::FromDevice message;
    v1::Push& push = *message.mutable_push();
    push.set_first_n(sentN_ + 1);
    push.set_chain(*chain);
    const std::size_t bytesMax = welcomed_ ? kPushBytesMax : kOptimisticPushBytesMax;
    std::size_t bytes = 0;
    for (const LedgerEntry& entry : *entries) {
        bytes += entry.edit.bytes().size();
        if (bytes > bytesMax && !push.edits().empty()) break;
        push.add_edits(entry.edit.bytes());
        if (planted("retry-writes-anew") && welcomed_ && trustedFrom_ != 0) {
            v1::Edit again = entry.edit.message();
            again.set_stamp(again.stamp() + 1);
            *push.mutable_edits()->rbegin() = again.SerializeAsString();
        }
    }
    if (push.edits().empty() || (!welcomed_ && bytes > bytesMax && push.edits_size() == 1)) {
        return nothing;
    }
    push.set_number(++pushNumber_);
    if (!welcomed_) trustedFrom_ = push.first_n();
    sentN_ += static_cast<std::uint64_t>(push.edits_size());
    return std::optional(std::move(message));
}

Result<Done> DeviceSession::receive(const v1::FromCentre& message, Instant now)
{
    using Case = v1::FromCentre::MessageCase;
    switch (message.message_case()) {
        case Case::kWelcome:
            return receiveWelcome(message.welcome(), now);
        case Case::kBye:
            return Error{errorCodeFrom(message.bye().code()), message.bye().detail()};
        case Case::kWait:
            waitAsked_ = std::chrono::seconds(std::min(message.wait().seconds(), 3600u));
            return done();
        default:
            break;
    }
    if (!welcomed_) return Error{ErrorCode::outOfPlace, "a message before Welcome"};
    switch (message.message_case()) {
        case Case::kVerdicts:
            return receiveVerdicts(message.verdicts(), now);
        case Case::kEdits:
            return receiveEdits(message.edits(), now);
        case Case::kPong:
            return done();
        default:
            return Error{ErrorCode::outOfPlace, "a message that a device does not expect"};
    }
}

Result<Done> DeviceSession::receiveWelcome(const v1::Welcome& welcome, Instant now)
{
    if (!greeted_ || welcomed_) return Error{ErrorCode::outOfPlace, "Welcome"};
    const DeviceStanding& standing = ledger_.standing();
    if (welcome.centre() != standing.centre.bytes()) {
        return Error{ErrorCode::untrusted, "another centre answers"};
    }
    if (welcome.last_n() > standing.lastN) {
        return Error{ErrorCode::forked, "the centre is ahead of this device"};
    }
    const auto chain = ledger_.chainAt(welcome.last_n());
    if (!chain) return chain.error();
    if (*chain != welcome.chain()) {
        return Error{ErrorCode::forked, "another history under this device number"};
    }
    const auto taken =
        ledger_.takeWelcome({welcome.role(), welcome.epoch(), welcome.head(), welcome.view(),
                             instantOf(welcome.clock()), ownersIn(welcome.owners())},
                            now);
    if (!taken) return taken;
    welcomed_ = true;
    welcome_ = welcome;
    remaining_ = welcome.to_receive();
    pullComplete_ = remaining_ == 0;
    // A push on trust was taken exactly when it continued at the centre's last n.
    const bool isTaken = trustedFrom_ == welcome.last_n() + 1 || planted("trust-what-was-sent");
    if (!isTaken) sentN_ = welcome.last_n();
    return done();
}

Result<Done> DeviceSession::receiveVerdicts(const v1::Verdicts& message, Instant now)
{
    const auto verdicts = ownVerdicts(message);
    if (!verdicts) return verdicts.error();
    return ledger_.takeVerdicts(*verdicts, now);
}

/// The centre's word on own edits is about those of this device only where the chains agree: an
/// edit of a copy of this phone may stand under the same n.
Result<Done> DeviceSession::checkChain(const v1::OwnEntries& own)
{
    std::uint64_t lastN = 0;
    for (const v1::Applied& run : own.applied()) {
        lastN = std::max(lastN, run.first_n() + run.count() - 1);
    }
    for (const v1::Refused& one : own.refused()) {
        lastN = std::max(lastN, one.n());
    }
    const auto chain = ledger_.chainAt(lastN);
    if (!chain) return chain.error();
    if (*chain == own.chain()) return done();
    return Error{ErrorCode::forked, "another history under this device number"};
}

Result<Done> DeviceSession::receiveEdits(const v1::Edits& message, Instant now)
{
    if (message.has_own()) {
        if (auto checked = checkChain(message.own()); !checked) return checked;
    }
    DevicePage page;
    for (const v1::Entry& entry : message.entries()) {
        auto read = entryIn(entry, now);
        if (!read) return read.error();
        page.entries.push_back(*std::move(read));
    }
    auto own = ownVerdicts(message.own());
    if (!own) return own.error();
    page.own = *std::move(own);
    page.owners = ownersIn(message.owners());
    page.cursor = message.cursor();
    page.head = message.head();
    page.isLast = message.remaining() == 0;
    const auto taken = ledger_.takePage(page, now);
    if (!taken) return taken;
    received_ += static_cast<std::uint64_t>(message.entries_size());
    remaining_ = message.remaining();
    pullComplete_ = page.isLast;
    return done();
}

bool DeviceSession::isSettled() const
{
    return welcomed_ && pullComplete_ && ledger_.isAllAnswered();
}

}  // namespace liaison
