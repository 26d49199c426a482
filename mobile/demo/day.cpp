// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/day.h"

#include <algorithm>

#include "mobile/demo/paris_calendar.h"
#include "mobile/demo/witness.h"

namespace liaison::demo {

namespace {

constexpr const char* kBefore = "Chaque ligne est relue dans le registre d’un appareil.";

/// The day, scene after scene. Every command that fails ends it.
class ScriptedDay {
public:
    ScriptedDay(const Place& place, Instant now, std::ostream& out)
        : place_(place),
          now_(now),
          told_(now, out),
          claire_(place, kClaire, "téléphone de Claire"),
          nadia_(place, kNadia, "téléphone de Nadia"),
          sophie_(place, kSophie, "poste du bureau")
    {
    }

    void play()
    {
        morning();
        clairesVisit();
        nadiasVisit();
        backOnline();
        twoVersions();
        settlement();
        desk();
    }

private:
    void morning();
    void clairesVisit();
    void nadiasVisit();
    void backOnline();
    void twoVersions();
    void settlement();
    void desk();

    std::string personCalled(const std::string& familyName) const;
    json plannedVisit(const Character& who) const;
    std::vector<json> actsOf(const Character& who) const;
    json closing(const json& visit, int minutesLong) const;
    json measured() const;
    json said() const;
    std::string writeAccess(const Character& who, const std::string& person,
                            const std::string& text) const;

    const Place& place_;
    Instant now_;
    Witness told_;
    Character claire_;
    Character nadia_;
    Character sophie_;
    std::string castang_;  ///< record id of the person both visit
    std::string rouchon_;  ///< of the person about whom they stay of two minds
};

std::string ScriptedDay::personCalled(const std::string& familyName) const
{
    for (const json& person : need(sophie_.phone.records("Person"))) {
        if (shownText(person, "family_name") == familyName) return person.at("record");
    }
    throw Stop{{ErrorCode::notFound, "nobody is called " + familyName}};
}

bool isPlannedBy(const json& visit, const std::string& member, const std::string& person)
{
    if (visit.at("subject") != person || shownText(visit, "status") != "PREVUE") return false;
    const json& members = visit.at("fields").at("members").at("shown").at("id");
    return std::find(members.begin(), members.end(), member) != members.end();
}

/// The next visit that this member has planned with the person both visit.
json ScriptedDay::plannedVisit(const Character& who) const
{
    const std::string member = need(who.phone.status()).at("member");
    json found;
    for (const json& visit : need(who.phone.records("Visit"))) {
        if (!isPlannedBy(visit, member, castang_)) continue;
        if (found.is_null() || visit.at("at") < found.at("at")) found = visit;
    }
    expect(!found.is_null(), who.name + " has planned no visit");
    return found;
}

std::vector<json> ScriptedDay::actsOf(const Character& who) const
{
    std::vector<json> found;
    for (const json& act : need(who.phone.records("Intervention"))) {
        if (act.at("parent") == who.visit.at("record")) found.push_back(act);
    }
    expect(!found.empty(), "the visit of " + who.name + " has no interventions");
    const auto position = [](const json& act) {
        return act.at("fields").at("position").at("shown").get<int>();
    };
    std::sort(found.begin(), found.end(), [&](const json& left, const json& right) {
        return position(left) < position(right);
    });
    return found;
}

/// The visit itself is over; it began `minutesLong` ago.
json ScriptedDay::closing(const json& visit, int minutesLong) const
{
    const Instant start = now_ - std::chrono::minutes(minutesLong);
    return {{"kind", "Visit"},
            {"record", visit.at("record")},
            {"set",
             {{"status", "REALISEE"},
              {"actual", {{"start", isoText(start)}, {"end", isoText(now_)}}},
              {"arrival", {{"means", "QR"}}}}}};
}

json ScriptedDay::measured() const
{
    return {{"kind", "Vitals"},
            {"set",
             {{"person", castang_},
              {"visit", claire_.visit.at("record")},
              {"at", isoText(now_ - std::chrono::minutes(25))},
              {"blood_pressure", {{"systolic", 128}, {"diastolic", 74}, {"position", "ASSIS"}}},
              {"heart_rate", 76},
              {"pain", 2}}}};
}

json ScriptedDay::said() const
{
    return {{"kind", "Transmission"},
            {"set",
             {{"person", castang_},
              {"visit", claire_.visit.at("record")},
              {"at", isoText(now_ - std::chrono::minutes(5))},
              {"cible", "PEAU"},
              {"data",
               "Talon : plaie propre, bords nets, un peu moins d’exsudat. Pas de douleur "
               "au retrait."},
              {"actions", "Pansement refait selon protocole, talon remis en décharge."},
              {"results", "Surface un peu réduite depuis la dernière visite."},
              {"addressee", "EQUIPE"}}}};
}

std::string ScriptedDay::writeAccess(const Character& who, const std::string& person,
                                     const std::string& text) const
{
    const json change = {{"kind", "Person"}, {"record", person}, {"set", {{"access", text}}}};
    return need(who.phone.save(json::array({change}))).at("dot");
}

void ScriptedDay::morning()
{
    castang_ = personCalled("Castang");
    rouchon_ = personCalled("Rouchon");
    for (Character* who : {&claire_, &nadia_}) {
        who->visit = plannedVisit(*who);
        who->acts = actsOf(*who);
    }
    told_.scene(std::string(kCentreName) + ", " + dayText(dayOf(now_)) + ". " + kBefore);
    for (const Character* who : {&claire_, &nadia_, &sophie_}) {
        told_.tellWaiting(*who);
    }
    told_.tellAccess(claire_, castang_);
}

void ScriptedDay::clairesVisit()
{
    told_.scene(
        "Claire, infirmière, sans réseau : la visite comme prévu, des constantes, une "
        "transmission, puis le nouveau code de l’entrée.");
    json changes = json::array({closing(claire_.visit, 40)});
    for (const json& act : claire_.acts) {
        changes.push_back({{"kind", "Intervention"},
                           {"record", act.at("record")},
                           {"set", {{"outcome", "FAIT"}}}});
    }
    changes.push_back(measured());
    changes.push_back(said());
    const json saved = need(claire_.phone.save(changes));
    claire_.visitDot = saved.at("dot");
    claire_.accessDot = writeAccess(claire_, castang_,
                                    "2e étage gauche, code 47B12, clé chez la voisine Mme Blanc");
    writeAccess(claire_, rouchon_, "Entrer par la cuisine. Clé dans le boîtier, code 1939");
    told_.tellVisit(claire_, claire_);
    told_.tellWords(claire_, saved.at("records").back());
    told_.tellAccess(claire_, castang_);
    told_.tellWaiting(claire_);
}

void ScriptedDay::nadiasVisit()
{
    told_.scene(
        "Nadia, aide-soignante, sans réseau elle aussi : une visite avec un refus, et sa "
        "propre note sur l’entrée.");
    json changes = json::array({closing(nadia_.visit, 50)});
    bool isRefused = false;
    for (const json& act : nadia_.acts) {
        json set = {{"outcome", "FAIT"}};
        if (!isRefused && shownText(act, "prestation") == "V2-VIE-01") {
            isRefused = true;
            set = {{"outcome", "REFUS"},
                   {"reason", "FATIGUE"},
                   {"reason_text", "fatigué, préfère demain"}};
        }
        changes.push_back({{"kind", "Intervention"}, {"record", act.at("record")}, {"set", set}});
    }
    expect(isRefused, "the visit of Nadia has nothing to refuse");
    nadia_.visitDot = need(nadia_.phone.save(changes)).at("dot");
    nadia_.accessDot =
        writeAccess(nadia_, castang_, "2e étage gauche, code 47B21, interphone en panne");
    writeAccess(nadia_, rouchon_, "Entrer par la cuisine. Boîtier à clé cassé, sonner");
    told_.tellVisit(nadia_, nadia_);
    told_.tellAccess(nadia_, castang_);
    told_.tellWaiting(nadia_);
}

void ScriptedDay::backOnline()
{
    told_.scene("Le réseau revient, d’abord pour Nadia, puis pour Claire.");
    for (const Character* who : {&nadia_, &claire_}) {
        told_.sync(*who);
        told_.tellReceipt(*who, "Visite", who->visit.at("record"), who->visitDot);
        told_.tellReceipt(*who, "Accès au logement", castang_, who->accessDot);
    }
    told_.scene("La visite de chacune est arrivée chez l’autre.");
    told_.sync(nadia_);
    told_.tellVisit(claire_, nadia_);
    told_.tellVisit(nadia_, claire_);
}

void ScriptedDay::twoVersions()
{
    told_.scene(
        "Elles ont écrit deux codes sans se voir : les deux restent, chez l’une comme chez "
        "l’autre.");
    told_.tellTwoVersions(claire_, castang_);
    told_.tellTwoVersions(nadia_, castang_);
}

void ScriptedDay::settlement()
{
    told_.scene("Claire garde les deux.");
    const json person = need(claire_.phone.record(castang_));
    std::string joined;
    for (const json& value : person.at("fields").at("access").at("values")) {
        joined += (joined.empty() ? "" : "\n") + value.at("value").get<std::string>();
    }
    const std::string settled = writeAccess(claire_, castang_, joined);
    told_.tellAccess(claire_, castang_);
    told_.sync(claire_);
    told_.tellReceipt(claire_, "Accès au logement", castang_, settled);
    told_.sync(nadia_);
    told_.tellAccess(nadia_, castang_);
}

void ScriptedDay::desk()
{
    told_.scene("Au bureau, Sophie lit la journée.");
    told_.sync(sophie_);
    told_.tellVisit(sophie_, claire_);
    told_.tellVisit(sophie_, nadia_);
    told_.tellHistory(sophie_, castang_);
    const json person = need(sophie_.phone.record(castang_));
    expect(!person.at("disputed").get<bool>(), "the desk still sees a disagreement");
    told_.scene("Un désaccord reste ouvert : il attend, sans bloquer personne.");
    told_.tellTwoVersions(sophie_, rouchon_);
    told_.scene("Tous ont le même registre.");
    for (const Character* who : {&claire_, &nadia_, &sophie_}) {
        told_.tellAgreement(place_, *who);
    }
}

}  // namespace

Result<Done> playDay(const Place& place, Instant now, std::ostream& out)
{
    try {
        ScriptedDay(place, now, out).play();
    } catch (const Stop& stop) {
        return stop.error;
    } catch (const json::exception& unexpected) {
        return Error{ErrorCode::malformed, unexpected.what()};
    }
    return done();
}

}  // namespace liaison::demo
