// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/soak.h"

#include <ostream>

#include "shared/base/error_code.h"

namespace liaison::soak {

namespace {

/// More than a push that the kills can tell from a greeting by its bytes alone.
constexpr std::size_t kNoiseCharacters = 15'000;

double secondsSince(Place::Clock::time_point then)
{
    return std::chrono::duration<double>(Place::Clock::now() - then).count();
}

}  // namespace

Soak::Soak(const Plan& plan, std::ostream& progress)
    : plan_(plan), progress_(progress), dice_(plan.seed)
{
}

Counts Soak::run()
{
    tell("seed " + std::to_string(plan_.seed) +
         (place_.hasDisks() ? ", full disks are real ones" : ", full disks are file size limits"));
    try {
        playAll();
    } catch (const std::exception& fault) {
        counts_.violations.emplace_back(fault.what());
    }
    counts_.written = notebook_.written();
    counts_.acknowledged = notebook_.acknowledged();
    return counts_;
}

void Soak::playAll()
{
    playCycles();
    playCuts();
    agree();
    compare();
}

void Soak::playCycles()
{
    for (int cycle = 1; cycle <= plan_.cycles; ++cycle) {
        writer_ = dice_.below(place_.phones.size());
        play(nextKill());
        if (cycle % plan_.stormEvery == 0) storm();
        if (cycle % plan_.deadEvery == 0) dieSilently();
        if (cycle % plan_.agreeEvery != 0) continue;
        agree();
        tell(std::to_string(cycle) + " of " + std::to_string(plan_.cycles) + " kill cycles, " +
             std::to_string(counts_.killsBetween) + " between push and verdict, " +
             std::to_string(notebook_.acknowledged()) + " edits acknowledged");
    }
}

bool Soak::save(Phone& phone)
{
    const std::string& person = place_.persons[dice_.below(place_.persons.size())];
    const json changes = notebook_.asked(phone.name(), person, noise(kNoiseCharacters));
    const e2e::Outcome outcome = phone.command({"save"}, Phone::saveText(changes));
    if (outcome.exitCode == 0) {
        notebook_.stored(json::parse(outcome.out));
        return true;
    }
    const bool isFull = outcome.exitCode == static_cast<int>(ErrorCode::diskFull) ||
                        outcome.exitCode == static_cast<int>(ErrorCode::io);
    if (!isFull) throw std::runtime_error(phone.name() + " could not save: " + outcome.err);
    notebook_.refused();
    return false;
}

std::string Soak::noise(std::size_t characters)
{
    static constexpr std::string_view kLetters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    std::string text(characters, ' ');
    for (char& letter : text) {
        letter = kLetters[dice_.below(kLetters.size())];
    }
    return text;
}

void Soak::drainSince(Place::Clock::time_point back)
{
    place_.drain(notebook_);
    counts_.slowestDrain = std::max(counts_.slowestDrain, secondsSince(back));
}

void Soak::startServer()
{
    const auto begun = Place::Clock::now();
    place_.startServer();
    counts_.slowestRestart = std::max(counts_.slowestRestart, secondsSince(begun));
}

void Soak::agree()
{
    // Once so that everybody has sent, once more so that everybody has received.
    place_.drain(notebook_);
    place_.drain(notebook_);
    const std::string disagreement = place_.disagreement();
    if (disagreement.empty()) {
        ++counts_.agreements;
    } else {
        counts_.violations.push_back(disagreement);
    }
}

void Soak::compare()
{
    for (const Findings& found : place_.compare(notebook_)) {
        counts_.lost += found.lost;
        counts_.twice += found.twice;
        counts_.violations.insert(counts_.violations.end(), found.what.begin(), found.what.end());
    }
}

void Soak::tell(const std::string& what)
{
    progress_ << what << std::endl;
}

}  // namespace liaison::soak
