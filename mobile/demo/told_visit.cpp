// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/told_visit.h"

#include "mobile/demo/accounts.h"

namespace liaison::demo {

namespace {

using std::chrono::minutes;

std::int64_t milliseconds(Instant instant)
{
    return instant.time_since_epoch().count();
}

bool isBodyCare(const Task& task)
{
    return task.prestation == "V2-VIE-01" || task.prestation == "V2-VIE-02" ||
           task.prestation == "V2-SOI-09";
}

}  // namespace

/// A visit being told.
struct VisitTeller::Telling {
    const PlannedVisit& visit;
    const InventedPerson& person;
    const HealthCourse& health;
    const std::string& function;
    Instant start;
    Instant end;
    Save save;
    std::vector<Reviewable>& reviewables;
    bool isSerious = false;
    std::optional<RecordId> vitals;
};

VisitTeller::VisitTeller(const InventedCentre& centre)
    : centre_(centre), dice_(centre.dice.of("visits")), fallsTold_(centre.people.size())
{
}

RecordId VisitTeller::newId(Instant at)
{
    return RecordId::make(at, dice_.bytes());
}

PlannedVisit VisitTeller::plan(const Round& round, Day day)
{
    PlannedVisit planned{&round, day, at(day, round.start), {}, {}, {}};
    planned.record = newId(planned.start - std::chrono::days(7));
    const std::string person = centre_.people[round.person].id.bytes();
    v1::Visit visit;
    visit.set_person(person);
    visit.mutable_planned()->set_start(milliseconds(planned.start));
    visit.mutable_planned()->set_end(milliseconds(planned.start + minutes(round.length)));
    visit.set_status("PREVUE");
    visit.set_mode("DOM");
    visit.set_purpose(round.purpose);
    visit.mutable_members()->add_id(centre_.members[round.author].bytes());
    if (round.person == kRouchon && day >= centre_.today && staff()[round.author].role == "nurse") {
        visit.set_note("Tension assise et debout, Dr Hélène Faure.");
    }
    planned.changes.emplace_back(planned.record, visit);
    for (std::size_t i = 0; i < round.tasks.size(); ++i) {
        v1::Intervention intervention;
        intervention.set_person(person);
        intervention.set_visit(planned.record.bytes());
        intervention.set_at(milliseconds(planned.start));
        intervention.set_prestation(round.tasks[i].prestation);
        intervention.set_label(round.tasks[i].label);
        intervention.set_planned(true);
        intervention.set_position(static_cast<int>(i));
        planned.interventions.push_back(newId(planned.start - std::chrono::days(7)));
        planned.changes.emplace_back(planned.interventions.back(), intervention);
    }
    return planned;
}

Save VisitTeller::tell(const PlannedVisit& visit, std::vector<Reviewable>& reviewables)
{
    const Instant start = visit.start + minutes(dice_.between(-4, 12));
    const Instant end = start + minutes(visit.round->length + dice_.between(-8, 4));
    Telling telling{visit,
                    centre_.people[visit.round->person],
                    centre_.health[visit.round->person],
                    staff()[visit.round->author].function,
                    start,
                    end,
                    {visit.round->author, std::min(end + minutes(1), centre_.doneUntil), {}},
                    reviewables,
                    false,
                    {}};
    if (telling.health.isInHospital(visit.day)) {
        tellStay(telling);
    } else {
        tellAsPlanned(telling);
    }
    reviewables.push_back({visit.round->author, visit.record, telling.person.id, telling.save.at,
                           Schema::care().kind("Visit")->number, telling.isSerious});
    return std::move(telling.save);
}

std::optional<Save> VisitTeller::callOff(const PlannedVisit& visit) const
{
    const Day evening = visit.day - std::chrono::days(1);
    if (!centre_.health[visit.round->person].isInHospital(evening)) return std::nullopt;
    v1::Visit called;
    called.set_status("HOSPITALISEE");
    return Save{visit.round->author, at(evening, 18 * 60), {Written(visit.record, called)}};
}

void VisitTeller::tellStay(Telling& telling)
{
    v1::Visit visit;
    visit.set_status("HOSPITALISEE");
    const std::size_t person = telling.visit.round->person;
    const InventedStay& stay = *telling.health.stay();
    const bool isNew = staysTold_.insert(person).second;
    const bool isWitness = isNew && telling.visit.day == stay.first;
    if (isWitness) {
        visit.set_status("REALISEE");
        visit.mutable_actual()->set_start(milliseconds(telling.start));
        visit.mutable_actual()->set_end(milliseconds(telling.end));
    }
    telling.save.changes.emplace_back(telling.visit.record, visit);
    if (!isNew) return;
    v1::Incident incident;
    incident.set_nature("HOSPITALISATION");
    incident.set_at(milliseconds(isWitness ? telling.start : at(stay.first, 15 * 60)));
    incident.set_text(stay.establishment + ".");
    incident.set_severity("MODEREE");
    incident.mutable_hospital_stay()->set_establishment(stay.establishment);
    incident.mutable_hospital_stay()->set_scheduled(false);
    incident.mutable_informed()->add_code("FAMILLE");
    incident.mutable_informed()->add_code("MEDECIN");
    addIncident(telling, std::move(incident));
    if (isWitness) {
        addTransmission(telling, accountOfDeparture(telling.person, dice_), telling.end);
    }
}

void VisitTeller::tellAsPlanned(Telling& telling)
{
    v1::Visit visit;
    const bool isRecent = telling.visit.day + std::chrono::days(1) >= centre_.today;
    if (!isRecent && dice_.chance(2)) {
        visit.set_status(dice_.chance(60) ? "ABSENCE" : "ANNULEE_SERVICE");
        visit.set_status_reason(visit.status() == "ABSENCE" ? "Chez le coiffeur, d’après la voisine"
                                                            : "Formation de l’équipe");
        telling.save.changes.emplace_back(telling.visit.record, visit);
        return;
    }
    visit.set_status("REALISEE");
    visit.mutable_actual()->set_start(milliseconds(telling.start));
    visit.mutable_actual()->set_end(milliseconds(telling.end));
    visit.mutable_arrival()->set_means(dice_.chance(70) ? "QR" : "TAP");
    visit.set_travel_minutes(dice_.between(4, 24));
    telling.save.changes.emplace_back(telling.visit.record, visit);
    tellTasks(telling);
    tellFalls(telling);
    tellVitals(telling);
    tellWords(telling);
}

void VisitTeller::tellTasks(Telling& telling)
{
    const auto& tasks = telling.visit.round->tasks;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        v1::Intervention intervention;
        intervention.set_outcome("FAIT");
        intervention.set_duration_minutes(tasks[i].minutes);
        if (isBodyCare(tasks[i]) && dice_.chance(5)) {
            intervention.set_outcome("REFUS");
            intervention.clear_duration_minutes();
            intervention.set_reason(dice_.chance(60) ? "REFUS_PERSONNE" : "FATIGUE");
            intervention.set_reason_text(reasonOfRefusal(telling.person, dice_));
            addTransmission(telling, accountOfRefusal(telling.person, tasks[i].label, dice_),
                            telling.end);
            telling.isSerious = true;
        } else if (dice_.chance(2)) {
            intervention.set_outcome("PAS_NECESSAIRE");
            intervention.clear_duration_minutes();
        }
        telling.save.changes.emplace_back(telling.visit.interventions[i], intervention);
    }
}

void VisitTeller::tellFalls(Telling& telling)
{
    const auto& falls = telling.health.falls();
    std::size_t& told = fallsTold_[telling.visit.round->person];
    for (; told < falls.size() && falls[told].at < telling.end; ++told) {
        const InventedFall& fall = falls[told];
        if (telling.health.isInHospital(dayOf(fall.at))) continue;
        v1::Incident incident;
        incident.set_nature("CHUTE");
        incident.set_at(milliseconds(fall.at));
        incident.set_text(fall.text);
        *incident.mutable_fall() = fall.fall;
        incident.set_severity(fall.fall.injury() == "AUCUNE" ? "FAIBLE" : "MODEREE");
        incident.set_measures("Tour du logement fait avec la personne, chaussures fermées mises.");
        incident.mutable_informed()->add_code("FAMILLE");
        incident.mutable_informed()->add_code("IDEC");
        addIncident(telling, std::move(incident));
        addTransmission(telling, accountOfFall(telling.person, dice_), telling.end);
        telling.isSerious = true;
    }
}

void VisitTeller::tellVitals(Telling& telling)
{
    const bool isNurse = telling.function == "IDE" || telling.function == "MED";
    if (!isNurse && !dice_.chance(telling.function == "AS" ? 12 : 3)) return;
    v1::Vitals vitals = telling.health.vitals(telling.visit.day, telling.function, dice_);
    if (vitals.ByteSizeLong() == 0) return;
    const Instant when = telling.start + minutes(8);
    vitals.set_person(telling.person.id.bytes());
    vitals.set_visit(telling.visit.record.bytes());
    vitals.set_at(milliseconds(when));
    telling.vitals = newId(when);
    telling.save.changes.emplace_back(*telling.vitals, vitals);
    telling.reviewables.push_back({telling.visit.round->author, *telling.vitals, telling.person.id,
                                   telling.save.at, Schema::care().kind("Vitals")->number, false});
}

void VisitTeller::tellWords(Telling& telling)
{
    const auto& stay = telling.health.stay();
    const std::size_t person = telling.visit.round->person;
    const bool isBack = stay && stay->last && telling.visit.day >= *stay->last;
    if (isBack && returnsTold_.insert(person).second) {
        return addTransmission(telling, accountOfReturn(telling.person, dice_), telling.end);
    }
    const bool isNurse = telling.function == "IDE" || telling.function == "MED";
    const bool isAide = telling.function == "AS" || telling.function == "AES";
    if (!dice_.chance(isNurse ? 55 : (isAide ? 32 : 80))) return;
    auto transmission = account(telling.person, telling.function, dice_);
    if (!transmission) return;
    if (telling.vitals && isNurse) transmission->set_vitals(telling.vitals->bytes());
    addTransmission(telling, *std::move(transmission), telling.end - minutes(2));
}

void VisitTeller::addIncident(Telling& telling, v1::Incident incident)
{
    const Instant when{std::chrono::milliseconds(incident.at())};
    incident.set_person(telling.person.id.bytes());
    incident.set_visit(telling.visit.record.bytes());
    const RecordId id = newId(when);
    telling.save.changes.emplace_back(id, incident);
    telling.reviewables.push_back({telling.visit.round->author, id, telling.person.id,
                                   telling.save.at, Schema::care().kind("Incident")->number, true});
}

void VisitTeller::addTransmission(Telling& telling, v1::Transmission transmission, Instant when)
{
    transmission.set_person(telling.person.id.bytes());
    transmission.set_visit(telling.visit.record.bytes());
    transmission.set_at(milliseconds(when));
    if (!transmission.has_addressee()) {
        transmission.set_addressee(dice_.chance(75) ? "EQUIPE" : "INFIRMIERES");
    }
    telling.save.changes.emplace_back(newId(when), transmission);
}

}  // namespace liaison::demo
