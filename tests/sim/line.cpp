// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/line.h"

#include <utility>

namespace liaison::sim {

namespace {

using namespace std::chrono_literals;

}  // namespace

Line::Line(Run& run, const Faults& faults) : run_(run), faults_(faults)
{
    latency_ = run_.between(5, 80);
    if (!faults_.badLines) return;
    isSlow_ = run_.dice.oneIn(4);
    if (isSlow_) latency_ = run_.between(300, 4'000);
    if (run_.dice.oneIn(6)) cutAfter(End::phone, run_.dice.below(3'000));
    if (run_.dice.oneIn(6)) cutAfter(End::centre, run_.dice.below(6'000));
}

void Line::send(End from, std::string_view bytes)
{
    Side& sender = side(from);
    if (sender.hasLeft) return;
    while (!bytes.empty()) {
        std::size_t count = bytes.size();
        if (faults_.badLines && run_.dice.oneIn(3)) count = run_.dice.between(1, count);
        carry(from, std::string(bytes.substr(0, count)));
        bytes.remove_prefix(count);
    }
}

void Line::carry(End from, std::string bytes)
{
    Side& sender = side(from);
    if (faults_.corruption && run_.dice.oneIn(40)) {
        char& byte = bytes[run_.dice.below(bytes.size())];
        byte = static_cast<char>(byte ^ (1 << run_.dice.below(8)));
        run_.count("bytes corrupted");
    }
    Milliseconds delay = latency_;
    if (isSlow_) delay += run_.between(0, 2'000);
    sender.lastArrival = std::max(sender.lastArrival, run_.timeline.now() + delay);
    sender.inFlight += bytes.size();
    run_.timeline.after(
        sender.lastArrival - run_.timeline.now(),
        [self = shared_from_this(), from, bytes = std::move(bytes)] { self->arrive(from, bytes); });
}

void Line::arrive(End from, const std::string& bytes)
{
    Side& sender = side(from);
    sender.inFlight -= bytes.size();
    if (isBroken_ || sender.isSilent) return;
    std::string_view whole = bytes;
    const bool isCut = whole.size() > sender.cutIn;
    if (isCut) whole = whole.substr(0, sender.cutIn);
    if (sender.cutIn != SIZE_MAX) sender.cutIn -= whole.size();
    Side& receiver = side(otherEnd(from));
    const auto hear = receiver.ear.bytes;
    if (hear && !whole.empty()) hear(whole);
    if (isCut) {
        run_.count("lines cut at a byte");
        return cut();
    }
    const auto drained = sender.ear.drained;
    if (drained) drained();
}

void Line::close(End by)
{
    Side& leaver = side(by);
    if (leaver.hasLeft) return;
    leaver.hasLeft = true;
    leaver.ear = {};
    if (leaver.isSilent) return tellClosed(otherEnd(by), 60s);
    leaver.lastArrival = std::max(leaver.lastArrival, run_.timeline.now() + latency_);
    tellClosed(otherEnd(by), leaver.lastArrival - run_.timeline.now());
}

void Line::abandon(End by)
{
    Side& leaver = side(by);
    leaver.hasLeft = true;
    leaver.ear = {};
    tellClosed(otherEnd(by), 300s);
}

void Line::cut()
{
    if (isBroken_) return;
    isBroken_ = true;
    tellClosed(End::phone, run_.between(0, 5'000));
    // A server often learns only from its own deadline that a phone is gone.
    tellClosed(End::centre, run_.dice.oneIn(4) ? 300s : run_.between(0, 5'000));
}

void Line::silence(End from)
{
    side(from).isSilent = true;
    tellClosed(End::phone, 60s);
    tellClosed(End::centre, 300s);
}

void Line::tellClosed(End end, Milliseconds later)
{
    run_.timeline.after(later, [self = shared_from_this(), end] {
        Side& told = self->side(end);
        if (told.hasLeft) return;
        told.hasLeft = true;
        const auto closed = std::exchange(told.ear, {}).closed;
        if (closed) closed();
    });
}

}  // namespace liaison::sim
