// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/witness.h"

namespace liaison::demo {

namespace {

std::string counted(std::uint64_t count, const std::string& one, const std::string& several)
{
    return std::to_string(count) + " " + (count < 2 ? one : several);
}

}  // namespace

void expect(bool holds, const std::string& what)
{
    if (!holds) throw Stop{{ErrorCode::notFound, what}};
}

void Witness::tellWaiting(const Character& who)
{
    const json status = need(who.phone.status());
    const std::uint64_t waiting = status.at("waiting");
    told_.line(who.place,
               (waiting == 0 ? "Rien à envoyer" : std::to_string(waiting) + " à envoyer") +
                   ", dernier contact " + momentOf(status.at("last_contact"), now_));
}

void Witness::tellVisit(const Character& reader, const Character& writer)
{
    const std::string id = writer.visit.at("record");
    const json visit = need(reader.phone.record(id));
    const json person = need(reader.phone.record(visit.at("subject")));
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

void Witness::tellWords(const Character& reader, const std::string& transmission)
{
    const json said = need(reader.phone.record(transmission));
    told_.line(reader.place, "Transmission, " + shownCode(said, "cible", "cible") + " :");
    told_.value(shownText(said, "data"));
}

void Witness::tellAccess(const Character& reader, const std::string& person)
{
    const json record = need(reader.phone.record(person));
    const json& access = record.at("fields").at("access");
    const bool isDisputed = access.at("disputed");
    told_.line(reader.place, "Accès au logement de " + personName(record) +
                                 (isDisputed ? " : deux versions" : " :"));
    for (const json& value : access.at("values")) {
        told_.value(value.at("value").get<std::string>(),
                    value.at("author").at("name").get<std::string>() + ", " +
                        momentOf(value.at("time"), now_));
    }
}

void Witness::tellTwoVersions(const Character& reader, const std::string& person)
{
    const json record = need(reader.phone.record(person));
    const json& access = record.at("fields").at("access");
    expect(access.at("disputed").get<bool>() && access.at("values").size() == 2,
           "no disagreement on the " + reader.place);
    tellAccess(reader, person);
}

void Witness::tellReceipt(const Character& writer, const std::string& what,
                          const std::string& record, const std::string& dot)
{
    const std::string where = need(whereIsIt(need(writer.phone.history(record)), dot));
    expect(where.starts_with("reçu"), "no receipt for " + dot);
    told_.line(writer.place, what + " : " + where);
}

void Witness::tellHistory(const Character& reader, const std::string& person)
{
    told_.line(reader.place, "Qui a écrit l’accès au logement, et quand :");
    for (const json& edit : need(reader.phone.history(person))) {
        if (!edit.at("set").contains("access")) continue;
        told_.value(edit.at("set").at("access").get<std::string>(),
                    edit.at("author").at("name").get<std::string>() + ", " +
                        momentOf(edit.at("time"), now_) + ", " +
                        need(whereIsIt(json::array({edit}), edit.at("dot"))));
    }
}

void Witness::sync(const Character& who)
{
    const json synced = need(who.phone.sync());
    expect(synced.at("waiting") == 0 && synced.at("refused") == 0,
           "something of " + who.name + " was not taken by the centre");
    told_.line(who.place, "Échange terminé : " +
                              counted(synced.at("received"), "écriture reçue", "écritures reçues") +
                              ", rien à envoyer");
}

void Witness::tellAgreement(const Place& place, const Character& who)
{
    const json status = need(who.phone.status());
    const std::string role = status.at("role");
    const json centre = need(askServer(place, {"digest", kCentreName, "--role", role}));
    const std::string digest = status.at("digest");
    expect(centre.at("digest") == digest, "the " + who.place + " differs from the centre");
    told_.line(who.place, "Empreinte " + digest + ", la même qu’au centre ; " +
                              counted(status.at("head"), "écriture", "écritures") + " au registre");
}

}  // namespace liaison::demo
