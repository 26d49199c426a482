// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "mobile/demo/invented_centre.h"

namespace liaison::demo {

namespace {

struct Question {
    const char* kind;
    const char* field;
    const char* comment;
};

/// Asked about the last readings and visits of Claire and Nadia.
const std::vector<Question>& questions()
{
    static const std::vector<Question> all = {
        {"Vitals", "blood_pressure", "Quel bras pour la tension ? Merci de compléter la mesure."},
        {"Visit", "actual", "Heure de fin à vérifier : la visite suivante commence avant."},
        {"Incident", "measures", "Qui a été prévenu, et à quelle heure ? Merci d’ajouter."},
    };
    return all;
}

v1::Review review(const Reviewable& record, const std::string& state, Instant at,
                  const DotsOf& dotsOf)
{
    v1::Review review;
    review.set_about(record.record.bytes());
    review.set_person(record.person.bytes());
    review.set_at(at.time_since_epoch().count());
    review.set_state(state);
    for (const Dot& dot : dotsOf(record)) {
        v1::SeenDot& seen = *review.mutable_seen()->add_dot();
        seen.set_device(dot.device.value);
        seen.set_n(dot.n);
        seen.set_hash(dot.hash);
    }
    return review;
}

/// The next working morning after the record was written.
Instant morningAfter(const Reviewable& record, Dice& dice)
{
    Day day = dayOf(record.at) + std::chrono::days(1);
    while (weekdayOf(day) > 4) {
        day += std::chrono::days(1);
    }
    return at(day, dice.between(8 * 60 + 30, 11 * 60));
}

/// The latest record of this kind by this author, or null.
const Reviewable* latest(const std::vector<Reviewable>& written, std::uint32_t kind,
                         std::size_t author, Instant before)
{
    const Reviewable* found = nullptr;
    for (const Reviewable& record : written) {
        const bool fits = record.kind == kind && record.author == author && record.at < before;
        if (fits && (!found || found->at < record.at)) found = &record;
    }
    return found;
}

std::vector<Save> sentBack(const InventedCentre& centre, const std::vector<Reviewable>& written,
                           const DotsOf& dotsOf, Dice& dice)
{
    std::vector<Save> saves;
    const Instant when = centre.now - std::chrono::hours(15);
    for (const Question& question : questions()) {
        const KindSchema& kind = *Schema::care().kind(std::string_view(question.kind));
        const bool isMeasured = std::string_view(question.kind) == "Vitals";
        const Reviewable* record = latest(written, kind.number, isMeasured ? kClaire : kNadia,
                                          when - std::chrono::hours(1));
        if (!record) continue;
        v1::Review asked = review(*record, "RENVOYE", when, dotsOf);
        asked.set_field_number(kind.field(std::string_view(question.field))->number);
        asked.set_comment(question.comment);
        saves.push_back({kBenedicte, when, {Written(RecordId::make(when, dice.bytes()), asked)}});
    }
    return saves;
}

}  // namespace

std::vector<Save> reviews(const InventedCentre& centre, const std::vector<Reviewable>& written,
                          const DotsOf& dotsOf)
{
    Dice dice = centre.dice.of("reviews");
    std::vector<Save> saves = sentBack(centre, written, dotsOf, dice);
    for (const Reviewable& record : written) {
        const Instant when = morningAfter(record, dice);
        const bool isRoutine = record.kind == Schema::care().kind("Visit")->number;
        const bool isReviewed = record.isSerious ? dice.chance(92) : isRoutine && dice.chance(20);
        // Of the last two days nothing is reviewed yet: that is the queue.
        if (!isReviewed || when + std::chrono::days(2) > centre.now) continue;
        const v1::Review made =
            review(record, record.isSerious && dice.chance(15) ? "VU" : "VALIDE", when, dotsOf);
        saves.push_back({kBenedicte, when, {Written(RecordId::make(when, dice.bytes()), made)}});
    }
    std::stable_sort(saves.begin(), saves.end(),
                     [](const Save& left, const Save& right) { return left.at < right.at; });
    return saves;
}

}  // namespace liaison::demo
