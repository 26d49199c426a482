// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <vector>

#include "tests/load/caller.h"

namespace liaison::load {

/// Many devices and one thread: lets each go on whenever its socket is ready.
class Crowd {
public:
    Crowd();
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;
    ~Crowd();

    /// Connects a device, anew if it is connected. It must outlive the crowd or be dropped.
    void dial(Caller& caller);
    void drop(Caller& caller);
    /// Drives everybody until `isOver` says so or `within` has passed; true in the first case.
    bool run(const std::function<bool()>& isOver, std::chrono::milliseconds within);
    /// Drives everybody until each is settled or has failed.
    bool settle(std::chrono::milliseconds within);
    /// The first fault among them; none is the hope.
    std::optional<Error> fault() const;
    std::size_t faults() const;

private:
    struct Place {
        Caller* caller = nullptr;
        bool isWriting = false;
    };

    void watch(Place& place, int operation);
    void go(Place& place);

    int poll_;
    std::vector<std::unique_ptr<Place>> places_;
};

}  // namespace liaison::load
