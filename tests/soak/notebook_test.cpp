// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/notebook.h"

#include <gtest/gtest.h>

namespace liaison::soak {

namespace {

json transmission(const std::string& record, const json& changes)
{
    const json& text = changes.at(0).at("set").at("data");
    return {{"record", record}, {"fields", {{"data", {{"shown", text}}}}}};
}

json edit(const std::string& dot, const json& changes)
{
    return {{"dot", dot}, {"set", changes.at(1).at("set")}, {"verdict", {{"applied", true}}}};
}

json answer(const std::string& dot, const std::string& record)
{
    return {{"n", 1}, {"dot", dot}, {"records", {record, "p"}}};
}

}  // namespace

class NotebookTest : public testing::Test {
protected:
    Findings look(const std::vector<json>& transmissions, const std::vector<json>& edits) const
    {
        return notebook.compare("anne", transmissions, {json(edits)});
    }

    Notebook notebook;
    json changes = notebook.asked("anne", "p", "Chute");
};

TEST_F(NotebookTest, FindsNothingWhereEachSaveIsThereOnce)
{
    notebook.stored(answer("d1", "r1"));
    notebook.receipt("anne");

    const Findings found = look({transmission("r1", changes)}, {edit("d1", changes)});

    EXPECT_TRUE(found.isEmpty());
    EXPECT_EQ(notebook.written(), 1u);
    EXPECT_EQ(notebook.acknowledged(), 1u);
}

TEST_F(NotebookTest, FindsWhatWasLostDoubledHalfOrAnother)
{
    notebook.stored(answer("d1", "r1"));
    const json there = transmission("r1", changes);
    json another = there;
    another["fields"]["data"]["shown"] = "s1 Rien";

    EXPECT_EQ(look({}, {}).lost, 1u);
    EXPECT_EQ(look({there}, {}).lost, 1u);
    EXPECT_EQ(look({there, transmission("r2", changes)}, {edit("d1", changes)}).twice, 1u);
    EXPECT_EQ(look({there}, {edit("d1", changes), edit("d2", changes)}).twice, 1u);
    EXPECT_EQ(look({another}, {edit("d1", changes)}).what.size(), 1u);
    EXPECT_EQ(look({there}, {edit("d2", changes)}).what.size(), 1u);
}

TEST_F(NotebookTest, LetsASaveWithoutAnswerBeThereWholeOrNotAtAll)
{
    EXPECT_TRUE(look({}, {}).isEmpty());
    EXPECT_TRUE(look({transmission("r1", changes)}, {edit("d1", changes)}).isEmpty());
    EXPECT_EQ(look({transmission("r1", changes)}, {}).lost, 1u);

    notebook.refused();

    EXPECT_FALSE(look({transmission("r1", changes)}, {edit("d1", changes)}).isEmpty());
}

}  // namespace liaison::soak
