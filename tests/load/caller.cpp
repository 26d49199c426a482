// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/caller.h"

namespace liaison::load {

namespace {

using Steady = std::chrono::steady_clock;

/// More than this waiting in the line, and the device is not asked for more: as on a phone.
constexpr std::size_t kUnsentBytesMax = 512 * 1024;

}  // namespace

void Caller::dial()
{
    hangUp();
    fault_.reset();
    wasOpen_ = false;
    wasSettled_ = false;
    beginAnew();
    dialledAt_ = Steady::now();
    line_.emplace(papers_, route_);
}

void Caller::hangUp()
{
    if (!line_) return;
    before_ = before_ + line_->traffic();
    line_.reset();
}

void Caller::advance()
{
    if (!line_ || fault_) return;
    const auto worked = work();
    if (worked) return;
    if (mayEnd()) return hangUp();
    fault_ = worked.error();
}

void Caller::pump()
{
    wasSettled_ = false;
    advance();
}

Result<Done> Caller::work()
{
    const auto advanced = line_->advance();
    if (!line_->isOpen()) return advanced;
    if (!std::exchange(wasOpen_, true)) openedAt_ = Steady::now();
    while (true) {
        auto message = line_->next();
        if (!message) return message.error();
        if (!*message) break;
        if ((*message)->has_bye()) {
            return Error{errorCodeFrom((*message)->bye().code()), (*message)->bye().detail()};
        }
        if (auto taken = take(**message); !taken) return taken;
    }
    if (auto said = say(); !said) return said;
    if (!wasSettled_ && isSettled()) {
        wasSettled_ = true;
        settledAt_ = Steady::now();
    }
    return advanced;
}

Result<Done> Caller::say()
{
    bool hasSpoken = false;
    while (line_->unsentBytes() < kUnsentBytesMax) {
        auto message = nextMessage();
        if (!message) return message.error();
        if (!*message) break;
        line_->send(**message);
        hasSpoken = true;
    }
    // Not read as well: what came would lie there until something else comes.
    return hasSpoken ? line_->flush() : done();
}

Traffic Caller::traffic() const
{
    return line_ ? before_ + line_->traffic() : before_;
}

}  // namespace liaison::load
