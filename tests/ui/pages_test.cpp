// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/ui/preview_pages.h"

namespace liaison {
namespace {

class Pages : public testing::TestWithParam<std::tuple<PreviewPage, PreviewLook>> {};

INSTANTIATE_TEST_SUITE_P(Every, Pages,
                         testing::Combine(testing::ValuesIn(kPreviewPages),
                                          testing::ValuesIn(kPreviewLooks)),
                         [](const auto& test) {
                             return std::string(std::get<0>(test.param).name) + "In" +
                                    std::get<1>(test.param).name;
                         });

TEST_P(Pages, IsShownWholeWithoutAWarningAndWithNamesForAll)
{
    const auto& [page, look] = GetParam();
    Stage stage;

    showPreview(stage, page, look);
    const auto picture = stage.picture();

    EXPECT_EQ(picture.width(), look.width);
    EXPECT_EQ(stage.warnings().join('\n').toStdString(), "");
    EXPECT_EQ(stage.cutTexts().join('\n').toStdString(), "");
    EXPECT_EQ(stage.poorControls().join('\n').toStdString(), "");
}

TEST(UnlockPage, TriesTheCodeAtItsLastFigureAndSaysWhenItIsWrong)
{
    Stage stage;
    auto* unlock = showPreview(stage, kPreviewPages[9], kPreviewLooks[0]);

    for (int digit = 0; digit < 6; ++digit)
        stage.tap(stage.named("5"));

    EXPECT_EQ(unlock->property("tried").toString().toStdString(), "555555");
    EXPECT_NE(stage.named("Ce n’est pas le code de Claire. Essayez encore."), nullptr);
}

constexpr PreviewLook kLargeLooks[] = {{"double", false, false, 2, 390, 844},
                                       {"doubleOnASmallPhone", false, false, 2, 360, 640}};

QRectF placeOf(const QQuickItem* item)
{
    return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
}

TEST(VitalsPage, ShowsTheValueBeingTypedWholeOverTheKeysInLargeWriting)
{
    for (const auto& look : kLargeLooks) {
        Stage stage;
        showPreview(stage, kPreviewPages[4], look);
        const auto* pad = stage.named("Clavier de chiffres");
        ASSERT_NE(pad, nullptr);

        const auto* value = stage.root()->property("value").value<QQuickItem*>();
        ASSERT_NE(value, nullptr);

        EXPECT_LT(placeOf(value).bottom(), placeOf(pad).top()) << look.name;
        EXPECT_GT(placeOf(value).top(), 0) << look.name;
        EXPECT_LE(placeOf(stage.button("Suivant")).bottom(), look.height) << look.name;
        EXPECT_EQ(stage.cutTexts().join('\n').toStdString(), "") << look.name;
    }
}

TEST(UnlockPage, ShowsTheFirstCardWholeOverTheKeysInLargeWriting)
{
    for (const auto& look : kLargeLooks) {
        Stage stage;
        showPreview(stage, kPreviewPages[9], look);
        const auto* card = stage.button("Claire, Infirmière");
        ASSERT_NE(card, nullptr);

        EXPECT_LT(placeOf(card).bottom(), placeOf(stage.named("1")).top()) << look.name;
        EXPECT_LT(placeOf(stage.named("0")).bottom(), look.height) << look.name;
    }
}

TEST(UnlockPage, BreaksNoNameWhateverTheSizeOfTheWriting)
{
    for (const double scale : {1.0, 1.2, 1.4, 1.49}) {
        Stage stage;
        showPreview(stage, kPreviewPages[9], {"", false, false, scale, 360, 844});

        EXPECT_EQ(stage.cutTexts().join('\n').toStdString(), "") << scale;
    }
}

TEST(VisitPage, TicksARowAndAsksForTheReasonOfAnother)
{
    Stage stage;
    auto* visit = showPreview(stage, kPreviewPages[3], kPreviewLooks[0]);

    stage.tap(stage.named("Pourquoi pas fait ? Marche jusqu’au jardin"));
    stage.tap(stage.named("Reporté"));

    EXPECT_EQ(visit->property("explained").toString().toStdString(), "3 postponed ");
}

TEST(VersionsPage, KeepsTheVersionThatIsChosen)
{
    Stage stage;
    auto* versions = showPreview(stage, kPreviewPages[6], kPreviewLooks[0]);

    stage.tap(stage.named("Prendre celle de Nadia"));

    EXPECT_EQ(versions->property("kept").toInt(), 1);
}

TEST(TodayPage, OpensTheRunningVisitWithOneTap)
{
    Stage stage;
    auto* today = showPreview(stage, kPreviewPages[0], kPreviewLooks[0]);

    stage.tap(stage.named("Reprendre la visite"));

    EXPECT_EQ(today->property("opened").toInt(), 2);
}

}  // namespace
}  // namespace liaison
