// SPDX-License-Identifier: GPL-3.0-or-later
//
// Draws every screen of the application, on the ledger of one member, to PNG files.
#include <QGuiApplication>
#include <cstdio>

#include "mobile/scenes/scenes.h"

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    qunsetenv("QT_IM_MODULE");
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("liaison"));
    QGuiApplication::setApplicationVersion(QStringLiteral(LIAISON_VERSION));

    const auto outcome = liaison::drawScenes(application.arguments());
    if (outcome) return 0;
    std::fprintf(stderr, "liaison-scenes: %s\n", outcome.error().detail.c_str());
    return 1;
}
