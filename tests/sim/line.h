// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string>

#include "tests/sim/faults.h"
#include "tests/sim/run.h"

namespace liaison::sim {

/// The two ends of a line.
enum class End { phone, centre };

constexpr End otherEnd(End end)
{
    return end == End::phone ? End::centre : End::phone;
}

/// One connection: two streams of bytes that keep their order, each as slow as the line is, until
/// it is closed, cut at any byte, or goes silent in one direction.
class Line : public std::enable_shared_from_this<Line> {
public:
    /// What an end wants to hear. An end that has left hears nothing more.
    struct Ear {
        std::function<void(std::string_view)> bytes;
        std::function<void()> closed;
        std::function<void()> drained;
    };

    Line(Run& run, const Faults& faults);

    void listen(End end, Ear ear) { side(end).ear = std::move(ear); }
    void send(End from, std::string_view bytes);
    /// This end leaves; the other hears so behind what was sent to it.
    void close(End by);
    /// This end is gone without a word: the other learns it late.
    void abandon(End by);
    /// The line breaks in the middle of whatever is on it.
    void cut();
    /// Nothing sent from this end arrives any more; both ends notice after a while.
    void silence(End from);
    /// The line breaks after so many more bytes from this end.
    void cutAfter(End from, std::size_t bytes) { side(from).cutIn = bytes; }

    /// Bytes sent from this end and not arrived.
    std::size_t inFlight(End from) const { return sides_[index(from)].inFlight; }
    Milliseconds latency() const { return latency_; }

private:
    struct Side {
        Ear ear;
        Instant lastArrival{};
        std::size_t inFlight = 0;
        std::size_t cutIn = SIZE_MAX;  ///< of what is sent from here
        bool isSilent = false;
        bool hasLeft = false;
    };

    static std::size_t index(End end) { return end == End::phone ? 0 : 1; }
    Side& side(End end) { return sides_[index(end)]; }
    void carry(End from, std::string bytes);
    void arrive(End from, const std::string& bytes);
    void tellClosed(End end, Milliseconds later);

    Run& run_;
    const Faults& faults_;
    std::array<Side, 2> sides_;
    Milliseconds latency_;
    bool isSlow_ = false;
    bool isBroken_ = false;
};

}  // namespace liaison::sim
