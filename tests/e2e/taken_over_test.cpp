// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/region.h"

namespace liaison::e2e {

class RefusedEdit : public Region {};

TEST_F(RefusedEdit, IsTakenOverByASupervisorAndCountsForEverybody)
{
    const Phone supervisor = joined("supervisor", "Agnès Garrigue");
    const Phone nurse = joined("nurse", "Anne Morel");
    const Phone aide = joined("aide", "Farid Benali");
    // Before its first contact a phone does not know what its role may write.
    const std::string person = aide.create("Person", somePerson());
    aide.sync();
    supervisor.sync();
    EXPECT_EQ(aide.status().at("refused"), 1);
    const json seen = supervisor.refused();
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_EQ(seen.at(0).at("author").at("name"), "Farid Benali");
    EXPECT_EQ(seen.at(0).at("verdict").at("code"), "notAllowed");
    EXPECT_EQ(seen.at(0).at("changes").at(0).at("set").at("family_name"), "Bonnet");
    EXPECT_FALSE(seen.at(0).at("own").get<bool>());
    EXPECT_TRUE(seen.at(0).at("taken_over").is_null());
    EXPECT_EQ(supervisor.history(person).size(), 1u);

    const json taken = supervisor.takeOver(seen.at(0).at("dot"));
    supervisor.sync();
    nurse.sync();
    aide.sync();

    EXPECT_EQ(taken.at("records"), json::array({person}));
    EXPECT_EQ(taken.at("left_out"), json::array());
    for (const Phone* phone : {&supervisor, &nurse, &aide}) {
        EXPECT_EQ(phone->shown(person, "family_name"), "Bonnet") << phone->name();
        EXPECT_EQ(phone->shown(person, "gir"), 4) << phone->name();
    }
    const json value = nurse.record(person).at("fields").at("gir").at("values").at(0);
    EXPECT_EQ(value.at("dot"), taken.at("dot"));
    EXPECT_EQ(aide.refused().at(0).at("taken_over").at("dot"), taken.at("dot"));
    EXPECT_EQ(supervisor.refused().at(0).at("taken_over").at("dot"), taken.at("dot"));
    EXPECT_EQ(supervisor.status().at("digest"), server.digest("supervisor"));
    EXPECT_EQ(nurse.status().at("digest"), server.digest("nurse"));
    EXPECT_EQ(aide.status().at("digest"), server.digest("aide"));
}

TEST_F(RefusedEdit, IsTakenOverOnceAndByNobodyElse)
{
    const Phone supervisor = joined("supervisor", "Agnès Garrigue");
    const Phone aide = joined("aide", "Farid Benali");
    aide.create("Person", somePerson());
    aide.sync();
    supervisor.sync();
    const std::string dot = supervisor.refused().at(0).at("dot");
    supervisor.takeOver(dot);

    const Outcome again = supervisor.command({"take-over", dot});
    const Outcome byAuthor = aide.command({"take-over", dot});

    EXPECT_EQ(again.exitCode, 47) << again.err;
    EXPECT_EQ(byAuthor.exitCode, 40) << byAuthor.err;
    EXPECT_EQ(supervisor.status().at("last_n"), 1);
}

}  // namespace liaison::e2e
