// SPDX-License-Identifier: GPL-3.0-or-later
#include <malloc.h>

#include "tests/sim/command_line.h"

int main(int argc, char** argv)
{
    // Worlds take and give back the same megabytes over and over: they stay in the process.
    ::mallopt(M_TRIM_THRESHOLD, 512 * 1024 * 1024);
    ::mallopt(M_MMAP_THRESHOLD, 64 * 1024 * 1024);
    return liaison::sim::runCommandLine(argc, argv);
}
