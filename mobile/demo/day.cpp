// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/day.h"

#include <algorithm>

#include "mobile/demo/paris_calendar.h"
#include "mobile/demo/staff.h"
#include "mobile/demo/transcript.h"

namespace liaison::demo {

namespace {

constexpr const char* kClairesAccess = "2e étage gauche, code 47B12, clé chez la voisine Mme Blanc";
constexpr const char* kNadiasAccess = "2e étage gauche, code 47B21, interphone en panne";

/// Ends the day at once: the error behind it is returned by playDay.
struct Stop {
    Error error;
};

template <typename T>
T need(Result<T> result)
{
    if (!result) throw Stop{result.error()};
    return *std::move(result);
}

void expect(bool holds, const std::string& what)
{
    if (!holds) throw Stop{{ErrorCode::notFound, what}};
}

/// Somebody with a phone, or at the desk.
struct Character {
    std::string name;
    std::string place;
    DevicePhone phone;
    json visit;  ///< the record, as it was before the day
    std::string visitDot;
    std::string accessDot;

    Character(const Place& demo, std::size_t member, std::string where)
        : name(staff()[member].givenName),
          place(std::move(where)),
          phone(demo, staff()[member].folder)
    {
    }
};

/// The day, scene after scene. Every command that fails ends it.
class ScriptedDay {
public:
    ScriptedDay(const Place& place, Instant now, std::ostream& out)
        : place_(place),
          now_(now),
          told_(out),
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
        agreement();
    }

private:
    void morning();
    void clairesVisit();
    void nadiasVisit();
    void backOnline();
    void twoVersions();
    void settlement();
    void desk();
    void agreement();

    /// The next visit that this member has planned with the person of the day.
    json plannedVisit(const Character& who) const;
    std::vector<json> actsOf(const Character& who) const;
    json closing(const json& visit, int minutesLong) const;
    void tellWaiting(const Character& who);
    void tellVisit(const Character& reader, const Character& writer);
    void tellAccess(const Character& reader);
    void tellArrival(const Character& writer);
    void sync(const Character& who);
    std::string writeAccess(const Character& who, const std::string& text) const;

    const Place& place_;
    Instant now_;
    Transcript told_;
    Character claire_;
    Character nadia_;
    Character sophie_;
    std::string person_;  ///< record id
    std::string settledDot_;
};

bool isPlannedBy(const json& visit, const std::string& member, const std::string& person)
{
    if (visit.at("subject") != person || shownText(visit, "status") != "PREVUE") return false;
    const json& members = visit.at("fields").at("members").at("shown").at("id");
    return std::find(members.begin(), members.end(), member) != members.end();
}

json ScriptedDay::plannedVisit(const Character& who) const
{
    const std::string member = need(who.phone.status()).at("member");
    json found;
    for (const json& visit : need(who.phone.records("Visit"))) {
        if (!isPlannedBy(visit, member, person_)) continue;
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

/// The visit itself is over; began `minutesLong` ago.
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

std::string ScriptedDay::writeAccess(const Character& who, const std::string& text) const
{
    const json change = {{"kind", "Person"}, {"record", person_}, {"set", {{"access", text}}}};
    return need(who.phone.save(json::array({change}))).at("dot");
}

void ScriptedDay::tellWaiting(const Character& who)
{
    const json status = need(who.phone.status());
    const std::uint64_t waiting = status.at("waiting");
    const std::string last = momentOf(status.at("last_contact"), now_);
    told_.line(who.place,
               (waiting == 0 ? "Rien à envoyer" : std::to_string(waiting) + " à envoyer") +
                   ", dernier contact " + last);
}

void ScriptedDay::tellVisit(const Character& reader, const Character& writer)
{
    const std::string id = writer.visit.at("record");
    const json visit = need(reader.phone.record(id));
    const json person = need(reader.phone.record(person_));
    told_.line(reader.place, "Visite de " + writer.name + " chez " + personName(person) +
                                 ", prévue " + momentOf(visit.at("at"), now_) + " : " +
                                 shownCode(visit, "status", "visit_status") + " — " +
                                 need(whereIsIt(need(reader.phone.history(id)), writer.visitDot)));
    for (const json& before : writer.acts) {
        const json act = need(reader.phone.record(before.at("record")));
        std::string text = shownText(act, "label") + " : " + shownCode(act, "outcome", "outcome");
        const std::string reason = shownText(act, "reason_text");
        if (!reason.empty()) text += " (" + reason + ")";
        told_.line(reader.place, "  " + text);
    }
}

void ScriptedDay::tellAccess(const Character& reader)
{
    const json person = need(reader.phone.record(person_));
    const json& access = person.at("fields").at("access");
    told_.line(reader.place, "Accès au logement de " + personName(person) +
                                 (access.at("disputed").get<bool>() ? " : deux versions" : " :"));
    for (const json& value : access.at("values")) {
        told_.value(value.at("value"));
        told_.line(reader.place, "  " + value.at("author").at("name").get<std::string>() + ", " +
                                     momentOf(value.at("time"), now_));
    }
}

void ScriptedDay::sync(const Character& who)
{
    const json synced = need(who.phone.sync());
    expect(synced.at("waiting") == 0 && synced.at("refused") == 0,
           "something of " + who.name + " was not taken by the centre");
    const int received = synced.at("received");
    told_.line(who.place, "Échange terminé : " + std::to_string(received) +
                              (received < 2 ? " écriture reçue" : " écritures reçues") +
                              ", rien à envoyer");
}

void ScriptedDay::morning()
{
    for (const json& person : need(sophie_.phone.records("Person"))) {
        const bool isCastang = shownText(person, "family_name") == "Castang";
        if (isCastang) person_ = person.at("record");
    }
    expect(!person_.empty(), "nobody is called Castang");
    told_.scene(std::string(kCentreName) + ", " + dayText(dayOf(now_)) +
                ". Chaque ligne est relue dans le registre d’un appareil.");
    for (Character* who : {&claire_, &nadia_, &sophie_}) {
        tellWaiting(*who);
    }
    for (Character* who : {&claire_, &nadia_}) {
        who->visit = plannedVisit(*who);
        who->acts = actsOf(*who);
    }
    tellAccess(claire_);
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
    const json about = {{"person", person_},
                        {"visit", claire_.visit.at("record")},
                        {"at", isoText(now_ - std::chrono::minutes(10))}};
    json vitals = about;
    vitals.update(
        {{"blood_pressure", {{"systolic", 128}, {"diastolic", 74}, {"position", "ASSIS"}}},
         {"heart_rate", 76},
         {"weight", 61.4}});
    json words = about;
    words.update({{"cible", "PEAU"},
                  {"data",
                   "Talon : plaie propre, bords nets, un peu moins d’exsudat. Pas de "
                   "douleur au retrait."},
                  {"actions", "Pansement refait selon protocole, talon remis en décharge."},
                  {"results", "Surface un peu réduite depuis jeudi."},
                  {"addressee", "EQUIPE"}});
    changes.push_back({{"kind", "Vitals"}, {"set", vitals}});
    changes.push_back({{"kind", "Transmission"}, {"set", words}});
    const json saved = need(claire_.phone.save(changes));
    claire_.visitDot = saved.at("dot");
    claire_.accessDot = writeAccess(claire_, kClairesAccess);
    tellVisit(claire_, claire_);
    const json said = need(claire_.phone.record(saved.at("records").back()));
    told_.line(claire_.place, shownCode(said, "cible", "cible") + " :");
    told_.value(shownText(said, "data"));
    tellAccess(claire_);
    tellWaiting(claire_);
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
                   {"reason_text", "fatigué, préfère jeudi"}};
        }
        changes.push_back({{"kind", "Intervention"}, {"record", act.at("record")}, {"set", set}});
    }
    expect(isRefused, "the visit of Nadia has nothing to refuse");
    nadia_.visitDot = need(nadia_.phone.save(changes)).at("dot");
    nadia_.accessDot = writeAccess(nadia_, kNadiasAccess);
    tellVisit(nadia_, nadia_);
    tellAccess(nadia_);
    tellWaiting(nadia_);
}

void ScriptedDay::tellArrival(const Character& writer)
{
    for (const auto& [what, record, dot] :
         {std::tuple<const char*, std::string, std::string>{"Visite", writer.visit.at("record"),
                                                            writer.visitDot},
          {"Accès au logement", person_, writer.accessDot}}) {
        const std::string where = need(whereIsIt(need(writer.phone.history(record)), dot));
        expect(where.starts_with("reçu"), "no receipt for " + dot);
        told_.line(writer.place, std::string(what) + " : " + where);
    }
}

void ScriptedDay::backOnline()
{
    told_.scene("Le réseau revient, d’abord pour Nadia, puis pour Claire.");
    sync(nadia_);
    tellArrival(nadia_);
    sync(claire_);
    tellArrival(claire_);
    told_.scene("La visite de chacune est arrivée chez l’autre.");
    sync(nadia_);
    tellVisit(claire_, nadia_);
    tellVisit(nadia_, claire_);
}

void ScriptedDay::twoVersions()
{
    told_.scene(
        "Elles ont écrit deux codes sans se voir : les deux restent, chez l’une comme chez "
        "l’autre.");
    for (const Character* who : {&claire_, &nadia_}) {
        const json person = need(who->phone.record(person_));
        const json& access = person.at("fields").at("access");
        expect(access.at("disputed").get<bool>() && access.at("values").size() == 2,
               "no disagreement on the " + who->place);
        tellAccess(*who);
    }
}

void ScriptedDay::settlement()
{
    told_.scene("Claire garde les deux.");
    const json person = need(claire_.phone.record(person_));
    std::string joined;
    for (const json& value : person.at("fields").at("access").at("values")) {
        joined += (joined.empty() ? "" : "\n") + value.at("value").get<std::string>();
    }
    settledDot_ = writeAccess(claire_, joined);
    tellAccess(claire_);
    sync(claire_);
    sync(nadia_);
    told_.line(claire_.place,
               "Accès au logement : " +
                   need(whereIsIt(need(claire_.phone.history(person_)), settledDot_)));
    tellAccess(nadia_);
}

void ScriptedDay::desk()
{
    told_.scene("Au bureau, Sophie lit la journée.");
    sync(sophie_);
    tellVisit(sophie_, claire_);
    tellVisit(sophie_, nadia_);
    tellAccess(sophie_);
    const json person = need(sophie_.phone.record(person_));
    expect(!person.at("disputed").get<bool>(), "the desk still sees a disagreement");
    told_.line(sophie_.place, "Qui a écrit l’accès au logement, et quand :");
    for (const json& edit : need(sophie_.phone.history(person_))) {
        if (!edit.at("set").contains("access")) continue;
        told_.value(edit.at("set").at("access"));
        told_.line(sophie_.place, "  " + edit.at("author").at("name").get<std::string>() + ", " +
                                      need(whereIsIt(json::array({edit}), edit.at("dot"))));
    }
}

void ScriptedDay::agreement()
{
    told_.scene("Tous ont le même registre.");
    for (const Character* who : {&claire_, &nadia_, &sophie_}) {
        const json status = need(who->phone.status());
        const std::string role = status.at("role");
        const json centre = need(askServer(place_, {"digest", kCentreName, "--role", role}));
        expect(centre.at("digest") == status.at("digest"),
               "the " + who->place + " differs from the centre");
        told_.line(who->place, "Empreinte " + status.at("digest").get<std::string>() +
                                   ", la même qu’au centre ; " +
                                   std::to_string(status.at("head").get<std::uint64_t>()) +
                                   " écritures au registre");
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
