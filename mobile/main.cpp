// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCommandLineParser>
#include <QFile>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QStandardPaths>
#include <cstdio>

#include "mobile/viewmodel/app_view_model.h"
#include "mobile/viewmodel/register_types.h"
#include "shared/care/schema_with_codes.h"

int main(int argc, char** argv)
{
    using namespace liaison;
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("liaison"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Liaison"));
    QGuiApplication::setApplicationVersion(QStringLiteral(LIAISON_VERSION));

    QCommandLineParser line;
    line.setApplicationDescription(QStringLiteral("Liaison: the book at the bedside of a CRT."));
    line.addHelpOption();
    line.addVersionOption();
    line.addOptions({{"profiles", "Folder of the profiles of this device.", "DIR",
                      QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)},
                     {"profile", "Profile to choose, by the name of its folder.", "NAME"},
                     {"pin-file", "File with the code to open it with at once.", "FILE"}});
    line.process(application);

    QFile pinFile(line.value("pin-file"));
    if (line.isSet("pin-file") && !pinFile.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "liaison: %s cannot be read\n", qPrintable(pinFile.fileName()));
        return 2;
    }
    const QString pin = QString::fromUtf8(pinFile.isOpen() ? pinFile.readAll() : "").trimmed();

    registerTypes();
    const SystemClock clock;
    AppViewModel app(line.value("profiles").toStdString(), clock, schemaWithCodes());
    if (!app.enter(line.value("profile"), {})) {
        std::fprintf(stderr, "liaison: no profile %s here\n", qPrintable(line.value("profile")));
        return 2;
    }
    QObject::connect(&application, &QGuiApplication::applicationStateChanged, &app,
                     &AppViewModel::keepDrafts);

    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties({{"app", QVariant::fromValue(&app)}});
    QObject::connect(&app, &AppViewModel::languageChanged, &engine, &QQmlEngine::retranslate);
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Liaison/Main.qml")));
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().value(0));
    if (window == nullptr) return 1;
    const auto once = Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection);
    QObject::connect(
        window, &QQuickWindow::frameSwapped, &app, [&] { app.enter({}, pin); }, once);
    return application.exec();
}
