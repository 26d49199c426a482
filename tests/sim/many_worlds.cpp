// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/many_worlds.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <ctime>
#include <iostream>
#include <sstream>

namespace liaison::sim {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::uint64_t kTwiceEach = 50;

constexpr std::array kWanted = {
    "bytes corrupted",
    "connections replaced by a newer one",
    "cuts inside a frame",
    "cuts inside a pull",
    "cuts inside a run",
    "commits for several devices",
    "commits of a centre that failed",
    "crashes inside a transaction of a centre",
    "devices revoked",
    "disagreements settled",
    "drafts saved after a while",
    "absences of 400 days",
    "chunks of files damaged",
    "centres restored from an older copy",
    "clocks set wrong",
    "copies parted by their connections",
    "disks searched for foreign bytes",
    "files asked for",
    "epochs begun",
    "files attached",
    "files cut and resumed",
    "files sent",
    "forks noticed",
    "joins repeated after a lost answer",
    "lines cut at a byte",
    "lines doubled",
    "lines silent in one direction",
    "persons joined",
    "phones copied",
    "phones reinstalled",
    "phones restored from an older image",
    "phones that took another number",
    "power cuts of a centre",
    "power cuts of a phone",
    "records lost without a word",
    "records voided",
    "records with several versions at the end",
    "refusals in the log",
    "refused edits taken over",
    "restarts of a centre",
    "restarts of a phone",
    "roles changed",
    "roles changed with unsent edits",
    "saves handed in",
    "saves kept without anybody being told",
    "saves of several records",
    "saves that failed: diskFull",
    "saves that failed: io",
    "testimonies given",
    "unsent saves gone with their phone",
    "verdicts heard again",
    "verdicts lost with their line",
    "voids taken back",
};

double cpuSeconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

Outcome runOne(const WorldsPlan& plan, std::uint64_t seed)
{
    const WorldPlan world{seed, plan.isLarge, plan.isTraced, plan.faults};
    Outcome outcome = runWorld(world);
    if (seed % kTwiceEach != 0 || plan.isTraced || !outcome.violations.empty()) return outcome;
    if (runWorld(world).traceHash != outcome.traceHash) {
        outcome.violations.push_back("I13 the same seed leaves another trace");
    }
    return outcome;
}

/// The worlds of one process: each `jobs`-th seed, told line by line.
void runShare(const WorldsPlan& plan, std::size_t job, std::ostream& out)
{
    Tally tally;
    const double begun = cpuSeconds();
    for (std::uint64_t i = job; i < plan.count; i += plan.jobs) {
        const std::uint64_t seed = plan.firstSeed + i;
        out << "begin " << seed << '\n' << std::flush;
        const Outcome outcome = runOne(plan, seed);
        for (const auto& [what, times] : outcome.tally) {
            tally[what] += times;
        }
        out << "world\n" << std::flush;
        for (const std::string& violation : outcome.violations) {
            out << "violation " << seed << ' ' << violation << '\n';
        }
        if (!outcome.violations.empty()) break;
    }
    out << "cpu " << cpuSeconds() - begun << '\n';
    for (const auto& [what, times] : tally) {
        out << "tally " << times << ' ' << what << '\n';
    }
    out << std::flush;
}

/// A process of ours, and the world it is in.
struct Share {
    FILE* pipe = nullptr;
    std::uint64_t seed = 0;
    bool isOver = false;
};

void noteViolation(WorldsOutcome& outcome, std::uint64_t seed, const std::string& violation)
{
    if (outcome.violations.empty()) outcome.firstFailedSeed = seed;
    if (seed == outcome.firstFailedSeed) outcome.violations.push_back(violation);
}

void readLine(const std::string& line, Share& share, WorldsOutcome& outcome)
{
    std::istringstream words(line);
    std::string word;
    words >> word;
    std::string rest;
    if (word == "begin") {
        words >> share.seed;
    } else if (word == "world") {
        ++outcome.worlds;
    } else if (word == "cpu") {
        double seconds = 0;
        words >> seconds;
        outcome.cpuSeconds += seconds;
        share.isOver = true;
    } else if (word == "tally") {
        std::uint64_t times = 0;
        words >> times >> std::ws;
        std::getline(words, rest);
        outcome.tally[rest] += times;
    } else if (word == "violation") {
        std::uint64_t seed = 0;
        words >> seed >> std::ws;
        std::getline(words, rest);
        noteViolation(outcome, seed, rest);
    }
}

/// Runs a share in a process of its own; the end of the pipe that it tells its lines through.
int fork(const WorldsPlan& plan, std::size_t job)
{
    std::array<int, 2> ends{};
    ensure(::pipe(ends.data()) == 0, "no pipe");
    const pid_t child = ::fork();
    ensure(child >= 0, "no process");
    if (child > 0) {
        ::close(ends[1]);
        return ends[0];
    }
    ::close(ends[0]);
    ::dup2(ends[1], STDOUT_FILENO);
    runShare(plan, job, std::cout);
    ::_exit(0);
}

}  // namespace

WorldsOutcome runWorlds(const WorldsPlan& plan)
{
    const auto begun = SteadyClock::now();
    const auto elapsed = [&] {
        return std::chrono::duration<double>(SteadyClock::now() - begun).count();
    };
    WorldsOutcome outcome;
    std::vector<Share> shares(plan.jobs);
    for (std::size_t job = 0; job < plan.jobs; ++job) {
        shares[job].pipe = ::fdopen(fork(plan, job), "r");
    }
    std::array<char, 4096> line{};
    for (std::size_t open = shares.size(); open > 0 && outcome.violations.empty();) {
        for (Share& share : shares) {
            if (share.pipe == nullptr) continue;
            if (std::fgets(line.data(), line.size(), share.pipe) != nullptr) {
                readLine(line.data(), share, outcome);
                continue;
            }
            ::fclose(std::exchange(share.pipe, nullptr));
            --open;
            if (!share.isOver) noteViolation(outcome, share.seed, "I10 the program died");
        }
        if (plan.tellsProgress && outcome.worlds % 1000 == 999) {
            std::cerr << '\r' << outcome.worlds << " worlds, "
                      << static_cast<double>(outcome.worlds) / elapsed() << " a second   ";
        }
    }
    // Whoever still runs worlds ends at its next word.
    for (Share& share : shares) {
        if (share.pipe != nullptr) ::fclose(share.pipe);
    }
    while (::wait(nullptr) > 0) {}
    outcome.seconds = elapsed();
    return outcome;
}

std::string replayLine(std::uint64_t seed, bool isLarge)
{
    return "ci/sim --worlds 1 --seed " + std::to_string(seed) + (isLarge ? " --large" : "");
}

std::vector<std::string> neverHappened(const Tally& tally)
{
    std::vector<std::string> never;
    for (const char* what : kWanted) {
        if (!tally.contains(what)) never.emplace_back(what);
    }
    return never;
}

}  // namespace liaison::sim
