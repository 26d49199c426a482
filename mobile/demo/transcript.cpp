// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/transcript.h"

#include "mobile/demo/paris_calendar.h"
#include "mobile/store/iso_time.h"
#include "shared/care/code_list.h"

namespace liaison::demo {

void Transcript::scene(const std::string& text)
{
    out_ << "\n" << text << "\n" << std::flush;
}

void Transcript::line(const std::string& where, const std::string& text)
{
    out_ << "  [" << where << "] " << text << "\n" << std::flush;
}

void Transcript::value(const std::string& text, const std::string& signature)
{
    std::string indented = text;
    for (auto end = indented.find('\n'); end != std::string::npos;
         end = indented.find('\n', end + 1)) {
        indented.replace(end, 1, "\n        ");
    }
    out_ << "      « " << indented << " »";
    if (!signature.empty()) out_ << "\n        " << signature;
    out_ << "\n" << std::flush;
}

std::string shownText(const json& record, const std::string& field)
{
    const json& fields = record.at("fields");
    if (!fields.contains(field) || !fields.at(field).at("shown").is_string()) return {};
    return fields.at(field).at("shown").get<std::string>();
}

std::string shownCode(const json& record, const std::string& field, const std::string& list)
{
    const std::string code = shownText(record, field);
    const Code* known = codeIn(list, code);
    return known ? std::string(known->fr) : code;
}

std::string momentOf(const json& moment, Instant now)
{
    if (!moment.is_string()) return "jamais";
    const auto instant = instantFromIso(moment.get<std::string>());
    if (!instant) return moment.get<std::string>();
    const Day day = dayOf(*instant);
    const std::string when = day == dayOf(now) ? "aujourd’hui" : shortDayText(day);
    return when + " " + hourText(*instant);
}

std::string personName(const json& person)
{
    return shownCode(person, "civility", "civility") + " " + shownText(person, "given_name") + " " +
           shownText(person, "family_name");
}

Result<std::string> whereIsIt(const json& history, const std::string& dot)
{
    for (const json& edit : history) {
        if (edit.at("dot") != dot) continue;
        const json& verdict = edit.at("verdict");
        if (verdict.is_null()) return std::string("sur ce téléphone");
        if (!verdict.at("applied").get<bool>()) {
            return Error{ErrorCode::notAllowed, "the centre refused " + dot};
        }
        const auto receivedAt = instantFromIso(verdict.at("received_at").get<std::string>());
        if (!receivedAt) return receivedAt.error();
        return "reçu par le centre à " + hourText(*receivedAt);
    }
    return Error{ErrorCode::notFound, "no edit " + dot + " in this history"};
}

}  // namespace liaison::demo
