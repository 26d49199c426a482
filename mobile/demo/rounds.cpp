// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/rounds.h"

#include <algorithm>

namespace liaison::demo {

namespace {

constexpr int hour(int hours, int minutes = 0)
{
    return hours * 60 + minutes;
}

const std::vector<int>& startsOf(std::size_t author)
{
    static const std::vector<int> nurse = {hour(8), hour(9, 15), hour(10, 15), hour(11, 30),
                                           hour(14)};
    static const std::vector<int> aide = {hour(8), hour(9, 30), hour(10, 45), hour(14),
                                          hour(17, 30)};
    static const std::vector<int> evening = {hour(8, 30), hour(10), hour(15), hour(18, 30)};
    static const std::vector<int> afternoon = {hour(10), hour(14), hour(15, 45)};
    static const std::vector<int> single = {hour(14, 30), hour(16)};
    switch (staff()[author].visitsADay) {
        case 5:
            return staff()[author].role == "nurse" ? nurse : aide;
        case 4:
            return staff()[author].role == "nurse" ? nurse : evening;
        case 3:
            return afternoon;
        default:
            return single;
    }
}

/// The first of five days at work, counted from today.
int firstDay(std::size_t author)
{
    if (author == kClaire) return -2;
    if (author == kNadia) return -3;
    return static_cast<int>(author % 5) - 1;
}

/// Who sees whom: nurses and aides share the persons, the others see those they can do most for.
std::vector<std::size_t> portfolio(std::size_t author, const std::vector<InventedPerson>& people)
{
    const std::string& function = staff()[author].function;
    std::vector<std::size_t> persons;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const InventedPerson& person = people[i];
        bool sees = true;
        if (function == "IDE") sees = (i % 2 == 0) == (author == kClaire) || i < 5;
        if (function == "AS") sees = (i % 2 == 1) == (author == kNadia);
        if (function == "AES") sees = i % 3 != 0;
        if (function == "ASG") sees = person.has(Trait::memory) || i % 4 == 0;
        if (function == "ERGO") sees = person.has(Trait::falls) || person.has(Trait::wound);
        if (function == "PSY") {
            sees = person.has(Trait::sadness) || person.has(Trait::caregiverTired) ||
                   person.has(Trait::memory);
        }
        if (function == "APA") sees = person.has(Trait::falls) || person.has(Trait::pain);
        if (sees) persons.push_back(i);
    }
    return persons;
}

/// The persons that a member sees on one day, in the order of the starts; `at` goes round the
/// portfolio.
std::vector<std::size_t> dayOfRounds(std::size_t author, const std::vector<std::size_t>& persons,
                                     bool isToday, std::size_t& at)
{
    if (author == kClaire && isToday) return {0, 1, 2, kCastang, 4};
    if (author == kNadia && isToday) return {1, 5, 7, 6, kCastang};
    std::vector<std::size_t> day;
    const auto count = static_cast<std::size_t>(staff()[author].visitsADay);
    for (std::size_t tries = 0; day.size() < count && tries < persons.size() + count; ++tries) {
        const std::size_t person = persons[at++ % persons.size()];
        if (std::find(day.begin(), day.end(), person) == day.end()) day.push_back(person);
    }
    if (author == kNadia) day.back() = kCastang;
    if (author == kClaire && at % 2 == 0) day[3] = kCastang;
    return day;
}

}  // namespace

std::vector<Round> planRounds(const std::vector<InventedPerson>& people, unsigned todaysWeekday,
                              const Dice& dice)
{
    std::vector<Round> rounds;
    for (std::size_t author = 0; author < staff().size(); ++author) {
        const auto persons = portfolio(author, people);
        if (staff()[author].visitsADay == 0 || persons.empty()) continue;
        Dice drawn = dice.of("rounds", author);
        std::size_t at = drawn.below(persons.size());
        for (int day = firstDay(author); day < firstDay(author) + 5; ++day) {
            const auto visited = dayOfRounds(author, persons, day == 0, at);
            for (std::size_t slot = 0; slot < visited.size(); ++slot) {
                Round round;
                round.author = author;
                round.person = visited[slot];
                round.weekday = (todaysWeekday + static_cast<unsigned>(day + 7)) % 7;
                round.start = startsOf(author)[slot];
                furnishRound(round, people[round.person], drawn);
                rounds.push_back(std::move(round));
            }
        }
    }
    return rounds;
}

}  // namespace liaison::demo
