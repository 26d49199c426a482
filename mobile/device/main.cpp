// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <iostream>
#include <iterator>

#include "mobile/device/device_commands.h"
#include "mobile/device/exit_code.h"
#include "shared/care/schema_with_codes.h"

int main(int argc, char** argv)
{
    using namespace liaison;
    const auto read = readCommandLine(argc, argv);
    if (const int* code = std::get_if<int>(&read)) return *code;
    const CommandLine& line = std::get<CommandLine>(read);
    std::string input;
    if (wantsInput(line)) input.assign(std::istreambuf_iterator<char>(std::cin), {});

    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral(LIAISON_VERSION));
    const auto answer = run(line, input, schemaWithCodes(), SystemClock());
    if (!answer) {
        std::cerr << errorLine(answer.error()) << "\n";
        return exitCode(answer.error().code);
    }
    std::cout << *answer << std::flush;
    return std::cout ? 0 : exitCode(ErrorCode::io);
}
