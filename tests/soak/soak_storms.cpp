// SPDX-License-Identifier: GPL-3.0-or-later
//
// What happens to programs that nobody kills: the system stops them for a while, the line swallows
// what they say, their disk fills up.
#include <csignal>
#include <thread>

#include "tests/soak/soak.h"

namespace liaison::soak {

using e2e::Traffic;
using std::chrono::milliseconds;

namespace {

constexpr std::uint64_t kPushBytes = 11'000;

}  // namespace

void Soak::storm()
{
    switch (storms_++ % 5) {
        case 0:
            return stopServer();
        case 1:
            return stopDevice();
        case 2:
            return loseLine();
        case 3:
            return fillServer();
        default:
            return fillDevice();
    }
}

void Soak::stopServer()
{
    save(writer());
    const std::uint64_t bytes = dice_.between(1, kPushBytes);
    place_.line.mend();
    Process syncing = writer().begin({"sync", "--wait", "80"});
    place_.line.waitFor("some bytes", [&](const Traffic& so) { return so.up + so.down > bytes; });
    place_.server.pause();
    // The length of the pause is what is tried.
    std::this_thread::sleep_for(milliseconds(dice_.between(50, 3'000)));
    place_.server.goOn();
    ++counts_.stopsOfServer;
    const auto back = Place::Clock::now();
    if (!Place::takeReceipt(writer(), syncing.wait(), notebook_)) {
        throw std::runtime_error("a phone did not outlive a pause of its server");
    }
    drainSince(back);
}

void Soak::stopDevice()
{
    save(writer());
    save(other());
    const std::uint64_t bytes = dice_.between(1, kPushBytes);
    place_.line.mend();
    Process syncing = writer().begin({"sync", "--wait", "80"});
    place_.line.waitFor("some bytes", [&](const Traffic& so) { return so.up + so.down > bytes; });
    syncing.signal(SIGSTOP);
    // A phone that stands still holds nothing that another one needs.
    if (!Place::takeReceipt(other(), other().command({"sync", "--wait", "20"}), notebook_)) {
        counts_.violations.emplace_back("a phone that was stopped held up another one");
    }
    syncing.signal(SIGCONT);
    ++counts_.stopsOfDevices;
    const auto back = Place::Clock::now();
    if (!Place::takeReceipt(writer(), syncing.wait(), notebook_)) {
        throw std::runtime_error("a phone did not outlive a pause");
    }
    drainSince(back);
}

void Soak::loseLine()
{
    save(writer());
    place_.line.mend();
    place_.line.set({.loseAfterUp = dice_.between(1, kPushBytes)});
    Process syncing = writer().begin({"sync", "--wait", "80"});
    place_.line.waitFor("lost bytes", [](const Traffic& so) { return so.lost > 0; });
    place_.line.mend();
    ++counts_.losses;
    const auto back = Place::Clock::now();
    if (!Place::takeReceipt(writer(), syncing.wait(), notebook_)) {
        throw std::runtime_error("a phone did not outlive lost bytes");
    }
    drainSince(back);
}

void Soak::dieSilently()
{
    save(writer());
    place_.line.mend();
    place_.line.set({.loseAfterUp = dice_.between(1, kPushBytes)});
    Process syncing = writer().begin({"sync", "--wait", "80"});
    place_.line.waitFor("lost bytes", [](const Traffic& so) { return so.lost > 0; });
    // New connections get through again; this one stays dead, and only its own patience ends it.
    place_.line.set({});
    ++counts_.deadLines;
    const auto back = Place::Clock::now();
    if (!Place::takeReceipt(writer(), syncing.wait(), notebook_)) {
        throw std::runtime_error("a phone did not notice that its line was dead");
    }
    drainSince(back);
}

void Soak::fillServer()
{
    save(writer());
    place_.line.mend();
    place_.fillServerDisk(true);
    const e2e::Outcome outcome = writer().command({"sync"});
    if (!Place::takeReceipt(writer(), outcome, notebook_)) ++counts_.refusedByFullDisk;
    ++counts_.fullServers;
    place_.fillServerDisk(false);
    drainSince(Place::Clock::now());
}

void Soak::fillDevice()
{
    save(other());
    other().sync();
    place_.line.mend();
    place_.fillPhoneDisk(true);
    // A ledger may have room of its own for one more, not for many.
    for (int tries = 0; tries < 4 && save(writer()); ++tries) {}
    const e2e::Outcome outcome = writer().command({"sync"});
    if (!Place::takeReceipt(writer(), outcome, notebook_)) ++counts_.refusedByFullDisk;
    ++counts_.fullDevices;
    place_.fillPhoneDisk(false);
    drainSince(Place::Clock::now());
}

}  // namespace liaison::soak
