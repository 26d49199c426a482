// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace liaison::sim {

/// The program: runs the worlds that its arguments name, prints how often what happened and how
/// fast it was. 0: every promise was kept; 1: one was broken, and the line that runs that world
/// again is printed; 2: the arguments mean nothing.
int runCommandLine(int argc, char** argv);

}  // namespace liaison::sim
