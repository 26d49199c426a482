// SPDX-License-Identifier: GPL-3.0-or-later
//
// The line breaks at every message boundary of an exchange that pushes and of one that pulls, in
// either direction, and at bytes chosen by the dice; half the time on a slow line.
#include "shared/base/error_code.h"
#include "tests/soak/soak.h"

namespace liaison::soak {

using e2e::Traffic;

void Soak::playCuts()
{
    place_.drain(notebook_);
    writer_ = 0;
    const Traffic pushed = exchange(true);
    const Traffic pulled = exchange(false);
    pushBytesUp_ = pushed.up;
    pushBytesDown_ = pushed.down;
    pullBytesDown_ = pulled.down;
    cutAtRecords(true);
    cutAtRecords(false);
    tell(std::to_string(counts_.cutsAtRecords) + " cuts at message boundaries");
    // Some exchanges end before the byte comes: they are played again, but not for ever.
    for (int tries = 0; counts_.cutsAtBytes < plan_.cuts && tries < 2 * plan_.cuts; ++tries) {
        writer_ = dice_.below(place_.phones.size());
        cutAtByte();
        if (tries % 50 == 49) tell(std::to_string(counts_.cutsAtBytes) + " cuts at random bytes");
    }
    if (counts_.cutsAtBytes < plan_.cuts) counts_.violations.emplace_back("too few cuts fell");
}

Traffic Soak::exchange(bool isPush)
{
    save(writer());
    if (!isPush) writer().sync();
    place_.line.mend();
    const Phone& phone = isPush ? writer() : other();
    phone.sync();
    notebook_.receipt(writer().name());
    return place_.line.whole();
}

void Soak::cutAtRecords(bool isPush)
{
    const Traffic whole = exchange(isPush);
    for (std::uint64_t records = 0; records < whole.recordsUp; ++records) {
        counts_.cutsAtRecords += cut({.cutAfterRecordsUp = records}, isPush) ? 1 : 0;
    }
    for (std::uint64_t records = 0; records < whole.recordsDown; ++records) {
        counts_.cutsAtRecords += cut({.cutAfterRecordsDown = records}, isPush) ? 1 : 0;
    }
}

void Soak::cutAtByte()
{
    e2e::Weather weather;
    const std::size_t direction = dice_.below(3);
    if (direction == 0) weather.cutAfterUp = dice_.between(1, pushBytesUp_);
    if (direction == 1) weather.cutAfterDown = dice_.between(1, pushBytesDown_);
    if (direction == 2) weather.cutAfterDown = dice_.between(1, pullBytesDown_);
    if (dice_.oneIn(2)) weather.pauseAfterPiece = std::chrono::milliseconds(dice_.between(1, 10));
    counts_.cutsAtBytes += cut(weather, direction < 2) ? 1 : 0;
}

bool Soak::cut(const e2e::Weather& weather, bool isPush)
{
    save(writer());
    if (!isPush) writer().sync();
    const Phone& phone = isPush ? writer() : other();
    const std::uint64_t before = place_.line.cuts();
    place_.line.mend();
    place_.line.set(weather);

    const e2e::Outcome outcome = phone.command({"sync"});

    const bool hasBroken = place_.line.cuts() > before;
    const bool isDone = Place::takeReceipt(phone, outcome, notebook_);
    if (!isDone && outcome.exitCode != static_cast<int>(ErrorCode::unreachable)) {
        counts_.violations.push_back("a broken line ended an exchange with " + outcome.err);
    }
    place_.line.mend();
    const auto back = Place::Clock::now();
    if (!Place::takeReceipt(phone, phone.command({"sync", "--wait", "80"}), notebook_)) {
        throw std::runtime_error("a phone did not take up what a cut had ended");
    }
    counts_.slowestDrain = std::max(
        counts_.slowestDrain, std::chrono::duration<double>(Place::Clock::now() - back).count());
    return hasBroken;
}

}  // namespace liaison::soak
