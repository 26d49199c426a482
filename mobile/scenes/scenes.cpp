// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/scenes/scenes.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <filesystem>

#include "mobile/scenes/tour.h"
#include "mobile/viewmodel/app_view_model.h"
#include "mobile/viewmodel/register_types.h"
#include "shared/care/schema_with_codes.h"

namespace liaison {

namespace {

constexpr QSize kPhone(390, 844);
constexpr QSize kDesk(1280, 800);

Error usage(const QString& words)
{
    return {ErrorCode::usage, words.toStdString()};
}

void describe(QCommandLineParser& line)
{
    line.setApplicationDescription(QStringLiteral("Draws every screen of Liaison to PNG files."));
    line.addHelpOption();
    line.addOptions({{"profile", "Folder of the profile.", "DIR"},
                     {"pin-file", "File with the code that opens it.", "FILE"},
                     {"out", "Folder of the pictures; made if need be.", "DIR"},
                     {"dark", "The dark look."},
                     {"wide", "A desk's window instead of a phone's."},
                     {"scale", "Size of the writing in percent, 100 to 200.", "PERCENT", "100"},
                     {"language", "fr or en.", "LANGUAGE", "fr"}});
}

Result<QString> codeIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return usage(path + " cannot be read");
    return QString::fromUtf8(file.readAll()).trimmed();
}

Result<std::filesystem::path> copyOf(const QString& profile, const QTemporaryDir& folder)
{
    const std::filesystem::path from = QDir(profile).filesystemAbsolutePath();
    const std::filesystem::path to = std::filesystem::path(folder.path().toStdString());
    std::error_code failed;
    std::filesystem::copy(from, to / from.filename(), std::filesystem::copy_options::recursive,
                          failed);
    if (failed) return Error{ErrorCode::io, from.string() + ": " + failed.message()};
    return to / from.filename();
}

/// A picture is not to depend on what was chosen before.
void dress(AppViewModel& app, const QCommandLineParser& line)
{
    app.setReducedMotion(true);
    app.setHighContrast(false);
    app.setDark(line.isSet("dark"));
    app.setTextScale(line.value("scale").toDouble() / 100);
    app.setLanguage(line.value("language"));
}

Result<Done> walk(AppViewModel& app, QQuickWindow& window, const QString& profile,
                  const QString& code, const QDir& folder)
{
    Tour tour(window, folder, app.language());
    if (auto seen = tour.atTheDoor(); !seen) return seen;
    if (!app.enter(profile, code)) return Error{ErrorCode::wrongKey, "the profile does not open"};
    return tour.inside();
}

}  // namespace

Result<Done> drawScenes(const QStringList& arguments)
{
    QCommandLineParser line;
    describe(line);
    line.process(arguments);
    for (const char* needed : {"profile", "pin-file", "out"}) {
        if (!line.isSet(needed)) return usage(QStringLiteral("--%1 is needed").arg(needed));
    }
    const auto code = codeIn(line.value("pin-file"));
    if (!code) return code.error();
    if (!QDir().mkpath(line.value("out"))) return usage(line.value("out") + " cannot be made");

    registerTypes();
    const SystemClock clock;
    const QTemporaryDir folder;
    const auto profile = copyOf(line.value("profile"), folder);
    if (!profile) return profile.error();
    AppViewModel app(profile->parent_path(), clock, schemaWithCodes());
    dress(app, line);
    QQmlApplicationEngine engine;
    QStringList warnings;
    QObject::connect(&engine, &QQmlEngine::warnings, &engine, [&](const auto& errors) {
        for (const QQmlError& error : errors) {
            warnings.append(error.toString());
        }
    });
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties({{"app", QVariant::fromValue(&app)}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Liaison/Main.qml")));
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().value(0));
    if (!window) return Error{ErrorCode::damaged, "the window cannot be made"};
    window->resize(line.isSet("wide") ? kDesk : kPhone);
    window->requestActivate();

    const auto name = QString::fromStdString(profile->filename().string());
    const auto walked = walk(app, *window, name, *code, QDir(line.value("out")));
    if (!walked) return walked;
    if (warnings.isEmpty()) return done();
    return Error{ErrorCode::damaged, warnings.join(QLatin1Char('\n')).toStdString()};
}

}  // namespace liaison
