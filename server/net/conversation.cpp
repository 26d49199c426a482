// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/conversation.h"

#include <algorithm>
#include <boost/asio/experimental/awaitable_operators.hpp>

#include "server/net/farewell.h"

namespace liaison {

namespace {

using namespace asio::experimental::awaitable_operators;
using std::chrono::steady_clock;

}  // namespace

Conversation::Conversation(TlsStream& stream, Centre& centre, CentreDevice device,
                           std::vector<std::string> pins, const Limits& limits, const Clock& clock,
                           Notices notices)
    : stream_(stream),
      centre_(centre),
      device_(device.number),
      session_(centre.ledger(), std::move(device), std::move(pins)),
      limits_(limits),
      clock_(clock),
      notices_(std::move(notices)),
      frames_(kFrameBytesMaxGreeting),
      woken_(centre.strand()),
      watch_(centre.strand()),
      lastMoment_(steady_clock::now() + limits.connection),
      deadline_(steady_clock::now() + limits.firstFrame)
{
}

Awaitable<Error> Conversation::run()
{
    centre_.enter(*this);
    auto talk = read() && write();
    auto talkInTime = std::move(talk) || watch();
    co_await std::move(talkInTime);
    stream_.close();
    co_return reason_.value_or(Error{ErrorCode::io, "ended without a reason"});
}

Awaitable<void> Conversation::read()
{
    while (!isOver_) {
        const Result<std::size_t> size = co_await stream_.read(frames_);
        if (isOver_) co_return;
        if (!size || *size == 0) {
            if (!reason_) hangUp({ErrorCode::unreachable, "the device left"});
            co_return;
        }
        if (reason_ || !takeMessages()) break;
        noteRead(*size);
    }
    co_await stream_.discard();
}

Awaitable<void> Conversation::write()
{
    while (!isOver_) {
        if (reason_) {
            co_await sendFarewell();
            co_return;
        }
        const std::string frame = nextFrame();
        if (!frame.empty()) {
            const Result<Done> sent = co_await stream_.write(frame);
            if (!sent) hangUp(sent.error());
            noteWhole();
        } else if (!reason_) {
            woken_.expires_at(SteadyTime::max());
            co_await woken_.async_wait(kAwait);
        }
    }
}

std::string Conversation::nextFrame()
{
    if (const auto made = session_.takeRenumbered()) notices_.renumbered(*made);
    const auto message = session_.next(clock_.now());
    if (!message) end(message.error());
    if (message && *message) return writer_.frameOf(**message);
    writer_.forget();
    if (!isSettled_ && session_.isUpToDate()) {
        isSettled_ = true;
        notices_.settled();
    }
    return {};
}

Awaitable<void> Conversation::sendFarewell()
{
    const std::string frame = frameOf(farewell(*reason_));
    const Result<Done> sent = co_await stream_.write(frame);
    if (sent) stream_.endWriting();
    if (!sent) hangUp(sent.error());
}

Awaitable<void> Conversation::watch()
{
    while (!isOver_) {
        watch_.expires_at(deadline_);
        co_await watch_.async_wait(kAwait);
        const auto cancelled = co_await asio::this_coro::cancellation_state;
        if (cancelled.cancelled() != asio::cancellation_type::none) co_return;
        if (steady_clock::now() < deadline_) continue;
        const Error late{ErrorCode::timedOut, "a deadline passed"};
        if (reason_) hangUp(late);
        end(late);
    }
}

void Conversation::end(const Error& reason)
{
    if (reason_) return;
    reason_ = reason;
    deadline_ = steady_clock::now() + limits_.farewell;
    watch_.cancel();
    woken_.cancel();
}

void Conversation::hangUp(const Error& reason)
{
    if (!reason_) reason_ = reason;
    isOver_ = true;
    stream_.close();
    woken_.cancel();
}

bool Conversation::takeMessages()
{
    while (true) {
        const auto bytes = frames_.next();
        const Result<Done> taken = !bytes ? bytes.error() : *bytes ? take(**bytes) : done();
        if (!taken) {
            end(taken.error());
            return false;
        }
        if (!*bytes) return true;
    }
}

Result<Done> Conversation::take(const std::string& bytes)
{
    v1::FromDevice message;
    if (Result<Done> parsed = parseMessage(bytes, message); !parsed) return parsed;
    if (Result<Done> received = session_.receive(message, clock_.now()); !received) return received;
    // Its first message showed the unlock token: from now on it may send what a device sends.
    isGreeted_ = true;
    frames_.allow(kFrameBytesMax);
    isPinging_ = isPinging_ || message.has_ping();
    frameBytes_ = 0;
    noteWhole();
    if (session_.expectsMore()) {
        centre_.gather();
    } else if (session_.hasPushes()) {
        centre_.scheduleFlush();
    }
    if (session_.takeFileArrival()) centre_.wakeAll();
    wake();
    return done();
}

void Conversation::noteWhole()
{
    setDeadline(steady_clock::now() + (isPinging_ ? limits_.idlePinging : limits_.idle));
}

void Conversation::noteRead(std::size_t bytes)
{
    if (!frames_.isInsideFrame()) return;
    if (frameBytes_ == 0) frameBegan_ = steady_clock::now();
    frameBytes_ += bytes;
    if (!isGreeted_) return;
    const auto earned = std::chrono::milliseconds(frameBytes_ * 1000 / limits_.frameBytesPerSecond);
    setDeadline(frameBegan_ + limits_.frameGrace + earned);
}

void Conversation::setDeadline(SteadyTime moment)
{
    if (reason_) return;
    deadline_ = std::min(moment, lastMoment_);
    if (deadline_ < watch_.expiry()) watch_.cancel();
}

}  // namespace liaison
