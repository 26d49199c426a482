// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <iostream>

#include "mobile/demo/demo_commands.h"

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    return liaison::demo::runCommandLine(argc, argv, liaison::SystemClock(), std::cout, std::cerr);
}
