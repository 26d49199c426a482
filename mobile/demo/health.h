// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "liaison/v1/care.pb.h"
#include "mobile/demo/invented_people.h"
#include "mobile/demo/paris_calendar.h"

namespace liaison::demo {

/// A fall, told by the next visit after it.
struct InventedFall {
    Instant at{};
    v1::Fall fall;
    std::string text;
};

/// Days in hospital; without a last day they go on.
struct InventedStay {
    Day first;
    std::optional<Day> last;
    std::string establishment;
};

/// How the body of a person fares over the months: what would be measured on a day, within what
/// bounds, and what befalls them. Trends are slow, single readings scatter a little.
class HealthCourse {
public:
    /// `number` is the person's place in the list: those known by name have their own story.
    HealthCourse(const InventedPerson& person, std::size_t number, Day first, Day today,
                 const Dice& dice);

    /// The measurements that somebody with this function takes on this day.
    v1::Vitals vitals(Day day, const std::string& function, Dice& dice) const;
    v1::ClinicalBounds bounds() const;

    const std::vector<InventedFall>& falls() const { return falls_; }
    const std::optional<InventedStay>& stay() const { return stay_; }
    bool isInHospital(Day day) const;

private:
    void drawFalls(std::size_t number, Dice& dice);
    void drawStay(std::size_t number, Dice& dice);
    double weightOn(Day day) const;

    const InventedPerson& person_;
    Day first_;
    Day today_;
    double weight_ = 0;        ///< on the first day, kg
    double weightChange_ = 0;  ///< over the whole time
    int systolic_ = 0;
    int systolicChange_ = 0;
    int heartRate_ = 0;
    int spo2_ = 0;
    double glycaemia_ = 0;
    int pain_ = 0;
    std::vector<InventedFall> falls_;
    std::optional<InventedStay> stay_;
};

}  // namespace liaison::demo
