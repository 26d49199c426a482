// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/region.h"

namespace liaison::e2e {

class SaveTravels : public Region {};

TEST_F(SaveTravels, FromOnePhoneOverTheServerToAnother)
{
    const Phone nurse = joined("nurse", "Anne Morel");
    const Phone aide = joined("aide", "Farid Benali");
    const std::string person = nurse.create("Person", somePerson());
    EXPECT_TRUE(nurse.record(person).at("sequence").is_null());
    EXPECT_TRUE(nurse.record(person).at("unsent").get<bool>());

    nurse.sync();
    aide.sync();

    EXPECT_FALSE(nurse.record(person).at("unsent").get<bool>());
    EXPECT_EQ(aide.shown(person, "family_name"), "Bonnet");
    const json value = aide.record(person).at("fields").at("gir").at("values").at(0);
    EXPECT_EQ(value.at("value"), 4);
    EXPECT_EQ(value.at("author").at("name"), "Anne Morel");
    EXPECT_EQ(value.at("device"), nurse.status().at("device"));
}

TEST_F(SaveTravels, ThroughAKillOfBothEndsOnTheWay)
{
    const Phone nurse = joined("nurse", "Anne Morel");
    const Phone other = joined("nurse", "Paul Girard");
    const std::string person = nurse.create("Person", somePerson());
    nurse.sync();
    restart();
    nurse.set("Person", person, {{"phone", "01 23 45 67 89"}});
    server.kill();
    Process sending = nurse.begin({"sync", "--wait", "60"});
    sending.kill();
    start();

    nurse.sync();
    other.sync();

    EXPECT_EQ(other.shown(person, "phone"), "01 23 45 67 89");
    EXPECT_EQ(other.history(person).size(), 2u);
    expectAgreement(nurse, other, "nurse");
}

TEST_F(SaveTravels, AsAWholeWithTheRecordsThatBelongTogether)
{
    const Phone nurse = joined("nurse", "Anne Morel");
    const Phone aide = joined("aide", "Farid Benali");
    const json period = {{"start", "2026-09-14T08:30:00Z"}, {"end", "2026-09-14T09:15:00Z"}};
    const json person = {{"kind", "Person"}, {"record", "new:person"}, {"set", somePerson()}};
    const json visit = {
        {"kind", "Visit"},
        {"record", "new:visit"},
        {"set", {{"person", "new:person"}, {"planned", period}, {"status", "PREVUE"}}}};
    const json reading = {{"kind", "Vitals"},
                          {"set",
                           {{"person", "new:person"},
                            {"visit", "new:visit"},
                            {"at", "2026-09-14T08:50:00Z"},
                            {"blood_pressure", {{"systolic", 135}, {"diastolic", 80}}}}}};

    const json saved = nurse.save(json::array({person, visit, reading}));
    nurse.sync();
    aide.sync();

    const std::string vitals = saved.at("records").at(2).get<std::string>();
    EXPECT_EQ(aide.shown(vitals, "person"), saved.at("records").at(0));
    EXPECT_EQ(aide.shown(vitals, "visit"), saved.at("records").at(1));
    EXPECT_EQ(aide.shown(vitals, "blood_pressure").at("systolic"), 135);
    EXPECT_EQ(aide.history(vitals).at(0).at("n"), saved.at("n"));
}

TEST_F(SaveTravels, AndADisagreementKeepsBothValuesUntilSomebodySettlesIt)
{
    const Phone nurse = joined("nurse", "Anne Morel");
    const Phone other = joined("nurse", "Paul Girard");
    const std::string person = nurse.create("Person", somePerson());
    nurse.sync();
    other.sync();
    nurse.set("Person", person, {{"access", "Code 12B4"}});
    other.set("Person", person, {{"access", "Clé chez la voisine"}});
    other.set("Person", person, {{"phone", "01 23 45 67 89"}});

    nurse.sync();
    other.sync();
    nurse.sync();

    const json disputed = nurse.record(person).at("fields").at("access");
    EXPECT_TRUE(disputed.at("disputed").get<bool>());
    EXPECT_EQ(disputed.at("values").size(), 2u);
    EXPECT_FALSE(nurse.record(person).at("fields").at("phone").at("disputed").get<bool>());
    expectAgreement(nurse, other, "nurse");

    nurse.set("Person", person, {{"access", "Code 12B4"}});
    nurse.sync();
    other.sync();

    const json settled = other.record(person).at("fields").at("access");
    EXPECT_FALSE(settled.at("disputed").get<bool>());
    EXPECT_EQ(settled.at("shown"), "Code 12B4");
    expectAgreement(nurse, other, "nurse");
}

}  // namespace liaison::e2e
