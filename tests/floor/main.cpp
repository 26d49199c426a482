// SPDX-License-Identifier: GPL-3.0-or-later
//
// liaison-floor: the least that synchronises records at all, against which the figures are held.
#include <cstring>
#include <iostream>

#include "tests/floor/sides.h"
#include "tests/load/command_line.h"

int main(int count, char** arguments)
{
    if (count == 4 && std::strcmp(arguments[1], "serve") == 0) {
        try {
            liaison::floor::serve(arguments[2], arguments[3]);
        } catch (const std::exception& failure) {
            std::cerr << "liaison-floor: " << failure.what() << "\n";
        }
        return 1;
    }
    return liaison::load::runTask(
        count, arguments,
        "The floor of the figures: `serve FOLDER PORTFILE`, or one of its phones; prints JSON.",
        {{"push", "One phone pushes so many records", &liaison::floor::push},
         {"pull", "One empty phone receives everything, edits, is quiet and saves",
          &liaison::floor::pull}});
}
