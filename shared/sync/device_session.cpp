// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/device_session.h"

#include <algorithm>

#include "shared/base/plant.h"
#include "shared/sync/own_words.h"
#include "shared/sync/page.h"
#include "shared/sync/verdict_runs.h"

namespace liaison {

DeviceSession::DeviceSession(DeviceLedger& ledger, std::string app)
    : ledger_(ledger), comparison_(ledger), files_(ledger), app_(std::move(app))
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
    if (renumberDue_) {
        renumberDue_ = false;
        v1::FromDevice message;
        message.mutable_renumber()->set_pin(nextPin_);
        return std::optional(std::move(message));
    }
    if (waitAsked_ || isForked_ || isAwaited_) return std::optional<v1::FromDevice>{};
    if (testimony_ != Testimony::none) {
        auto message = testify();
        if (!message) return message.error();
        return std::optional(*std::move(message));
    }
    if (auto message = handIn(); !message || *message) return message;
    if (auto message = push(); !message || *message) return message;
    // Edits go first, those too that a centre which went back had answered before: the rest when
    // none is on its way in either direction.
    const bool isQuiet = pullComplete_ && unanswered_.empty() && ledger_.isAllAnswered();
    if (!isQuiet) return std::optional<v1::FromDevice>{};
    if (auto message = comparison_.next(now); !message || *message) return message;
    return files_.next();
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
    const auto& earlier = standing.earlierCursors;
    *hello.mutable_earlier_cursors() = {earlier.begin(), earlier.end()};
    hello.set_last_n(standing.lastN);
    hello.set_chain(standing.chain);
    hello.set_unlock_token(standing.unlockToken);
    hello.set_clock(now.time_since_epoch().count());
    hello.set_waiting(*waiting);
    if (const auto mark = files_.mark()) hello.set_files_mark(*mark);
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
    // What was written under a former number goes first: these may build on it.
    if (!welcomed_ && !ledger_.standing().formerNumbers.empty()) return nothing;
    if (unanswered_.size() >= kPushesUnansweredMax) return nothing;
    const auto chain = ledger_.chainAt(sentN_);
    if (!chain) return chain.error();
    const auto edits = ledger_.ownEdits(sentN_ + 1, kPushEditsMax);
    if (!edits) return edits.error();
    v1::FromDevice message;
    v1::Push& push = *message.mutable_push();
    push.set_first_n(sentN_ + 1);
    push.set_chain(*chain);
    const std::size_t bytesMax = welcomed_ ? kPushBytesMax : kOptimisticPushBytesMax;
    std::size_t bytes = 0;
    for (const OwnEdit& edit : *edits) {
        bytes += edit.bytes.size();
        if (bytes > bytesMax && !push.edits().empty()) break;
        push.add_edits(edit.bytes);
        addKnown(*push.mutable_known(), edit.n, edit.verdict, edit.proof);
        if (planted("retry-writes-anew") && welcomed_ && trustedFrom_ != 0) {
            v1::Edit again;
            again.ParseFromString(edit.bytes);
            again.set_stamp(again.stamp() + 1);
            *push.mutable_edits()->rbegin() = again.SerializeAsString();
        }
    }
    if (push.known().applied().empty() && push.known().refused().empty()) push.clear_known();
    if (push.edits().empty() || (!welcomed_ && bytes > bytesMax && push.edits_size() == 1)) {
        return nothing;
    }
    push.set_number(++pushNumber_);
    if (!welcomed_) trustedFrom_ = push.first_n();
    sentN_ += static_cast<std::uint64_t>(push.edits_size());
    unanswered_.push_back(sentN_);
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
    files_.noteNews();
    if (Comparison::isAbout(message)) return comparison_.receive(message, now);
    switch (message.message_case()) {
        case Case::kVerdicts:
            return receiveVerdicts(message.verdicts(), now);
        case Case::kEdits:
            return receiveEdits(message.edits(), now);
        case Case::kPong:
            return done();
        case Case::kRenumbered:
            return receiveRenumbered(message.renumbered());
        case Case::kHandedIn:
            return receiveHandedIn(message.handed_in(), now);
        case Case::kWitnessFrom:
            return receiveWitnessFrom(message.witness_from());
        default:
            return files_.receive(message, now);
    }
}

Result<Done> DeviceSession::receiveWelcome(const v1::Welcome& welcome, Instant now)
{
    if (!greeted_ || welcomed_) return Error{ErrorCode::outOfPlace, "Welcome"};
    const DeviceStanding& standing = ledger_.standing();
    if (welcome.centre() != standing.centre.bytes()) {
        return Error{ErrorCode::untrusted, "another centre answers"};
    }
    const auto forked = isForked(welcome);
    if (!forked) return forked.error();
    if (*forked && nextPin_.empty()) {
        return Error{ErrorCode::forked, "another history under this device number"};
    }
    welcomed_ = true;
    welcome_ = welcome;
    isForked_ = *forked || isCopied_;
    renumberDue_ = isForked_;
    if (isForked_) return done();
    const bool isNewRun = welcome.restart() || standing.run == 0;
    const auto taken = ledger_.takeWelcome({welcome.role(), welcome.epoch(), welcome.head(),
                                            welcome.view(), claimedInstant(welcome.clock())},
                                           now);
    if (!taken) return taken;
    files_.greet(welcome, now);
    remaining_ = welcome.to_receive();
    pullComplete_ = remaining_ == 0 && ledger_.standing().isRunComplete();
    // A push on trust was taken exactly when it continued at the centre's last n.
    const bool isTaken = (trustedFrom_ == welcome.last_n() + 1 && !welcome.witness()) ||
                         planted("trust-what-was-sent");
    if (!isTaken) {
        sentN_ = welcome.last_n();
        unanswered_.clear();
    }
    if (welcome.witness()) {
        testimony_ = Testimony::cursors;
        return done();
    }
    if (isNewRun) {
        if (auto started = ledger_.startRun(); !started) return started;
    }
    return findHandInDue();
}

/// Two histories under one number: the centre is ahead of this device, or has another chain.
Result<bool> DeviceSession::isForked(const v1::Welcome& welcome)
{
    if (welcome.last_n() > ledger_.standing().lastN) return true;
    const auto chain = ledger_.chainAt(welcome.last_n());
    if (!chain) return chain.error();
    return *chain != welcome.chain();
}

Result<Done> DeviceSession::findHandInDue()
{
    auto due = ledger_.handInDue();
    if (!due) return due.error();
    handInDue_ = *std::move(due);
    // Those under the present number are pushed on its chain.
    std::erase_if(handInDue_, [this](const LedgerEntry& entry) {
        return entry.edit.dot().device == ledger_.standing().number;
    });
    return done();
}

/// Edits under a number that this device had before, one number at a time.
Result<std::optional<v1::FromDevice>> DeviceSession::handIn()
{
    if (!welcomed_ || handInDue_.empty()) return std::optional<v1::FromDevice>{};
    v1::FromDevice message;
    v1::HandIn& handIn = *message.mutable_hand_in();
    handIn.set_device(handInDue_.front().edit.dot().device.value);
    std::size_t bytes = 0;
    std::size_t taken = 0;
    for (const LedgerEntry& entry : handInDue_) {
        bytes += entry.edit.bytes().size();
        const bool isOther = entry.edit.dot().device.value != handIn.device();
        if (isOther || taken == kPushEditsMax || (taken > 0 && bytes > kPushBytesMax)) break;
        handIn.add_edits(entry.edit.bytes());
        addKnown(*handIn.mutable_known(), entry.edit.dot().n, entry.verdict, entry.proof);
        ++taken;
    }
    handInDue_.erase(handInDue_.begin(), handInDue_.begin() + static_cast<std::ptrdiff_t>(taken));
    isAwaited_ = true;
    return std::optional(std::move(message));
}

Result<Done> DeviceSession::receiveHandedIn(const v1::HandedIn& message, Instant now)
{
    if (!std::exchange(isAwaited_, false)) return Error{ErrorCode::outOfPlace, "HandedIn"};
    std::vector<DotVerdict> words;
    for (const v1::HandedIn::Word& word : message.words()) {
        Verdict verdict;
        if (word.has_refused()) verdict = verdictIn(word.refused());
        verdict.sequence = word.sequence();
        verdict.receivedAt = claimedInstant(word.received_at());
        words.push_back({Dot::from(word.dot()), verdict});
    }
    return ledger_.takeHandedIn(words, now);
}

Result<Done> DeviceSession::receiveRenumbered(const v1::Renumbered& message)
{
    const DeviceNumber number{message.device()};
    if (!isForked_ || number != DeviceNumber::ofKey(nextPin_)) {
        return Error{ErrorCode::outOfPlace, "Renumbered"};
    }
    if (auto renumbered = ledger_.renumber(number); !renumbered) return renumbered;
    return Error{ErrorCode::renumbered, number.text()};
}

bool DeviceSession::isSettled() const
{
    return welcomed_ && pullComplete_ && !isForked_ && !isAwaited_ && handInDue_.empty() &&
           testimony_ == Testimony::none && unanswered_.empty() && ledger_.isAllAnswered() &&
           comparison_.isSettled() && files_.isSettled();
}

}  // namespace liaison
