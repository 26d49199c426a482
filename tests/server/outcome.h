// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "server/admin/command_line.h"

namespace liaison::test {

/// What a command printed and ended with.
struct Outcome {
    int exitCode = 0;
    std::string out;
    std::string err;

    nlohmann::json json() const { return nlohmann::json::parse(out); }
};

/// Runs liaison-server with these words in this process.
inline Outcome run(std::vector<std::string> words)
{
    words.insert(words.begin(), "liaison-server");
    std::vector<const char*> arguments;
    for (const std::string& word : words)
        arguments.push_back(word.c_str());
    std::ostringstream out;
    std::ostringstream err;
    const int code = runCommandLine(static_cast<int>(arguments.size()), arguments.data(), out, err);
    return {code, out.str(), err.str()};
}

inline int code(ErrorCode code)
{
    return static_cast<int>(code);
}

}  // namespace liaison::test
