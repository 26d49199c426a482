// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/crowd.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace liaison::load {

namespace {

constexpr int kWaitAtMostMilliseconds = 100;

}  // namespace

Crowd::Crowd() : poll_(::epoll_create1(EPOLL_CLOEXEC))
{
    if (poll_ < 0) throw std::runtime_error("epoll");
}

Crowd::~Crowd()
{
    ::close(poll_);
}

void Crowd::watch(Place& place, int operation)
{
    Line* line = place.caller->line();
    place.isWriting = line->wantsToWrite();
    epoll_event event{};
    event.events = EPOLLIN | (place.isWriting ? EPOLLOUT : 0U);
    event.data.ptr = &place;
    ::epoll_ctl(poll_, operation, line->descriptor(), &event);
}

void Crowd::dial(Caller& caller)
{
    drop(caller);
    caller.dial();
    places_.push_back(std::make_unique<Place>(Place{&caller, false}));
    watch(*places_.back(), EPOLL_CTL_ADD);
}

void Crowd::drop(Caller& caller)
{
    const auto place = std::find_if(places_.begin(), places_.end(),
                                    [&](const auto& one) { return one->caller == &caller; });
    if (place != places_.end()) places_.erase(place);
    caller.hangUp();
}

void Crowd::go(Place& place)
{
    Caller& caller = *place.caller;
    caller.advance();
    // Its place stays, so that a fault is counted.
    if (caller.fault()) caller.hangUp();
    if (caller.line() != nullptr && caller.line()->wantsToWrite() != place.isWriting) {
        watch(place, EPOLL_CTL_MOD);
    }
}

bool Crowd::run(const std::function<bool()>& isOver, std::chrono::milliseconds within)
{
    const auto deadline = std::chrono::steady_clock::now() + within;
    std::array<epoll_event, 64> events;
    while (!isOver()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        const int count = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()),
                                       kWaitAtMostMilliseconds);
        for (int i = 0; i < count; ++i) {
            go(*static_cast<Place*>(events[static_cast<std::size_t>(i)].data.ptr));
        }
    }
    return true;
}

bool Crowd::settle(std::chrono::milliseconds within)
{
    // What a device says unasked may leave its line with more than it takes at once.
    for (const auto& place : places_) {
        if (place->caller->line() != nullptr) watch(*place, EPOLL_CTL_MOD);
    }
    std::size_t first = 0;
    const auto isOver = [&] {
        while (first < places_.size()) {
            const Caller& caller = *places_[first]->caller;
            if (!caller.fault() && !caller.isSettled()) return false;
            ++first;
        }
        return true;
    };
    return run(isOver, within);
}

std::optional<Error> Crowd::fault() const
{
    for (const auto& place : places_) {
        if (place->caller->fault()) return place->caller->fault();
    }
    return std::nullopt;
}

std::size_t Crowd::faults() const
{
    return static_cast<std::size_t>(std::count_if(
        places_.begin(), places_.end(), [](const auto& place) { return place->caller->fault(); }));
}

}  // namespace liaison::load
