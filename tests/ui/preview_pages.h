// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQmlComponent>
#include <QQmlEngine>
#include <array>
#include <ostream>

#include "tests/ui/stage.h"

namespace liaison {

/// A page of the application and the property its view model goes to.
struct PreviewPage {
    const char* name;
    const char* file;
    const char* need;
    const char* viewModel;
};

/// One way of looking at a page.
struct PreviewLook {
    const char* name;
    bool dark;
    bool highContrast;
    double textScale;
    int width;
    int height;
};

inline std::ostream& operator<<(std::ostream& out, const PreviewPage& page)
{
    return out << page.name;
}

inline std::ostream& operator<<(std::ostream& out, const PreviewLook& look)
{
    return out << look.name;
}

inline constexpr std::array<PreviewPage, 15> kPreviewPages{{
    {"today", "TodayPage.qml", "today", "TodayViewModel"},
    {"persons", "PersonsPage.qml", "persons", "PersonsViewModel"},
    {"person", "PersonPage.qml", "person", "PersonViewModel"},
    {"visit", "VisitPage.qml", "visit", "VisitViewModel"},
    {"vitals", "VitalsPage.qml", "vitals", "VitalsViewModel"},
    {"transmission", "TransmissionPage.qml", "note", "TransmissionViewModel"},
    {"versions", "VersionsPage.qml", "versions", "VersionsViewModel"},
    {"tohandle", "ToHandlePage.qml", "toHandle", "ToHandleViewModel"},
    {"sync", "SyncPage.qml", "sync", "SyncViewModel"},
    {"unlock", "UnlockPage.qml", "unlock", "UnlockViewModel"},
    {"join", "JoinPage.qml", "join", "JoinViewModel"},
    {"intervention", "NewInterventionPage.qml", "intervention", "InterventionViewModel"},
    {"form", "FormPage.qml", "form", "RecordForm"},
    {"settings", "SettingsPage.qml", "app", "AppViewModel"},
    {"shell", "Shell.qml", "app", "AppViewModel"},
}};

inline constexpr std::array<PreviewLook, 6> kPreviewLooks{{
    {"light", false, false, 1, 390, 844},
    {"dark", true, false, 1, 390, 844},
    {"contrast", false, true, 1, 390, 844},
    {"larger", false, false, 1.5, 390, 844},
    {"double", false, false, 2, 390, 844},
    {"wide", false, false, 1, 1280, 800},
}};

/// Shows the page as it is in the application, with invented values. Returns its view model.
inline QObject* showPreview(Stage& stage, const PreviewPage& page, const PreviewLook& look)
{
    stage.view().engine()->addImportPath("qrc:/preview");
    stage.theme("dark", look.dark);
    stage.theme("highContrast", look.highContrast);
    stage.theme("textScale", look.textScale);
    stage.theme("wide", look.width >= stage.theme("wideFrom").toInt());
    QQmlComponent component(stage.view().engine());
    component.setData(QByteArray("import Liaison.ViewModels\n") + page.viewModel + " {}",
                      QUrl("qrc:/preview.qml"));
    auto* viewModel = component.create();
    if (viewModel == nullptr) qFatal("%s", qPrintable(component.errorString()));
    viewModel->setParent(&stage.view());
    stage.show(QString("qrc:/qt/qml/Liaison/") + page.file, look.width, look.height,
               {{page.need, QVariant::fromValue(viewModel)}});
    return viewModel;
}

}  // namespace liaison
