// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

#include "shared/base/time.h"

namespace liaison {

/// When an edit was written, as far as its author's clock knew: 48 bits of milliseconds since 1970
/// and 16 bits of counter. Orders what is shown; never decides what survives.
///
/// A hybrid logical clock (Kulkarni et al., 2014) of which only the total order is used.
struct Stamp {
    std::uint64_t value = 0;

    static Stamp at(Instant instant, std::uint16_t counter = 0);
    Instant instant() const;

    auto operator<=>(const Stamp&) const = default;
};

/// The stamp an edit is shown under: its own, but at most 60 s after the centre received it, so
/// that no fast clock can stay on top of what came an hour later.
Stamp shownAs(Stamp own, Instant receivedAt);

/// The stamp of the next edit of a device whose corrected clock says `now` and whose newest known
/// stamp is `last`: never less than one more, whatever the clock does; never fails.
Stamp nextStamp(Instant now, Stamp last);

/// What a device remembers as its newest stamp after it saw `foreign` at `now`: a stamp more than
/// 60 s ahead does not move the clock.
Stamp afterSeeing(Stamp last, Stamp foreign, Instant now);

/// What a device remembers after a contact at which the corrected clock says `now`: a clock stuck
/// more than 60 s ahead goes back, since the order of a device's edits is n, not the stamp.
Stamp afterContact(Stamp last, Instant now);

}  // namespace liaison
