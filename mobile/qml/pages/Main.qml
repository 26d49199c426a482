// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Liaison.ViewModels

/// The window: dresses the theme as the person wants it and shows what the moment asks for. The
/// first page is light; the rest is loaded once it has been drawn.
T.ApplicationWindow {
    id: window

    required property AppViewModel app

    width: 390
    height: 844
    minimumWidth: 320
    minimumHeight: 480
    visible: true
    title: "Liaison"
    color: Theme.paper

    Binding { target: Theme; property: "dark"; value: window.app.dark }
    Binding { target: Theme; property: "highContrast"; value: window.app.highContrast }
    Binding { target: Theme; property: "textScale"; value: window.app.textScale }
    Binding { target: Theme; property: "wide"; value: window.width >= Theme.wideFrom }
    Binding { target: Theme; property: "reducedMotion"; value: window.app.reducedMotion }

    Loader {
        id: stage

        readonly property string phase: window.app.phase

        anchors.fill: parent
        focus: true
        onPhaseChanged: load()
        Component.onCompleted: load()

        function load() {
            if (phase === "join") setSource("JoinPage.qml", { join: window.app.join });
            else if (phase === "unlock") setSource("UnlockPage.qml", { unlock: window.app.unlock });
            else setSource("Shell.qml", { app: window.app });
        }
    }
    Connections {
        target: stage.item
        ignoreUnknownSignals: true
        function onJoinAsked() { window.app.startJoining(); }
    }
}
