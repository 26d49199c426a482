// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/sequence.h"

#include "tests/fuzz/byte_source.h"

namespace liaison::fuzz {

std::vector<Step> stepsIn(std::string_view bytes)
{
    ByteSource source(bytes);
    std::vector<Step> steps;
    while (!source.isEmpty() && steps.size() < kStepsMax) {
        Step step;
        step.flags = source.byte();
        step.message = source.piece(source.two());
        steps.push_back(std::move(step));
    }
    return steps;
}

std::string bytesOf(const std::vector<Step>& steps)
{
    std::string bytes;
    for (const Step& step : steps) {
        bytes += static_cast<char>(step.flags);
        bytes += static_cast<char>(step.message.size() >> 8);
        bytes += static_cast<char>(step.message.size() & 0xff);
        bytes += step.message;
    }
    return bytes;
}

}  // namespace liaison::fuzz
