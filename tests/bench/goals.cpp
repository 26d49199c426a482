// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "tests/bench/comparison.h"

namespace liaison::bench {

namespace {

using nlohmann::json;

json goal(const std::string& text, double value, double limit)
{
    return {{"goal", text}, {"value", value}, {"limit", limit}, {"reached", value <= limit}};
}

std::string cells(const char* format, const char* name, double a, double b, double c)
{
    char line[160];
    std::snprintf(line, sizeof line, format, name, a, b, c);
    return line;
}

struct Part {
    const char* key;
    const char* text;
    double unit;  ///< one of what is shown
};

constexpr Part kParts[] = {{"wall_s", "wall, ms", 1e-3},
                           {"cpu_s", "CPU of both sides, ms", 1e-3},
                           {"phone_cpu_s", "CPU of the phone, ms", 1e-3},
                           {"server_cpu_s", "CPU of the server, ms", 1e-3},
                           {"bytes_up", "bytes up", 1},
                           {"bytes_down", "bytes down", 1},
                           {"phone_disk", "disk of the phone, MB", 1e6},
                           {"server_disk", "disk of the server, MB", 1e6},
                           {"phone_peak", "peak memory of the phone, MB", 1e6},
                           {"server_peak", "peak memory of the server, MB", 1e6},
                           {"reconnects", "sent away as busy, at most", 1}};

constexpr std::pair<const char*, const char*> kFigures[] = {
    {"push", "Push of all records"},
    {"pull", "Pull of all records to an empty phone"},
    {"edits", "One-field edits"},
    {"quiet_new", "Nothing to say, new connection"},
    {"quiet_open", "Nothing to say, open connection"},
    {"save", "One durable save on the phone"}};

double number(const json& at, const char* key)
{
    return at.contains(key) && at.at(key).is_number() ? at.at(key).get<double>() : 0;
}

}  // namespace

json goals(const json& figures, const json& rush)
{
    const auto ratio = [&](const char* figure, const char* part) {
        return figures.at(figure).at("ratio").at(part).get<double>();
    };
    const auto product = [&](const char* figure, const char* part) {
        return figures.at(figure).at("product").at(part).get<double>();
    };
    json all = json::array(
        {goal("push: CPU of both sides to the floor", ratio("push", "cpu_s"), 1.4),
         goal("push: wall to the floor", ratio("push", "wall_s"), 1.4),
         goal("pull: CPU of both sides to the floor", ratio("pull", "cpu_s"), 1.4),
         goal("pull: wall to the floor", ratio("pull", "wall_s"), 1.4),
         goal("push: bytes up to the floor", ratio("push", "bytes_up"), 1.1),
         goal("pull: bytes down to the floor", ratio("pull", "bytes_down"), 1.1),
         goal("edits: wall to the floor", ratio("edits", "wall_s"), 1.4),
         goal("edits: bytes up, kB", product("edits", "bytes_up") / 1e3, 30),
         goal("quiet, new connection: wall to the floor", ratio("quiet_new", "wall_s"), 2),
         goal("quiet, new connection: bytes to the floor", ratio("quiet_new", "bytes"), 2),
         goal("quiet, open connection: bytes up", product("quiet_open", "bytes_up"), 120),
         goal("quiet, open connection: bytes down", product("quiet_open", "bytes_down"), 120),
         goal("save: wall to the floor", ratio("save", "wall_s"), 1.4)});
    if (rush.is_null()) return all;
    const json& storm = rush.at("figures").at("storm");
    const json& small = rush.at("small_syncs");
    all.push_back(goal("rush: errors", number(rush, "errors"), 0));
    all.push_back(goal("rush: edits without verdict or refused",
                       number(rush, "edits_expected") - number(rush, "edits_applied"), 0));
    all.push_back(goal("rush: p99 of a small sync after its handshake, ms",
                       number(small.at("sync_s"), "p99") * 1e3, 500));
    all.push_back(
        goal("rush: peak memory of the server, MiB", number(storm, "server_peak") / 1048576, 256));
    return all;
}

std::string tables(const json& result)
{
    std::string text;
    for (const auto& [key, title] : kFigures) {
        const json& figure = result.at("figures").at(key);
        text += std::string("\n") + title + "\n";
        text += "                                      product        floor    ratio\n";
        for (const Part& part : kParts) {
            const double mine = number(figure.at("product"), part.key) / part.unit;
            const double floor = number(figure.at("floor"), part.key) / part.unit;
            text += cells("  %-32s %12.3f %12.3f %8.2f\n", part.text, mine, floor,
                          floor > 0 ? mine / floor : 0);
        }
    }
    if (result.contains("rush")) {
        const json& rush = result.at("rush");
        for (const char* who : {"small_syncs", "first_runs"}) {
            const json& did = rush.at(who);
            text += std::string("\nRush, ") + who + ": " + did.dump() + "\n";
        }
        text += "Rush, cost: " + rush.at("figures").at("storm").dump() + "\n";
    }
    text += "\nGoals                                                     value    limit\n";
    for (const json& one : result.at("goals")) {
        const std::string name = one.at("goal");
        text += cells("  %-52s %8.2f %8.2f", name.c_str(), one.at("value"), one.at("limit"), 0);
        text += one.at("reached").get<bool>() ? "  reached\n" : "  not reached\n";
    }
    return text;
}

}  // namespace liaison::bench
