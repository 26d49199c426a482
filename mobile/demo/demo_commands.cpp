// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/demo_commands.h"

#include <CLI/CLI.hpp>

#include "mobile/demo/day.h"
#include "mobile/demo/founding.h"
#include "mobile/demo/paris_calendar.h"
#include "mobile/demo/seeding.h"
#include "shared/base/durable_file.h"

namespace liaison::demo {

namespace {

/// What the command line says.
struct Words {
    std::string folder;
    std::string address;
    std::string today;
    std::uint64_t seed = 24150;
};

Result<std::string> pinIn(const Place& place)
{
    auto pin = readWhole(place.pinFile());
    if (!pin) return pin;
    return pin->substr(0, pin->find_last_not_of("\r\n") + 1);
}

/// Noon of a day written YYYY-MM-DD.
Result<Instant> noonOf(const std::string& text)
{
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    const bool isRead = std::sscanf(text.c_str(), "%4d-%2u-%2u", &year, &month, &day) == 3;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                           std::chrono::day(day)};
    if (!isRead || !date.ok()) return Error{ErrorCode::usage, "no day: " + text};
    return at(Day(date), 12 * 60);
}

Result<Done> seedAll(const Place& place, const Words& words, const Clock& clock, std::ostream& out)
{
    const auto pin = pinIn(place);
    if (!pin) return pin.error();
    const auto now = words.today.empty() ? Result<Instant>(clock.now()) : noonOf(words.today);
    if (!now) return now.error();
    const auto seeded = seed(place, *pin, words.seed, *now);
    if (!seeded) return seeded.error();
    out << "  " << seeded->saves << " enregistrements faits par douze personnes :";
    for (const auto& [kind, count] : seeded->records) {
        out << " " << kind << " " << count;
    }
    out << "\n" << std::flush;
    return done();
}

}  // namespace

int runCommandLine(int argc, const char* const* argv, const Clock& clock, std::ostream& out,
                   std::ostream& err)
{
    Words words;
    CLI::App app("liaison-demo: fills a centre with invented people and six months of their life.");
    app.add_option("--folder", words.folder, "Folder of the demonstration")->required();
    app.require_subcommand(1);
    CLI::App* found = app.add_subcommand("found", "Make the centre; everybody joins it");
    found->add_option("--address", words.address, "HOST:PORT of its server")->required();
    CLI::App* write = app.add_subcommand("seed", "Write the invented centre into the profiles");
    write->add_option("--seed", words.seed, "The same seed gives the same people");
    write->add_option("--today", words.today, "YYYY-MM-DD; without it, the day it is");
    CLI::App* meet = app.add_subcommand("exchange", "Let everybody send and receive");
    CLI::App* day = app.add_subcommand("day", "Play and tell a day");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& end) {
        return app.exit(end, out, err);
    }
    const Place place{words.folder, std::filesystem::canonical("/proc/self/exe").parent_path()};
    Result<Done> outcome = done();
    if (*found) outcome = foundCentre(place, words.address);
    if (*write) outcome = seedAll(place, words, clock, out);
    if (*meet) outcome = exchange(place);
    if (*day) outcome = playDay(place, clock.now(), out);
    if (outcome) return 0;
    err << "liaison-demo: " << name(outcome.error().code) << ": " << outcome.error().detail << "\n";
    return 1;
}

}  // namespace liaison::demo
