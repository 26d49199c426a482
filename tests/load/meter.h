// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <vector>

namespace liaison::load {

/// What is watched beside this process: the other side of the line, and where both keep things.
struct Watched {
    pid_t server = 0;  ///< 0: nobody
    std::filesystem::path phoneFolder;
    std::filesystem::path serverFolder;
};

/// What a stretch of work took on both sides.
class Meter {
public:
    /// Begins to measure; peaks of memory begin anew.
    explicit Meter(Watched watched);

    /// What it took since: `wall_s`, `phone_cpu_s`, `server_cpu_s` (the CPU clocks of the whole
    /// processes), `bytes_up`, `bytes_down` (as given), `phone_disk`, `server_disk` (bytes of the
    /// files there are), `phone_peak`, `server_peak` (bytes of resident memory).
    nlohmann::json stop(std::uint64_t bytesUp, std::uint64_t bytesDown) const;
    double wallSeconds() const;

private:
    Watched watched_;
    std::chrono::steady_clock::time_point began_;
    double phoneCpu_;
    double serverCpu_;
};

/// How many, the mean, and `p50`, `p90`, `p99` and `max` of these, which may be empty.
nlohmann::json percentiles(std::vector<double> values);

/// CPU seconds that a process has used since it began; 0 for process 0.
double cpuSeconds(pid_t process);
/// The highest resident memory of a process since this was last asked to begin anew, in bytes.
std::uint64_t peakBytes(pid_t process);
void beginPeakAnew(pid_t process);
std::uint64_t bytesIn(const std::filesystem::path& folder);

}  // namespace liaison::load
