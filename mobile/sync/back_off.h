// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace liaison {

/// How long to wait before the next attempt: a random part of a ceiling that doubles with each
/// failure ("full jitter"), so that a server that comes back is not met by all phones at once.
class BackOff {
public:
    /// `random` gives numbers from 0 up to 1.
    BackOff(std::chrono::milliseconds first, std::chrono::milliseconds longest,
            std::function<double()> random);

    /// The wait after one more failure.
    std::chrono::milliseconds next();
    /// The next failure waits long: the other side has said no.
    void jumpToLongest() { ceiling_ = longest_; }
    /// It worked: the next failure is a first one.
    void reset() { ceiling_ = first_; }

private:
    std::chrono::milliseconds first_;
    std::chrono::milliseconds longest_;
    std::chrono::milliseconds ceiling_;
    std::function<double()> random_;
};

}  // namespace liaison
