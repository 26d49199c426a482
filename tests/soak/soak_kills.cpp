// SPDX-License-Identifier: GPL-3.0-or-later
//
// kill -9 of either side while they synchronise. The line between them says where they are: the
// handshake and the greeting of a phone are less than kPushBegins bytes, and what it pushes here is
// more than kPushBytes of text that does not compress below it. From the moment the line has
// carried kPushBegins bytes up, it lets nothing down any more: a kill then falls between a push and
// its verdict.
#include <algorithm>
#include <thread>

#include "tests/soak/soak.h"

namespace liaison::soak {

using e2e::Traffic;

namespace {

constexpr std::uint64_t kPushBegins = 4'000;
constexpr std::uint64_t kPushBytes = 11'000;
/// Longer than the program takes to save, so that some kills come too late to matter.
constexpr std::size_t kSaveMilliseconds = 250;

}  // namespace

Soak::Kill Soak::nextKill()
{
    if (deck_.empty()) {
        deck_ = {{Moment::halfPushed, true},    {Moment::halfPushed, false},
                 {Moment::committed, true},     {Moment::committed, false},
                 {Moment::halfPushed, false},   {Moment::anywhere, true},
                 {Moment::anywhere, false},     {Moment::whilePulling, true},
                 {Moment::whilePulling, false}, {Moment::saving, false}};
        dice_.shuffle(deck_);
    }
    const Kill kill = deck_.back();
    deck_.pop_back();
    return kill;
}

bool Soak::waitForMoment(Moment moment, std::uint64_t bytes, const json& standing)
{
    e2e::Line& line = place_.line;
    if (moment == Moment::anywhere) {
        line.waitFor("some bytes", [&](const Traffic& so) { return so.up + so.down > bytes; });
        return false;
    }
    if (moment == Moment::whilePulling) {
        line.waitFor("a page", [&](const Traffic& so) { return so.down > bytes; });
        return false;
    }
    const Traffic then = line.waitFor(
        "a push", [&](const Traffic& so) { return so.isOpen && so.up >= kPushBegins; });
    if (moment == Moment::committed) {
        e2e::waitUntil("the server to commit", [&] {
            return place_.committedN(standing.at("device")) == standing.at("last_n");
        });
    }
    return line.traffic().down == then.down;
}

e2e::Weather Soak::weatherFor(Moment moment, std::uint64_t bytes) const
{
    e2e::Weather weather;
    if (moment == Moment::halfPushed) weather.stopUpAfter = bytes;
    if (moment == Moment::halfPushed || moment == Moment::committed) {
        weather.holdDownAfterUp = kPushBegins;
    }
    return weather;
}

std::uint64_t Soak::bytesFor(Moment moment)
{
    if (moment == Moment::halfPushed) return dice_.between(kPushBegins, kPushBytes);
    if (moment == Moment::whilePulling) return dice_.between(1'500, kPushBytes);
    return dice_.between(1, kPushBytes);
}

void Soak::play(const Kill& kill)
{
    if (kill.moment == Moment::saving) {
        killSaving();
        return;
    }
    save(writer());
    if (kill.moment == Moment::whilePulling) writer().sync();
    const Phone& phone = kill.moment == Moment::whilePulling ? other() : writer();
    const json standing = phone.status();
    const std::uint64_t bytes = bytesFor(kill.moment);
    place_.line.mend();
    place_.line.set(weatherFor(kill.moment, bytes));
    Process syncing = phone.begin({"sync", "--wait", "80"});

    const bool isBetween = waitForMoment(kill.moment, bytes, standing);
    if (!kill.isOfServer) syncing.kill();
    if (kill.isOfServer) place_.server.kill();

    counts_.killsBetween += isBetween ? 1 : 0;
    ++(kill.isOfServer ? counts_.killsOfServer : counts_.killsOfDevices);
    place_.line.mend();
    if (kill.isOfServer) startServer();
    const auto back = Place::Clock::now();
    if (kill.isOfServer && !Place::takeReceipt(phone, syncing.wait(), notebook_)) {
        throw std::runtime_error("a phone did not outlive its server: " + syncing.errorSoFar());
    }
    drainSince(back);
}

void Soak::killSaving()
{
    Phone& phone = writer();
    const std::string& person = place_.persons[dice_.below(place_.persons.size())];
    const json changes = notebook_.asked(phone.name(), person, noise(500));
    Process saving = phone.begin({"save"}, Phone::saveText(changes));
    // Nothing outside the program tells how far it is: only the time can be chosen.
    std::this_thread::sleep_for(std::chrono::milliseconds(dice_.below(kSaveMilliseconds)));
    saving.kill();
    const e2e::Outcome outcome = saving.wait();
    // What was printed before the kill was promised.
    if (outcome.out.ends_with('\n')) notebook_.stored(json::parse(outcome.out));
    ++counts_.killsOfDevices;
    drainSince(Place::Clock::now());
}

}  // namespace liaison::soak
