// SPDX-License-Identifier: GPL-3.0-or-later
//
// liaison-load: many devices in one process against a running liaison-server; prints JSON.
#include "tests/load/command_line.h"

int main(int count, char** arguments)
{
    using namespace liaison::load;
    return runTask(
        count, arguments, "Many devices against a running liaison-server; prints JSON.",
        {{"join", "Devices join, all at once", &join},
         {"push", "One phone pushes so many records", &push},
         {"pull", "One empty phone receives everything, edits, is quiet and saves", &pull},
         {"storm", "All devices reconnect at once", &storm},
         {"live", "One writes and all others receive it", &live}});
}
