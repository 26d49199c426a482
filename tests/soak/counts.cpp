// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/counts.h"

#include <iomanip>
#include <sstream>

namespace liaison::soak {

std::string Counts::table() const
{
    std::ostringstream text;
    text << std::fixed << std::setprecision(1);
    const auto row = [&](const char* what, const auto& value) {
        text << std::left << std::setw(44) << what << value << "\n";
    };
    row("kill cycles", cycles());
    row("  of the server", killsOfServer);
    row("  of devices", killsOfDevices);
    row("  between push and verdict", killsBetween);
    row("cuts at message boundaries", cutsAtRecords);
    row("cuts at random bytes", cutsAtBytes);
    row("server stopped for a while", stopsOfServer);
    row("device stopped for a while", stopsOfDevices);
    row("bytes lost, then the line broke", losses);
    row("bytes lost and nobody told", deadLines);
    row("full disk of the server", fullServers);
    row("full disk of devices", fullDevices);
    row("  refused by them", refusedByFullDisk);
    row("edits written", written);
    row("  acknowledged", acknowledged);
    row("  lost", lost);
    row("  twice", twice);
    row("slowest drain, s", slowestDrain);
    row("slowest start of the server, s", slowestRestart);
    row("digests of all compared and equal", agreements);
    return text.str();
}

std::vector<std::string> faultsOf(const Counts& counts)
{
    std::vector<std::string> faults = counts.violations;
    const auto expect = [&](bool holds, const char* sentence) {
        if (!holds) faults.emplace_back(sentence);
    };
    expect(counts.lost == 0, "edits were lost");
    expect(counts.twice == 0, "edits were doubled");
    expect(counts.written > 0 && counts.acknowledged == counts.written,
           "not every edit was acknowledged");
    expect(counts.slowestDrain <= kDrainSecondsMax, "a queue took longer than 30 s to empty");
    expect(counts.agreements > 0, "digests were never compared");
    expect(counts.killsBetween * 3 >= counts.cycles(),
           "fewer than a third of the kills fell between a push and its verdict");
    return faults;
}

}  // namespace liaison::soak
