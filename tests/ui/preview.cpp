// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every page to PNG files: preview FOLDER. The values are invented and stand in for a ledger;
// the pages, components and theme are the real ones.
#include <QDir>
#include <QGuiApplication>

#include "tests/ui/preview_pages.h"

int main(int argc, char** argv)
{
    liaison::Stage::prepareEnvironment();
    QGuiApplication application(argc, argv);
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        qCritical("usage: preview FOLDER");
        return 2;
    }

    const QDir folder(QString::fromLocal8Bit(argv[1]));
    for (const auto& look : liaison::kPreviewLooks) {
        for (const auto& page : liaison::kPreviewPages) {
            liaison::Stage stage;
            liaison::showPreview(stage, page, look);
            stage.picture().save(folder.filePath(QString("%1-%2.png").arg(page.name, look.name)));
        }
    }
    return 0;
}
