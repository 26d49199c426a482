// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/comparison.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <stdexcept>
#include <thread>
#include <vector>

#include "tests/bench/program.h"

namespace liaison::bench {

namespace {

using nlohmann::json;
using Words = std::vector<std::string>;

constexpr double kFloorBytes = 870'000;
constexpr double kFloorTolerance = 0.05;
constexpr std::size_t kFloorRecords = 10'000;
/// 3 for the edit, and the share of what is done once for a frame.
constexpr double kStatementsMax = 3.05;

/// Every figure of one side in one round, by name.
json roundOf(Side::Kind kind, const Extent& extent, std::uint64_t seed)
{
    Side side(kind, 100);
    const std::string records = std::to_string(extent.records);
    const json pushed = side.run(seed, {"push", "--records", records});
    const json pulled =
        side.run(seed, {"pull", "--records", records, "--edits", std::to_string(extent.edits),
                        "--tries", std::to_string(extent.tries)});
    if (pushed.at("errors") != 0 || pulled.at("errors") != 0) {
        throw std::runtime_error("a run has errors: " + pushed.dump());
    }
    if (kind == Side::Kind::floor && pushed.at("digest") != pulled.at("digest")) {
        throw std::runtime_error("the floor's phones do not hold the same");
    }
    json figures = pushed.at("figures");
    figures.update(pulled.at("figures"));
    if (kind == Side::Kind::floor) {
        figures["push"]["statements_per_edit"] = pushed.at("statements_per_edit");
        figures["pull"]["statements_per_edit"] = pulled.at("statements_per_edit");
    }
    return figures;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// Of the same figures in several rounds, number by number; of reconnects the most.
json medians(const std::vector<json>& rounds)
{
    json all;
    for (const auto& [figure, parts] : rounds.front().items()) {
        for (const auto& [part, first] : parts.items()) {
            if (!first.is_number()) continue;
            std::vector<double> values;
            for (const json& round : rounds) {
                values.push_back(round.at(figure).at(part).get<double>());
            }
            // Being sent away is rare, and a median would hide it.
            all[figure][part] = part == "reconnects"
                                    ? *std::max_element(values.begin(), values.end())
                                    : median(values);
        }
    }
    return all;
}

void checkFloor(const json& floor, const Extent& extent)
{
    const double bytes = floor.at("push").at("bytes_up");
    const bool isWhole = extent.records == kFloorRecords;
    if (isWhole && std::abs(bytes - kFloorBytes) > kFloorBytes * kFloorTolerance) {
        throw std::runtime_error("the floor is none: " + std::to_string(bytes) + " bytes");
    }
    for (const char* figure : {"push", "pull"}) {
        const double statements = floor.at(figure).at("statements_per_edit");
        const double once = isWhole ? kStatementsMax : kStatementsMax + 1;
        if (statements <= once) continue;
        throw std::runtime_error("the floor is none: " + std::to_string(statements) +
                                 " statements for an edit");
    }
}

double ratio(double value, double to)
{
    return to > 0 ? value / to : 0;
}

json ratios(const json& product, const json& floor)
{
    json all;
    for (const char* part :
         {"wall_s", "cpu_s", "phone_cpu_s", "server_cpu_s", "bytes_up", "bytes_down"}) {
        all[part] = ratio(product.at(part), floor.at(part));
    }
    all["bytes"] =
        ratio(product.at("bytes_up").get<double>() + product.at("bytes_down").get<double>(),
              floor.at("bytes_up").get<double>() + floor.at("bytes_down").get<double>());
    return all;
}

}  // namespace

json compare(const Extent& extent)
{
    std::map<Side::Kind, std::vector<json>> rounds;
    for (std::size_t i = 0; i < extent.rounds; ++i) {
        // Who comes second finds a warmer machine: they take turns.
        const bool isFloorFirst = i % 2 == 1;
        for (const bool isFloor : {isFloorFirst, !isFloorFirst}) {
            const Side::Kind kind = isFloor ? Side::Kind::floor : Side::Kind::product;
            rounds[kind].push_back(roundOf(kind, extent, extent.seed + i));
        }
    }
    const json product = medians(rounds[Side::Kind::product]);
    const json floor = medians(rounds[Side::Kind::floor]);
    checkFloor(floor, extent);
    json figures;
    for (const auto& [name, parts] : product.items()) {
        figures[name] = {{"product", parts},
                         {"floor", floor.at(name)},
                         {"ratio", ratios(parts, floor.at(name))}};
    }
    return figures;
}

json rush(const Morning& morning, std::uint64_t seed)
{
    Side side(Side::Kind::product, morning.devices + morning.firstRuns + 100);
    json result =
        side.run(seed, {"storm", "--centres", std::to_string(morning.centres), "--devices",
                        std::to_string(morning.devices), "--edits", std::to_string(morning.edits),
                        "--first-runs", std::to_string(morning.firstRuns), "--records",
                        std::to_string(morning.records)});
    result["edits_expected"] = morning.devices * morning.edits;
    return result;
}

json machine()
{
    std::string kind = "unknown";
    std::ifstream cpus("/proc/cpuinfo");
    for (std::string line; std::getline(cpus, line);) {
        if (!line.starts_with("model name")) continue;
        kind = line.substr(line.find(':') + 2);
        break;
    }
    return {{"processor", kind}, {"cores", std::thread::hardware_concurrency()}};
}

}  // namespace liaison::bench
