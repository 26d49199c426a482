// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every component to PNG files: gallery FOLDER. To be looked at beside the design's sheet.
#include <QDir>
#include <QGuiApplication>

#include "tests/ui/stage.h"

int main(int argc, char** argv)
{
    liaison::Stage::prepareEnvironment();
    QGuiApplication application(argc, argv);
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        qCritical("usage: gallery FOLDER");
        return 2;
    }

    const QDir folder(QString::fromLocal8Bit(argv[1]));
    struct Look {
        const char* name;
        bool dark;
        bool highContrast;
        double textScale;
    };
    constexpr Look kLooks[] = {{"light", false, false, 1},
                               {"dark", true, false, 1},
                               {"contrast", false, true, 1},
                               {"large", false, false, 2}};
    for (const auto& look : kLooks) {
        liaison::Stage stage;
        stage.theme("dark", look.dark);
        stage.theme("highContrast", look.highContrast);
        stage.theme("textScale", look.textScale);
        stage.show("qrc:/gallery/Gallery.qml");
        stage.picture().save(folder.filePath(QString("gallery-%1.png").arg(look.name)));
    }
    return 0;
}
