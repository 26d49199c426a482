// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mobile/demo/wording.h"
#include "shared/base/id.h"

namespace liaison::demo {

/// What makes the life of a person particular, and hence what is written about them.
enum class Trait {
    anticoagulant,
    breathing,
    caregiverTired,
    constipation,
    diabetes,
    falls,
    heart,
    insomnia,
    memory,
    pain,
    pressure,
    sadness,
    swallowing,
    thin,
    wound,
};

/// Somebody around a person who never existed.
struct InventedCaregiver {
    RecordId id;
    Sex sex = Sex::female;
    std::string familyName;
    std::string givenName;
    std::string link;    ///< code of the list care_link
    std::string spoken;  ///< "sa fille", as a sentence says it
    std::string phone;
    std::string availability;
    std::string organisation;
    bool isMain = false;
    bool livesThere = false;
    bool isTrusted = false;
    bool hasKey = false;
};

/// Somebody who is accompanied by the invented centre. Any likeness is chance: names are drawn
/// from lists, telephone numbers from the ranges that the regulator keeps for fiction.
struct InventedPerson {
    RecordId id;
    Sex sex = Sex::female;
    std::string familyName;
    std::string birthName;  ///< empty: the same
    std::string givenName;
    int birthYear = 0;
    int birthMonth = 0;
    int birthDay = 0;
    std::string street;
    std::string town;
    std::string postalCode;
    std::string access;
    std::string phone;
    std::string doctor;
    std::string doctorPhone;
    int gir = 0;
    std::string allergies;
    std::string precautions;
    std::string walkingAid;         ///< code
    std::string livingArrangement;  ///< code
    std::string housing;            ///< code
    std::string diet;
    std::string habits;
    std::string history;
    std::vector<std::string> prioritySituations;  ///< codes
    std::set<Trait> traits;
    std::vector<InventedCaregiver> caregivers;
    int admittedDaysAgo = 0;  ///< more than the months told: there from the beginning

    bool has(Trait trait) const { return traits.contains(trait); }
    /// "Mme Delpech".
    std::string called() const;
    /// Whom to speak of in sentences about this person: "proche", "medecin", "personne".
    Words words() const;
    const InventedCaregiver* mainCaregiver() const;
};

/// The people of the centre: the same ones for the same dice. The first ten are always there, as
/// the scenes and the scripted day count on them; `now` dates the ids.
std::vector<InventedPerson> inventPeople(const Dice& dice, Instant now, std::size_t count);

/// Where the two that the scripted day is about stand in that list.
constexpr std::size_t kCastang = 3;
constexpr std::size_t kRouchon = 2;

}  // namespace liaison::demo
