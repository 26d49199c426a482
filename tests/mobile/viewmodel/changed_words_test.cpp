// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/changed_words.h"

#include <gtest/gtest.h>

namespace liaison {

namespace {

std::string marked(const char* text, const char* other)
{
    return markedAgainst(QString::fromUtf8(text), QString::fromUtf8(other)).toStdString();
}

}  // namespace

TEST(ChangedWords, MarksWhatTheOtherDoesNotSay)
{
    const char* mine = "2e étage gauche, code 47B12, clé chez la voisine";
    const char* theirs = "2e étage gauche, code 47B21, interphone en panne";

    EXPECT_EQ(marked(mine, theirs),
              "2e étage gauche, code <b>47B12</b>, <b>clé chez la voisine</b>");
    EXPECT_EQ(marked(theirs, mine),
              "2e étage gauche, code <b>47B21</b>, <b>interphone en panne</b>");
}

TEST(ChangedWords, MarksNothingOfEqualTexts)
{
    EXPECT_EQ(marked("code 47B12", "code 47B12"), "code 47B12");
}

TEST(ChangedWords, MarksEverythingBesideNothing)
{
    EXPECT_EQ(marked("code 47B12", ""), "<b>code 47B12</b>");
    EXPECT_EQ(marked("", "code 47B12"), "");
}

TEST(ChangedWords, LeavesWhatIsSharedBetweenTwoChangesAlone)
{
    EXPECT_EQ(marked("porte bleue, code 12", "porte verte, code 21"),
              "porte <b>bleue</b>, code <b>12</b>");
}

TEST(ChangedWords, KeepsAnHourInOneMark)
{
    EXPECT_EQ(marked("vers 10h30-11h15", "vers 9h00"), "vers <b>10h30-11h15</b>");
}

TEST(ChangedWords, NeverLetsAPersonWriteMarkup)
{
    EXPECT_EQ(marked("<b>gras</b> & vite\nclé", "rien"),
              "&lt;<b>b&gt;gras&lt;/b&gt; &amp; vite<br>clé</b>");
}

TEST(ChangedWords, MarksAllOfATextTooLongToCompare)
{
    QString text;
    for (int i = 0; i < 4'000; ++i) {
        text += QString::number(i) + QLatin1Char(' ');
    }

    const QString marked = markedAgainst(text, QStringLiteral("0 1 2"));

    EXPECT_TRUE(marked.startsWith(QStringLiteral("<b>0 1 2 ")));
    EXPECT_EQ(marked.count(QStringLiteral("<b>")), 1);
}

}  // namespace liaison
