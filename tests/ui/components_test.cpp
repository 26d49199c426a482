// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QColor>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QRawFont>
#include <QSignalSpy>
#include <cmath>

#include "tests/ui/stage.h"

namespace liaison {
namespace {

double luminance(const QColor& color)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    const auto [low, high] = std::minmax(one, other);
    return (high + 0.05) / (low + 0.05);
}

struct Pair {
    const char* words;
    const char* ground;
    double bar;
};

constexpr Pair kPairs[] = {{"ink", "paper", 7},
                           {"ink", "sheet", 7},
                           {"ink", "well", 7},
                           {"ink", "encreTint", 7},
                           {"ink", "ocreTint", 7},
                           {"inkSoft", "paper", 7},
                           {"inkSoft", "sheet", 7},
                           {"inkSoft", "calmTint", 7},
                           {"inkSoft", "well", 7},
                           {"inkSoft", "encreTint", 7},
                           {"inkSoft", "ocreTint", 7},
                           {"inkFaint", "paper", 4.5},
                           {"inkFaint", "sheet", 4.5},
                           {"inkFaint", "well", 4.5},
                           {"inkFaint", "encreTint", 4.5},
                           {"inkFaint", "calmTint", 4.5},
                           {"encre", "paper", 4.5},
                           {"encre", "sheet", 4.5},
                           {"encre", "encreTint", 4.5},
                           {"overEncre", "encre", 4.5},
                           {"overEncre", "encrePressed", 4.5},
                           {"feuille", "paper", 4.5},
                           {"feuille", "sheet", 4.5},
                           {"feuille", "feuilleTint", 4.5},
                           {"sheet", "feuille", 4.5},
                           {"ocre", "paper", 4.5},
                           {"ocre", "sheet", 4.5},
                           {"ocre", "ocreTint", 4.5},
                           {"ocre", "encreTint", 4.5},
                           {"garance", "paper", 4.5},
                           {"garance", "sheet", 4.5},
                           {"garance", "garanceTint", 4.5},
                           {"garance", "encreTint", 4.5},
                           {"prune", "paper", 4.5},
                           {"prune", "sheet", 4.5},
                           {"prune", "pruneTint", 4.5},
                           {"paper", "ink", 7},
                           {"edge", "paper", 3},
                           {"edge", "sheet", 3},
                           {"series1", "sheet", 3},
                           {"series2", "sheet", 3},
                           {"series3", "sheet", 3},
                           {"series4", "sheet", 3},
                           {"gir1", "sheet", 3},
                           {"gir2", "sheet", 3},
                           {"gir3", "sheet", 3},
                           {"gir4", "sheet", 3}};

struct Look {
    const char* name;
    bool dark;
    bool highContrast;
    double textScale;
};

class Looks : public testing::TestWithParam<Look> {
protected:
    void dress(Stage& stage)
    {
        stage.theme("dark", GetParam().dark);
        stage.theme("highContrast", GetParam().highContrast);
        stage.theme("textScale", GetParam().textScale);
    }
};

INSTANTIATE_TEST_SUITE_P(Theme, Looks,
                         testing::Values(Look{"Light", false, false, 1},
                                         Look{"Dark", true, false, 1},
                                         Look{"HighContrast", false, true, 1},
                                         Look{"OneAndAHalf", false, false, 1.5},
                                         Look{"Double", false, false, 2}),
                         [](const auto& look) { return std::string(look.param.name); });

TEST_P(Looks, KeepsWordsReadableOnEveryGround)
{
    Stage stage;

    dress(stage);

    for (const auto& pair : kPairs) {
        const auto words = stage.theme(pair.words).value<QColor>();
        const auto ground = stage.theme(pair.ground).value<QColor>();
        EXPECT_GE(contrast(words, ground), pair.bar) << pair.words << " on " << pair.ground;
    }
}

TEST_P(Looks, ShowsEveryComponentWholeAndWithoutAWarning)
{
    Stage stage;
    dress(stage);

    stage.show("qrc:/gallery/Gallery.qml");
    const auto picture = stage.picture();

    EXPECT_GT(picture.height(), 1000);
    EXPECT_EQ(stage.warnings().join('\n').toStdString(), "");
    EXPECT_EQ(stage.cutTexts().join('\n').toStdString(), "");
}

TEST_P(Looks, GivesEveryControlANameARoleAndRoomForAFinger)
{
    Stage stage;
    dress(stage);

    stage.show("qrc:/gallery/Gallery.qml");

    EXPECT_EQ(stage.poorControls().join('\n').toStdString(), "");
}

TEST(Theme, CarriesItsOwnFontsInThreeWeights)
{
    Stage stage;

    stage.show("qrc:/gallery/Gallery.qml");

    for (const auto* token : {"body", "bodyMedium", "bodyStrong"}) {
        auto* type = stage.theme(token).value<QObject*>();
        const auto raw = QRawFont::fromFont(type->property("font").value<QFont>());
        EXPECT_EQ(raw.familyName().left(5).toStdString(), "Inter") << token;
        EXPECT_EQ(raw.weight(), type->property("weight").toInt()) << token;
    }
}

TEST(Theme, HasAGlyphForEveryIcon)
{
    Stage stage;
    QQmlComponent component(stage.view().engine());
    component.setData(
        "import QtQml\nimport 'qrc:/qt/qml/Liaison/Icons.js' as Icons\n"
        "QtObject { property string all: Icons.names().map(Icons.glyph).join('') }",
        QUrl("qrc:/gallery/Icons.qml"));

    const std::unique_ptr<QObject> icons(component.create());

    ASSERT_NE(icons, nullptr) << component.errorString().toStdString();
    const auto glyphs = icons->property("all").toString();
    EXPECT_GE(glyphs.size(), 70);
    QFont font(stage.theme("iconFamily").toString());
    const auto raw = QRawFont::fromFont(font);
    for (const auto glyph : glyphs)
        EXPECT_TRUE(raw.supportsCharacter(glyph)) << std::hex << int{glyph.unicode()};
}

TEST(Button, IsPressedByFingerAndByKey)
{
    Stage stage;
    stage.show("qrc:/gallery/Gallery.qml");
    auto* button = stage.named("Essayer maintenant");
    ASSERT_NE(button, nullptr);
    QSignalSpy pressed(button, SIGNAL(clicked()));

    stage.tap(button);
    button->forceActiveFocus(Qt::TabFocusReason);
    stage.press(Qt::Key_Space);
    stage.press(Qt::Key_Return);

    EXPECT_EQ(pressed.count(), 3);
}

/// The texts of an item that are seen, where they are drawn.
std::vector<QRectF> textsOf(QQuickItem* item)
{
    std::vector<QRectF> rects;
    for (auto* child : item->childItems()) {
        if (!child->inherits("QQuickText") || !child->isVisible()) continue;
        rects.push_back(
            child->mapRectToScene(QRectF(0, 0, child->property("contentWidth").toDouble(),
                                         child->property("contentHeight").toDouble())));
    }
    return rects;
}

TEST(BoundsBar, KeepsItsWordsApartAndInsideWhereverTheLimitsLie)
{
    for (const auto& [low, high] :
         {std::pair(0.0, 0.04), std::pair(0.25, 0.75), std::pair(0.96, 1.0), std::pair(0.5, 0.5)}) {
        for (const double scale : {1.0, 2.0}) {
            Stage stage;
            stage.theme("textScale", scale);
            stage.show("qrc:/qt/qml/Liaison/BoundsBar.qml", 320, 200,
                       {{"low", low},
                        {"high", high},
                        {"lowText", "110"},
                        {"highText", "150"},
                        {"source", "Systolique, limites : Dr Hélène Faure"}});
            const auto texts = textsOf(stage.root());

            ASSERT_EQ(texts.size(), 3u);
            for (std::size_t i = 0; i < texts.size(); ++i) {
                EXPECT_GE(texts[i].left(), 0) << low << " " << scale;
                EXPECT_LE(texts[i].right(), 320.5) << low << " " << scale;
                for (std::size_t j = 0; j < i; ++j)
                    EXPECT_FALSE(texts[i].intersects(texts[j])) << low << " " << scale;
            }
        }
    }
}

TEST(TextField, ShortensAHintThatIsLongerThanItsPlace)
{
    Stage stage;
    stage.theme("textScale", 2);
    stage.show("qrc:/qt/qml/Liaison/TextField.qml", 320, 80,
               {{"placeholderText", "Nom, prénom, commune"}, {"iconName", "search"}});

    bool isShortened = false;
    for (auto* child : stage.root()->childItems()) {
        if (child->property("text").toString() != "Nom, prénom, commune") continue;
        isShortened = child->property("truncated").toBool();
        EXPECT_EQ(child->property("lineCount").toInt(), 1);
    }
    EXPECT_TRUE(isShortened);
}

TEST(NumberPad, SaysWhatWasPressed)
{
    Stage stage;
    stage.show("qrc:/gallery/Gallery.qml");
    auto* pad = stage.named("Clavier de chiffres");
    ASSERT_NE(pad, nullptr);
    QSignalSpy digits(pad, SIGNAL(digit(QString)));
    QSignalSpy erased(pad, SIGNAL(erased()));

    stage.tap(stage.named("7"));
    pad->forceActiveFocus();
    stage.press(Qt::Key_3);
    stage.press(Qt::Key_Backspace);

    ASSERT_EQ(digits.count(), 2);
    EXPECT_EQ(digits.at(0).at(0).toString().toStdString(), "7");
    EXPECT_EQ(digits.at(1).at(0).toString().toStdString(), "3");
    EXPECT_EQ(erased.count(), 1);
}

}  // namespace
}  // namespace liaison
