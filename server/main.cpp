// SPDX-License-Identifier: GPL-3.0-or-later
#include <exception>
#include <iostream>

#include "server/admin/command_line.h"
#include "server/admin/exit_code.h"

int main(int count, char** arguments)
{
    try {
        return liaison::runCommandLine(count, arguments, std::cout, std::cerr);
    } catch (const std::exception& fault) {
        std::cerr << "liaison-server: stopped by a fault; what was acknowledged is safe ("
                  << fault.what() << ")" << std::endl;
        return liaison::kFaultExitCode;
    }
}
