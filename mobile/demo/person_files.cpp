// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "mobile/demo/invented_centre.h"

namespace liaison::demo {

namespace {

constexpr int kTen = 10 * 60;

v1::Person identity(const InventedPerson& invented)
{
    const bool isWoman = invented.sex == Sex::female;
    v1::Person person;
    person.set_family_name(invented.familyName);
    person.set_given_name(invented.givenName);
    person.set_civility(isWoman ? "MME" : "M");
    if (!invented.birthName.empty()) person.set_birth_name(invented.birthName);
    person.mutable_birth_date()->set_year(invented.birthYear);
    person.mutable_birth_date()->set_month(invented.birthMonth);
    person.mutable_birth_date()->set_day(invented.birthDay);
    person.set_sex(isWoman ? "F" : "M");
    person.mutable_address()->set_street(invented.street);
    person.mutable_address()->set_postal_code(invented.postalCode);
    person.mutable_address()->set_city(invented.town);
    person.set_phone(invented.phone);
    person.mutable_attending_doctor()->set_name(invented.doctor);
    person.mutable_attending_doctor()->set_phone(invented.doctorPhone);
    return person;
}

void addCare(v1::Person& person, const InventedPerson& invented)
{
    person.set_gir(invented.gir);
    person.set_access(invented.access);
    person.set_walking_aid(invented.walkingAid);
    person.set_living_arrangement(invented.livingArrangement);
    person.set_housing(invented.housing);
    person.set_care_status("ACCOMPAGNEE");
    person.set_advance_directives(invented.gir < 3);
    if (!invented.allergies.empty()) person.set_allergies(invented.allergies);
    if (!invented.precautions.empty()) person.set_precautions(invented.precautions);
    if (!invented.diet.empty()) person.set_diet(invented.diet);
    if (!invented.habits.empty()) person.set_habits(invented.habits);
    if (!invented.history.empty()) person.set_medical_history(invented.history);
    for (const std::string& situation : invented.prioritySituations) {
        person.mutable_priority_situation()->add_code(situation);
    }
}

/// Those who come to this person every week, and the nurse among them who answers for the plan.
void addTeam(v1::Person& person, std::size_t number, const InventedCentre& centre)
{
    std::set<std::size_t> team;
    for (const Round& round : centre.rounds) {
        if (round.person == number) team.insert(round.author);
    }
    for (const std::size_t member : team) {
        person.mutable_team()->add_id(centre.members[member].bytes());
        if (staff()[member].function == "IDE" && !person.has_referent()) {
            person.set_referent(centre.members[member].bytes());
        }
    }
}

v1::Caregiver caregiverRecord(const InventedPerson& person, const InventedCaregiver& invented)
{
    v1::Caregiver caregiver;
    caregiver.set_person(person.id.bytes());
    caregiver.set_family_name(invented.familyName);
    caregiver.set_given_name(invented.givenName);
    caregiver.set_civility(invented.sex == Sex::female ? "MME" : "M");
    caregiver.set_link(invented.link);
    caregiver.set_phone(invented.phone);
    if (!invented.organisation.empty()) caregiver.set_organisation(invented.organisation);
    caregiver.set_main_caregiver(invented.isMain);
    caregiver.set_main_contact(invented.isMain);
    caregiver.set_lives_with_person(invented.livesThere);
    caregiver.set_trusted_person(invented.isTrusted);
    caregiver.set_has_key(invented.hasKey);
    caregiver.set_availability(invented.availability);
    return caregiver;
}

Save admission(std::size_t number, const InventedCentre& centre, Instant when)
{
    const InventedPerson& invented = centre.people[number];
    v1::Person person = identity(invented);
    addCare(person, invented);
    addTeam(person, number, centre);
    Save save{kSophie, when, {}};
    save.changes.emplace_back(invented.id, person);
    for (const InventedCaregiver& caregiver : invented.caregivers) {
        save.changes.emplace_back(caregiver.id, caregiverRecord(invented, caregiver));
    }
    return save;
}

Save situation(const InventedPerson& invented, const std::string& code, Instant when)
{
    v1::Person person;
    person.set_care_status(code);
    return {kSophie, when, {Written(invented.id, person)}};
}

Save boundsSet(std::size_t number, const InventedCentre& centre, Instant when)
{
    v1::Person person;
    *person.mutable_bounds() = centre.health[number].bounds();
    return {kSophie, when, {Written(centre.people[number].id, person)}};
}

/// What a coordinator does without a visit.
Save coordination(const InventedCentre& centre, Day day, Dice& dice)
{
    const InventedPerson& person = dice.pick(centre.people);
    const bool isThere = centre.today - std::chrono::days(person.admittedDaysAgo) < day;
    const Instant when = at(day, dice.between(9 * 60, 17 * 60));
    v1::Intervention intervention;
    intervention.set_at(when.time_since_epoch().count());
    intervention.set_outcome("FAIT");
    intervention.mutable_members()->add_id(centre.members[kSophie].bytes());
    intervention.set_duration_minutes(5 * dice.between(1, 9));
    if (dice.chance(15) || !isThere) {
        intervention.set_prestation("V1-PRE-01");
        intervention.set_label("Atelier équilibre, salle des fêtes de Lalinde");
        intervention.set_mode("AUTRE");
        intervention.set_note(
            say("{Huit|Dix|Douze} personnes du territoire{, dont trois aidants|}.", Sex::female, {},
                dice));
    } else {
        intervention.set_person(person.id.bytes());
        intervention.set_prestation("V2-COO-02");
        intervention.set_mode("TEL");
        intervention.set_label(
            say("Appel {au $(medecin)|à la pharmacie|au service d’aide à "
                "domicile|à $(proche)}",
                person.sex, person.words(), dice));
        intervention.set_note(
            say("{Ordonnance à renouveler|Horaires du matin à décaler|Matériel "
                "livré {lundi|jeudi}|Rendez-vous pris|Rappeler la semaine "
                "prochaine}.",
                person.sex, {}, dice));
    }
    return {kSophie,
            when + std::chrono::minutes(3),
            {Written(RecordId::make(when, dice.bytes()), intervention)}};
}

}  // namespace

std::vector<Save> personFiles(const InventedCentre& centre)
{
    std::vector<Save> saves;
    for (std::size_t i = 0; i < centre.people.size(); ++i) {
        const InventedPerson& person = centre.people[i];
        const Day day = centre.today - std::chrono::days(person.admittedDaysAgo);
        const int minute = kTen + static_cast<int>(i) * 9;
        saves.push_back(admission(i, centre, at(day, minute)));
        saves.push_back(boundsSet(i, centre, at(day + std::chrono::days(2), minute)));
        const auto& stay = centre.health[i].stay();
        if (!stay || stay->first <= day) continue;
        saves.push_back(situation(person, "HOSPITALISEE", at(stay->first, 17 * 60)));
        if (stay->last) saves.push_back(situation(person, "ACCOMPAGNEE", at(*stay->last, kTen)));
    }
    Dice dice = centre.dice.of("coordination");
    for (Day day = centre.first; day < centre.today; day += std::chrono::days(1)) {
        if (weekdayOf(day) < 5 && dice.chance(60)) saves.push_back(coordination(centre, day, dice));
    }
    std::stable_sort(saves.begin(), saves.end(),
                     [](const Save& left, const Save& right) { return left.at < right.at; });
    return saves;
}

}  // namespace liaison::demo
