// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/meter.h"

#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>

namespace liaison::load {

namespace {

std::string inProc(pid_t process, const char* file)
{
    return "/proc/" + std::to_string(process) + "/" + file;
}

double at(const std::vector<double>& sorted, double share)
{
    const auto rank =
        static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
}

}  // namespace

double cpuSeconds(pid_t process)
{
    clockid_t clock = 0;
    timespec used{};
    if (process == 0 || ::clock_getcpuclockid(process, &clock) != 0) return 0;
    if (::clock_gettime(clock, &used) != 0) return 0;
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

std::uint64_t peakBytes(pid_t process)
{
    std::ifstream status(inProc(process, "status"));
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) return std::stoull(line.substr(6)) * 1024;
    }
    return 0;
}

void beginPeakAnew(pid_t process)
{
    std::ofstream(inProc(process, "clear_refs")) << "5";
}

std::uint64_t bytesIn(const std::filesystem::path& folder)
{
    std::uint64_t total = 0;
    std::error_code gone;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, gone)) {
        const auto size = entry.is_regular_file(gone) ? entry.file_size(gone) : 0;
        if (!gone) total += size;
    }
    return total;
}

Meter::Meter(Watched watched) : watched_(std::move(watched))
{
    beginPeakAnew(::getpid());
    if (watched_.server != 0) beginPeakAnew(watched_.server);
    phoneCpu_ = cpuSeconds(::getpid());
    serverCpu_ = cpuSeconds(watched_.server);
    began_ = std::chrono::steady_clock::now();
}

double Meter::wallSeconds() const
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
}

nlohmann::json Meter::stop(std::uint64_t bytesUp, std::uint64_t bytesDown) const
{
    const double wall = wallSeconds();
    const double phoneCpu = cpuSeconds(::getpid()) - phoneCpu_;
    const double serverCpu = cpuSeconds(watched_.server) - serverCpu_;
    return {{"wall_s", wall},
            {"phone_cpu_s", phoneCpu},
            {"server_cpu_s", serverCpu},
            {"cpu_s", phoneCpu + serverCpu},
            {"bytes_up", bytesUp},
            {"bytes_down", bytesDown},
            {"phone_disk", bytesIn(watched_.phoneFolder)},
            {"server_disk", bytesIn(watched_.serverFolder)},
            {"phone_peak", peakBytes(::getpid())},
            {"server_peak", watched_.server == 0 ? 0 : peakBytes(watched_.server)}};
}

nlohmann::json percentiles(std::vector<double> values)
{
    if (values.empty()) return {{"count", 0}};
    std::sort(values.begin(), values.end());
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    return {{"count", values.size()},  {"mean", sum / static_cast<double>(values.size())},
            {"p50", at(values, 0.5)},  {"p90", at(values, 0.9)},
            {"p99", at(values, 0.99)}, {"max", values.back()}};
}

}  // namespace liaison::load
