// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/sim/timeline.h"
#include "tests/sim/trace.h"
#include "tests/support/dice.h"

namespace liaison::sim {

/// How often each thing happened that worlds are for, by its name.
using Tally = std::map<std::string, std::uint64_t, std::less<>>;

/// What all parts of one world share: chance, time, and what is written down about it.
struct Run {
    Run(std::uint64_t seed, bool isTraced) : dice(seed), trace(isTraced) {}

    /// A promise was broken: the invariant of trust.md and what was found.
    void violate(std::string_view invariant, const std::string& what)
    {
        violations.push_back(std::string(invariant) + " " + what);
        trace.note(timeline.now(), "violation", invariant, what);
    }
    void count(std::string_view what, std::uint64_t times = 1)
    {
        if (times == 0) return;
        const auto known = tally.find(what);
        if (known != tally.end()) {
            known->second += times;
        } else {
            tally.emplace(std::string(what), times);
        }
    }
    void note(std::string_view who, std::string_view what, std::string_view more = {})
    {
        trace.note(timeline.now(), who, what, more);
    }
    Milliseconds between(std::int64_t from, std::int64_t to)
    {
        return Milliseconds(
            from + static_cast<std::int64_t>(dice.below(static_cast<std::size_t>(to - from + 1))));
    }

    Dice dice;
    Timeline timeline;
    Trace trace;
    Tally tally;
    std::vector<std::string> violations;
};

}  // namespace liaison::sim
