// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/health.h"

#include <algorithm>
#include <cmath>

namespace liaison::demo {

namespace {

constexpr std::size_t kVergnaud = 4;
constexpr std::size_t kMarsac = 5;

double rounded(double value, double step)
{
    return std::round(value / step) * step;
}

int rounded(double value)
{
    return static_cast<int>(std::lround(value));
}

InventedFall fallOf(const InventedPerson& person, Instant at, const std::string& place, Dice& dice)
{
    InventedFall fall;
    fall.at = at;
    fall.fall.set_place(place);
    fall.fall.set_activity(dice.pick(std::vector<std::string>{"MARCHE", "LEVER", "TRANSFERT"}));
    fall.fall.set_witnessed(dice.chance(25));
    fall.fall.set_mechanism(
        dice.pick(std::vector<std::string>{"TREBUCHE", "GLISSE", "JAMBES", "VERTIGE"}));
    fall.fall.set_time_on_floor(dice.chance(75) ? "MOINS_15_MIN" : "15_60_MIN");
    const int harm = dice.between(1, 100);
    fall.fall.set_injury(harm <= 65 ? "AUCUNE" : (harm <= 90 ? "HEMATOME" : "PLAIE"));
    fall.fall.set_help(
        dice.pick(std::vector<std::string>{"SEUL", "SEUL", "AIDANT", "EQUIPE", "POMPIERS"}));
    fall.fall.set_alarm_used(fall.fall.help() == "POMPIERS" || dice.chance(20));
    fall.fall.set_hospital(false);
    fall.text =
        say("{Retrouvé<|e> assis<|e> au sol|Dit être tombé<|e> vers " + hourText(at) +
                "|$(proche) signale une chute à " + hourText(at) +
                "}, {sans choc à la tête|se plaint un peu de la hanche, marche|a pu appeler}. "
                "{Tension prise couché<|e> et debout|Inspecté<|e> : rien d’autre}.",
            person.sex, person.words(), dice);
    return fall;
}

}  // namespace

HealthCourse::HealthCourse(const InventedPerson& person, std::size_t number, Day first, Day today,
                           const Dice& dice)
    : person_(person), first_(first), today_(today)
{
    Dice drawn = dice.of("health", number);
    const bool isThin = person.has(Trait::thin);
    weight_ = (person.sex == Sex::female ? 60 : 71) + 9 * drawn.spread() - (isThin ? 9 : 0);
    weight_ = std::clamp(weight_, 38.0, 104.0);
    weightChange_ = (isThin ? -3.4 : -0.4) + 1.2 * drawn.spread();
    if (person.has(Trait::heart)) weightChange_ += 1.0;
    systolic_ = (person.has(Trait::pressure) ? 140 : 126) + rounded(6 * drawn.spread());
    systolicChange_ = rounded(6 * drawn.spread());
    heartRate_ = (person.has(Trait::heart) ? 80 : 71) + rounded(5 * drawn.spread());
    spo2_ = person.has(Trait::breathing) ? 91 : 96;
    glycaemia_ = person.has(Trait::diabetes) ? 1.55 + 0.2 * drawn.spread() : 0;
    pain_ = person.has(Trait::pain) ? 4 : 1;
    if (number == kRouchon) {
        weight_ = 58.1;
        weightChange_ = -3.9;
        systolic_ = 136;
        systolicChange_ = 8;
    }
    if (number == kMarsac) weightChange_ = -4.6;
    drawFalls(number, drawn);
    drawStay(number, drawn);
}

void HealthCourse::drawFalls(std::size_t number, Dice& dice)
{
    const std::vector<std::string> places = {"CHAMBRE", "SALLE_DE_BAINS", "CUISINE",
                                             "SEJOUR",  "EXTERIEUR",      "TOILETTES"};
    const int span = static_cast<int>((today_ - first_).count());
    const int count = person_.has(Trait::falls) ? dice.between(1, 3) : (dice.chance(15) ? 1 : 0);
    for (int i = 0; i < count; ++i) {
        const Day day = first_ + std::chrono::days(dice.between(5, std::max(6, span - 12)));
        falls_.push_back(
            fallOf(person_, at(day, dice.between(5 * 60, 21 * 60)), dice.pick(places), dice));
    }
    if (number == kCastang) {
        falls_.push_back(
            fallOf(person_, at(today_ - std::chrono::days(1), 16 * 60), "CUISINE", dice));
        falls_.back().fall.set_injury("AUCUNE");
    }
    if (number == kRouchon) {
        falls_.push_back(fallOf(person_, at(today_ - std::chrono::days(3), 7 * 60 + 40),
                                "SALLE_DE_BAINS", dice));
        falls_.back().fall.set_injury("AUCUNE");
    }
    std::sort(falls_.begin(), falls_.end(),
              [](const auto& left, const auto& right) { return left.at < right.at; });
}

void HealthCourse::drawStay(std::size_t number, Dice& dice)
{
    const std::vector<std::string> places = {"Centre hospitalier de Bergerac",
                                             "Centre hospitalier de Périgueux"};
    const int span = static_cast<int>((today_ - first_).count());
    if (number == kVergnaud) {
        stay_ = {today_ - std::chrono::days(4), std::nullopt, places.front()};
    } else if (number >= 10 && span > 60 && dice.chance(18)) {
        const Day from = first_ + std::chrono::days(dice.between(15, span - 30));
        stay_ = {from, from + std::chrono::days(dice.between(4, 13)), dice.pick(places)};
    }
}

bool HealthCourse::isInHospital(Day day) const
{
    return stay_ && day >= stay_->first && (!stay_->last || day < *stay_->last);
}

double HealthCourse::weightOn(Day day) const
{
    const double part = static_cast<double>((day - first_).count()) /
                        std::max<double>(1, static_cast<double>((today_ - first_).count()));
    return weight_ + weightChange_ * part;
}

v1::Vitals HealthCourse::vitals(Day day, const std::string& function, Dice& dice) const
{
    v1::Vitals vitals;
    const bool isNurse = function == "IDE" || function == "MED";
    if (isNurse) {
        const double part = (weightOn(day) - weight_) / (weightChange_ == 0 ? 1 : weightChange_);
        const int systolic = rounded(systolic_ + systolicChange_ * part + 6 * dice.spread());
        auto& pressure = *vitals.mutable_blood_pressure();
        pressure.set_systolic(std::clamp(systolic, 92, 196));
        pressure.set_diastolic(std::clamp(rounded(systolic * 0.56 + 3 * dice.spread()), 48, 108));
        pressure.set_position("ASSIS");
        vitals.set_heart_rate(std::clamp(rounded(heartRate_ + 4 * dice.spread()), 48, 118));
    }
    if (person_.has(Trait::breathing) || person_.has(Trait::heart)) {
        vitals.set_spo2(std::clamp(rounded(spo2_ + 1.2 * dice.spread()), 84, 99));
    }
    if (isNurse && dice.chance(35)) {
        vitals.set_temperature(rounded(36.6 + 0.3 * dice.spread(), 0.1));
    }
    if (isNurse && person_.has(Trait::diabetes)) {
        vitals.set_glycaemia(
            rounded(std::clamp(glycaemia_ + 0.35 * dice.spread(), 0.62, 3.2), 0.01));
        vitals.set_glycaemia_moment("AVANT_REPAS");
    }
    const bool weighsOften =
        person_.has(Trait::thin) || person_.has(Trait::heart) || person_.has(Trait::wound);
    if (dice.chance(weighsOften ? 70 : 25)) {
        vitals.set_weight(rounded(weightOn(day) + 0.25 * dice.spread(), 0.1));
    }
    if (person_.has(Trait::pain) || dice.chance(20)) {
        vitals.set_pain(std::clamp(rounded(pain_ + 1.6 * dice.spread()), 0, 8));
    }
    return vitals;
}

v1::ClinicalBounds HealthCourse::bounds() const
{
    v1::ClinicalBounds bounds;
    bounds.set_set_by("Dr Hélène Faure");
    const bool isHigh = person_.has(Trait::pressure);
    bounds.mutable_systolic()->set_low(isHigh ? 110 : 100);
    bounds.mutable_systolic()->set_high(isHigh ? 150 : 155);
    if (person_.has(Trait::breathing)) {
        bounds.mutable_spo2()->set_low(88);
        bounds.mutable_spo2()->set_high(92);
    }
    if (person_.has(Trait::heart) || person_.has(Trait::thin)) {
        bounds.mutable_weight()->set_low(std::max(25.0, rounded(weight_ - 3, 0.5)));
        bounds.mutable_weight()->set_high(rounded(weight_ + 2, 0.5));
    }
    if (person_.has(Trait::diabetes)) {
        bounds.mutable_glycaemia()->set_low(0.7);
        bounds.mutable_glycaemia()->set_high(2.5);
    }
    return bounds;
}

}  // namespace liaison::demo
