// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "server/net/limits.h"

namespace liaison {

/// Counts who is connected and turns away who would be too many. Any thread; outlives its tickets.
class Admission {
public:
    explicit Admission(const Limits& limits) : limits_(limits) {}

    /// The place of one connection; given back when the ticket goes.
    class Ticket {
    public:
        Ticket(Ticket&& other) noexcept;
        Ticket& operator=(Ticket&&) = delete;
        ~Ticket();

        /// What ends the connection when strangers are turned away. Called on any thread, at once
        /// when they were already; only posts what it does.
        void onTurnedAway(std::function<void()> leave);
        /// The connection turned out to be a known device: it counts as a stranger no longer.
        void becomeKnown();

    private:
        friend class Admission;
        Ticket(Admission& admission, std::string address, std::uint64_t number)
            : admission_(&admission), address_(std::move(address)), number_(number)
        {
        }

        Admission* admission_;
        std::string address_;
        std::uint64_t number_;
    };

    /// A place for a new connection from this address; none when a limit is reached.
    std::optional<Ticket> admit(const std::string& address);

    /// Ends every connection that is not a known device's, and admits nobody any more.
    void close();

    std::size_t connections() const;

private:
    struct Count {
        std::size_t all = 0;
        std::size_t strangers = 0;
    };

    /// False when strangers were turned away already.
    bool keepLeave(std::uint64_t number, const std::function<void()>& leave);
    void leave(const Ticket& ticket);
    void becomeKnown(const Ticket& ticket);

    const Limits limits_;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Count> byAddress_;
    std::map<std::uint64_t, std::function<void()>> strangers_;
    std::size_t all_ = 0;
    std::uint64_t lastNumber_ = 0;
    bool isClosed_ = false;
};

}  // namespace liaison
