// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QQmlApplicationEngine>

#include "tests/ui/preview_pages.h"

namespace liaison {
namespace {

constexpr auto& kShell = kPreviewPages[14];
constexpr auto& kPhone = kPreviewLooks[0];
constexpr auto& kDesk = kPreviewLooks[5];

QObject* of(QObject* app, const char* property)
{
    return app->property(property).value<QObject*>();
}

TEST(Shell, ShowsOnePageOverTheOtherOnAPhone)
{
    Stage stage;
    auto* app = showPreview(stage, kShell, kPhone);
    ASSERT_NE(stage.named("Reprendre la visite"), nullptr);

    QMetaObject::invokeMethod(app, "visitOpened", Q_ARG(QObject*, of(app, "visit")));
    QCoreApplication::processEvents();

    EXPECT_NE(stage.named("Tout comme prévu"), nullptr);
    EXPECT_EQ(stage.named("Reprendre la visite"), nullptr);
    EXPECT_EQ(stage.named("À traiter, 3"), nullptr);
    stage.tap(stage.named("Retour"));
    EXPECT_EQ(stage.named("Tout comme prévu"), nullptr);
    EXPECT_NE(stage.named("Reprendre la visite"), nullptr);
    EXPECT_EQ(app->property("released").toInt(), 1);
    EXPECT_EQ(stage.warnings().join('\n').toStdString(), "");
}

TEST(Shell, ShowsTheListBesideWhatIsOpenOnADesk)
{
    Stage stage;
    auto* app = showPreview(stage, kShell, kDesk);

    QMetaObject::invokeMethod(app, "visitOpened", Q_ARG(QObject*, of(app, "visit")));
    QCoreApplication::processEvents();

    EXPECT_NE(stage.named("Tout comme prévu"), nullptr);
    EXPECT_NE(stage.named("Reprendre la visite"), nullptr);
    EXPECT_EQ(stage.cutTexts().join('\n').toStdString(), "");
    EXPECT_EQ(stage.warnings().join('\n').toStdString(), "");
}

TEST(Shell, KeepsWhatIsOpenWhenTheWindowShrinks)
{
    Stage stage;
    auto* app = showPreview(stage, kShell, kDesk);
    QMetaObject::invokeMethod(app, "visitOpened", Q_ARG(QObject*, of(app, "visit")));

    stage.view().resize(390, 844);
    stage.theme("wide", false);
    QCoreApplication::processEvents();

    EXPECT_NE(stage.named("Tout comme prévu"), nullptr);
    EXPECT_EQ(stage.cutTexts().join('\n').toStdString(), "");
}

TEST(Shell, GoesToEachOfTheFivePlaces)
{
    Stage stage;
    showPreview(stage, kShell, kPhone);

    for (const auto* place : {"Personnes", "Saisir", "À traiter, 3", "Plus", "Aujourd’hui"}) {
        stage.tap(stage.named(place));
        EXPECT_EQ(stage.cutTexts().join('\n').toStdString(), "") << place;
    }

    EXPECT_NE(stage.named("Reprendre la visite"), nullptr);
    EXPECT_EQ(stage.warnings().join('\n').toStdString(), "");
}

TEST(Shell, SaysInASentenceWhatCouldNotBeDone)
{
    Stage stage;
    auto* app = showPreview(stage, kShell, kPhone);

    QMetaObject::invokeMethod(app, "failed", Q_ARG(QString, "Ce téléphone n’a plus de place."));
    QCoreApplication::processEvents();

    EXPECT_NE(stage.named("Ce téléphone n’a plus de place."), nullptr);
    stage.tap(stage.named("Compris"));
    EXPECT_EQ(stage.named("Ce téléphone n’a plus de place."), nullptr);
}

TEST(Shell, IsTravelledByKeysAlone)
{
    Stage stage;
    showPreview(stage, kShell, kPhone);
    QStringList travelled;
    constexpr int kTabsMax = 40;

    for (int tab = 0; tab < kTabsMax; ++tab) {
        stage.press(Qt::Key_Tab);
        travelled << stage.nameOfFocus();
    }

    for (const auto* name : {"Jour suivant", "Reprendre la visite", "Visite non prévue", "Plus"})
        EXPECT_TRUE(travelled.contains(name))
            << name << " of " << travelled.join('|').toStdString();
    EXPECT_FALSE(travelled.contains(QString())) << travelled.join('|').toStdString();
}

TEST(Window, FollowsThePhaseAndTheSettings)
{
    Stage stage;
    auto& engine = *stage.view().engine();
    engine.addImportPath("qrc:/preview");
    QQmlComponent values(&engine);
    values.setData("import Liaison.ViewModels\nAppViewModel { phase: 'unlock' }",
                   QUrl("qrc:/preview.qml"));
    const std::unique_ptr<QObject> app(values.create());
    QQmlComponent component(&engine, QUrl("qrc:/qt/qml/Liaison/Main.qml"));
    const std::unique_ptr<QObject> window(
        component.createWithInitialProperties({{"app", QVariant::fromValue(app.get())}}));
    ASSERT_NE(window, nullptr) << component.errorString().toStdString();

    for (const auto* phase : {"unlock", "join", "ready"}) {
        app->setProperty("phase", phase);
        QCoreApplication::processEvents();
    }
    app->setProperty("dark", true);
    app->setProperty("textScale", 1.3);
    window->setProperty("width", 1280);
    QCoreApplication::processEvents();

    EXPECT_TRUE(stage.theme("dark").toBool());
    EXPECT_EQ(stage.theme("textScale").toDouble(), 1.3);
    EXPECT_TRUE(stage.theme("wide").toBool());
    EXPECT_EQ(stage.warnings().join('\n').toStdString(), "");
}

}  // namespace
}  // namespace liaison
