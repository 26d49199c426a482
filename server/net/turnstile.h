// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <boost/asio/experimental/concurrent_channel.hpp>
#include <memory>

#include "server/net/asio.h"
#include "shared/base/result.h"

namespace liaison {

/// Lets a few at a time through, in the order they came: when all devices of a region come back at
/// once, each is served quickly in its turn instead of all slowly together. Any thread; outlives
/// its passes.
class Turnstile {
public:
    /// The place of one who is inside; given back once, by `release` or when it goes. Any thread.
    class Pass {
    public:
        explicit Pass(Turnstile& turnstile) : turnstile_(turnstile) {}
        Pass(const Pass&) = delete;
        Pass& operator=(const Pass&) = delete;
        ~Pass() { release(); }

        void release();

    private:
        Turnstile& turnstile_;
        std::atomic<bool> isReleased_{false};
    };

    /// `places`: how many may be inside at a time.
    Turnstile(asio::io_context& context, std::size_t places) : inside_(context, places) {}

    /// Waits for a place. Cancelled, it takes none and fails with `stopping`.
    Awaitable<Result<std::shared_ptr<Pass>>> enter();

private:
    /// Holds one message for each who is inside; sending waits while it is full.
    asio::experimental::concurrent_channel<void(boost::system::error_code)> inside_;
};

}  // namespace liaison
