// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QGuiApplication>
#include <QStandardPaths>

#include "tests/ui/stage.h"

int main(int argc, char** argv)
{
    liaison::Stage::prepareEnvironment();
    QStandardPaths::setTestModeEnabled(true);
    QGuiApplication application(argc, argv);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
