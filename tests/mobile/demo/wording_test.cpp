// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/wording.h"

#include <gtest/gtest.h>

#include <set>

namespace liaison::demo {

namespace {

TEST(Wording, AgreesWithAManAndAWoman)
{
    Dice dice(1);

    const char* pattern = "<il|elle> est fatigué<|e>, <heureux|heureuse> de rentrer.";

    EXPECT_EQ(say(pattern, Sex::male, {}, dice), "Il est fatigué, heureux de rentrer.");
    EXPECT_EQ(say(pattern, Sex::female, {}, dice), "Elle est fatiguée, heureuse de rentrer.");
}

TEST(Wording, ChoosesEveryBranchInTime)
{
    Dice dice(2);
    std::set<std::string> said;

    for (int i = 0; i < 200; ++i) {
        said.insert(say("a {b|c {d|e}|}", Sex::male, {}, dice));
    }

    EXPECT_EQ(said, (std::set<std::string>{"A", "A b", "A c d", "A c e"}));
}

TEST(Wording, BeginsSentencesWithCapitalsAlsoAfterANameAndWithAccents)
{
    Dice dice(3);

    const std::string said =
        say("$(proche) vient. écoute. $(proche) part.", Sex::male, {{"proche", "sa fille"}}, dice);

    EXPECT_EQ(said, "Sa fille vient. Écoute. Sa fille part.");
}

TEST(WordingDeathTest, StopsAtANameThatNothingHas)
{
    Dice dice(4);

    EXPECT_DEATH(say("$(chien) dort.", Sex::male, {}, dice), "a name that nothing has");
}

}  // namespace

}  // namespace liaison::demo
