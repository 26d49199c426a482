// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/invented_people.h"

#include <algorithm>
#include <chrono>

#include "mobile/demo/invented_lives.h"
#include "mobile/demo/name_lists.h"

namespace liaison::demo {

namespace {

/// Those whom the scenes and the scripted day know by name.
struct Known {
    Sex sex;
    const char* givenName;
    const char* familyName;
    int birthYear;
    const char* street;
    Town town;
    int gir;
    std::set<Trait> traits;
};

using enum Trait;

const std::vector<Known> kKnownPeople = {
    {Sex::female,
     "Jeanne",
     "Delpech",
     1942,
     "14 rue du Lavoir",
     {"Lalinde", "24150"},
     4,
     {pressure, constipation}},
    {Sex::male,
     "Robert",
     "Lafaye",
     1947,
     "3 chemin de Halage",
     {"Couze-et-Saint-Front", "24150"},
     3,
     {diabetes, thin}},
    {Sex::female,
     "Simone",
     "Rouchon",
     1939,
     "La Borie Basse",
     {"Trémolat", "24510"},
     3,
     {pain, pressure, falls}},
    {Sex::male,
     "André",
     "Castang",
     1944,
     "8 place de la Halle",
     {"Lalinde", "24150"},
     3,
     {wound, thin, falls}},
    {Sex::female,
     "Lucienne",
     "Vergnaud",
     1936,
     "21 rue des Jardins",
     {"Mouleydier", "24520"},
     2,
     {heart, anticoagulant}},
    {Sex::female, "Odette", "Marsac", 1933, "Le Cluzeau", {"Limeuil", "24510"}, 2, {memory, thin}},
    {Sex::female,
     "Yvette",
     "Bonnet",
     1938,
     "5 rue du Port",
     {"Trémolat", "24510"},
     3,
     {sadness, insomnia}},
    {Sex::male,
     "Marcel",
     "Vidal",
     1941,
     "2 rue des Remparts",
     {"Lalinde", "24150"},
     3,
     {breathing}},
    {Sex::female,
     "Germaine",
     "Peyrot",
     1935,
     "Les Guillaumes",
     {"Lanquais", "24150"},
     1,
     {heart, swallowing}},
    {Sex::male,
     "Louis",
     "Chastenet",
     1940,
     "Le Roc",
     {"Alles-sur-Dordogne", "24480"},
     2,
     {memory, caregiverTired}},
};

/// 05 36 49 and 06 39 98 are kept for works of fiction.
std::string inventedPhone(Dice& dice, bool isMobile)
{
    std::string digits = std::to_string(dice.between(1000, 9999));
    return (isMobile ? "06 39 98 " : "05 36 49 ") + digits.substr(0, 2) + " " + digits.substr(2);
}

std::set<Trait> drawnTraits(Dice& dice)
{
    const std::vector<Trait> all = {
        Trait::anticoagulant, Trait::breathing,  Trait::caregiverTired, Trait::constipation,
        Trait::diabetes,      Trait::falls,      Trait::falls,          Trait::heart,
        Trait::heart,         Trait::insomnia,   Trait::memory,         Trait::memory,
        Trait::pain,          Trait::pain,       Trait::pressure,       Trait::pressure,
        Trait::sadness,       Trait::swallowing, Trait::thin,           Trait::wound};
    std::set<Trait> traits;
    const auto count = static_cast<std::size_t>(dice.between(2, 3));
    while (traits.size() < count) {
        traits.insert(dice.pick(all));
    }
    return traits;
}

void drawSomebody(InventedPerson& person, std::size_t number, int thisYear, const Dice& dice)
{
    // Family names go round, so that no two people share one by accident.
    const auto& names = familyNames();
    Dice drawn = dice.of("person", number);
    Dice shift = dice.of("family names");
    person.sex = drawn.chance(68) ? Sex::female : Sex::male;
    person.familyName = names[(number + shift.below(names.size())) % names.size()];
    person.givenName = drawn.pick(person.sex == Sex::female ? womensNames() : mensNames());
    person.birthYear = thisYear - drawn.between(69, 100);
    const Town& town = drawn.pick(towns());
    person.town = town.name;
    person.postalCode = town.postalCode;
    person.street = drawn.chance(65)
                        ? std::to_string(drawn.between(1, 48)) + " " + drawn.pick(streets())
                        : drawn.pick(hamlets());
    const std::vector<int> girs = {1, 2, 2, 2, 3, 3, 3, 4, 4, 4};
    person.gir = drawn.pick(girs);
    person.traits = drawnTraits(drawn);
    person.admittedDaysAgo = drawn.chance(30) ? drawn.between(12, 170) : 400;
}

void takeKnown(InventedPerson& person, const Known& known)
{
    person.sex = known.sex;
    person.familyName = known.familyName;
    person.givenName = known.givenName;
    person.birthYear = known.birthYear;
    person.street = known.street;
    person.town = known.town.name;
    person.postalCode = known.town.postalCode;
    person.gir = known.gir;
    person.traits = known.traits;
    person.admittedDaysAgo = 400;
}

}  // namespace

std::string InventedPerson::called() const
{
    return (sex == Sex::female ? "Mme " : "M. ") + familyName;
}

const InventedCaregiver* InventedPerson::mainCaregiver() const
{
    for (const InventedCaregiver& caregiver : caregivers) {
        if (caregiver.isMain) return &caregiver;
    }
    return nullptr;
}

Words InventedPerson::words() const
{
    const InventedCaregiver* main = mainCaregiver();
    return {{"personne", called()},
            {"proche", main ? main->spoken : "la voisine"},
            {"medecin", doctor}};
}

std::vector<InventedPerson> inventPeople(const Dice& dice, Instant now, std::size_t count)
{
    const std::chrono::year_month_day today(std::chrono::floor<std::chrono::days>(now));
    const int thisYear = static_cast<int>(today.year());
    std::vector<InventedPerson> people(count);
    for (std::size_t i = 0; i < count; ++i) {
        InventedPerson& person = people[i];
        Dice drawn = dice.of("life", i);
        if (i < kKnownPeople.size()) {
            takeKnown(person, kKnownPeople[i]);
        } else {
            drawSomebody(person, i, thisYear, dice);
        }
        person.admittedDaysAgo = std::min(person.admittedDaysAgo, 200);
        const Instant admitted = now - std::chrono::days(person.admittedDaysAgo);
        person.id = RecordId::make(admitted, drawn.bytes());
        person.birthMonth = drawn.between(1, 12);
        person.birthDay = drawn.between(1, 28);
        person.phone = inventedPhone(drawn, false);
        person.doctor = drawn.pick(doctors());
        person.doctorPhone = inventedPhone(drawn, false);
        furnishLife(person, drawn);
        for (InventedCaregiver& caregiver : person.caregivers) {
            caregiver.id = RecordId::make(admitted, drawn.bytes());
            caregiver.phone = inventedPhone(drawn, !drawn.chance(30));
        }
    }
    people[kCastang].access = "2e étage gauche, code 45A10";
    people[kCastang].housing = "APPARTEMENT";
    people[kCastang].precautions =
        "Précautions contact : plaie du talon, tablier et solution hydro-alcoolique.";
    people[kRouchon].birthMonth = 3;
    people[kRouchon].allergies = "Pénicilline";
    people[kRouchon].walkingAid = "CANNE";
    people[kRouchon].livingArrangement = "SEUL";
    return people;
}

}  // namespace liaison::demo
