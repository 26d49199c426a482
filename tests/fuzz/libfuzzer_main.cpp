// SPDX-License-Identifier: GPL-3.0-or-later
//
// One program for all targets: LIAISON_FUZZ_TARGET names the one to run.
#include <time.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "tests/fuzz/target.h"

namespace {

constexpr double kSecondsMax = 0.1;

const liaison::fuzz::Target* chosen = nullptr;

/// Processor time, so that a busy machine does not make an input slow.
double seconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count);

extern "C" int LLVMFuzzerInitialize(int*, char***)
{
    const char* name = std::getenv("LIAISON_FUZZ_TARGET");
    for (const auto& target : liaison::fuzz::targets()) {
        if (name && std::strcmp(target.name, name) == 0) chosen = &target;
        if (!name) std::puts(target.name);
    }
    if (!chosen) std::exit(name ? 2 : 0);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count)
{
    chosen->prepare();
    double fastest = kSecondsMax;
    // What a first use sets up, and a cold cache, are not the input's doing.
    for (int tries = 0; tries < 3 && fastest >= kSecondsMax; ++tries) {
        if (tries > 0) chosen->prepare();
        const double begun = seconds();
        chosen->run({reinterpret_cast<const char*>(bytes), count});
        fastest = seconds() - begun;
    }
    liaison::fuzz::promise(fastest < kSecondsMax, "an input takes less than 100 ms");
    return 0;
}
