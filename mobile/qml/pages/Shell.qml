// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Liaison.ViewModels

/// The five places, and what is opened from them: one over the other on a phone, side by side on
/// a wide window. Growing or shrinking the window loses no page.
T.Pane {
    id: shell

    required property AppViewModel app

    property int place: 0
    readonly property bool opened: details.depth > 0
    readonly property list<string> labels: [qsTr("Aujourd’hui"), qsTr("Personnes"),
        qsTr("Saisir"), qsTr("À traiter"), qsTr("Plus")]
    readonly property list<string> icons: ["today", "people", "add", "inbox", "more_horiz"]
    readonly property list<string> files: ["TodayPage.qml", "PersonsPage.qml",
        "NewInterventionPage.qml", "ToHandlePage.qml", "SettingsPage.qml"]
    readonly property list<string> needs: ["today", "persons", "intervention", "toHandle", "app"]

    padding: 0
    Component.onCompleted: shell.app.resume()
    background: Rectangle { color: Theme.paper }

    /// Shows one of the five places, and nothing opened over it.
    function go(index: int) {
        details.clear(T.StackView.Immediate);
        place = index;
        root.show();
    }

    /// Opens a page over the place; `need` is the property of the page that its view model goes to.
    function open(file: string, need: string, viewModel: QtObject) {
        const page = details.push(Qt.resolvedUrl(file), { [need]: viewModel });
        page.Component.destruction.connect(() => shell.app.release(viewModel));
    }

    function back() {
        if (details.depth > 1) details.pop();
        else details.clear();
    }

    Connections {
        target: shell.app
        function onVisitOpened(visit) { shell.open("VisitPage.qml", "visit", visit); }
        function onPersonOpened(person) { shell.open("PersonPage.qml", "person", person); }
        function onVersionsOpened(versions) {
            shell.open("VersionsPage.qml", "versions", versions);
        }
        function onFormOpened(form) { shell.open("FormPage.qml", "form", form); }
        function onSyncOpened(sync) { shell.open("SyncPage.qml", "sync", sync); }
        function onPersonsAsked() { shell.go(1); }
        function onInterventionAsked() { shell.go(2); }
        function onFailed(sentence) { problem.text = sentence; }
        function onClosed() { shell.back(); }
    }
    Connections {
        target: details.currentItem
        ignoreUnknownSignals: true
        function onLeave() { shell.back(); }
        function onOpenAsked(file, need, viewModel) { shell.open(file, need, viewModel); }
    }

    NavRail {
        id: rail
        visible: Theme.wide
        width: visible ? implicitWidth : 0
        height: parent.height
        labels: shell.labels
        icons: shell.icons
        current: shell.place
        counted: 3
        count: shell.app.toHandleCount
        memberName: shell.app.memberName
        memberInitials: shell.app.memberInitials
        contact: shell.app.contactText
        onChosen: index => shell.go(index)
    }
    Loader {
        id: root
        x: rail.width
        width: Theme.wide ? Theme.listWidth : parent.width
        height: parent.height - (bar.visible ? bar.height : 0)
        visible: Theme.wide || !shell.opened
        focus: !shell.opened
        Component.onCompleted: show()

        function show() {
            const need = shell.needs[shell.place];
            setSource(shell.files[shell.place],
                { [need]: need === "app" ? shell.app : shell.app[need] });
        }
    }
    Rectangle {
        x: root.x + root.width
        width: Theme.hairline
        height: parent.height
        visible: Theme.wide
        color: Theme.rule
    }
    EmptyState {
        anchors.centerIn: details
        width: Math.min(details.width - 2 * Theme.s8, Theme.dialogWidth)
        visible: Theme.wide && !shell.opened
        iconName: "notes"
        title: qsTr("Rien d’ouvert")
        words: qsTr("Choisissez une visite ou une personne à gauche\u00a0: elle s’ouvrira ici.")
    }
    T.StackView {
        id: details
        x: Theme.wide ? root.x + root.width + Theme.hairline : 0
        width: parent.width - x
        height: parent.height
        visible: shell.opened
        focus: shell.opened
        clip: true

        pushEnter: Transition {
            NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.page }
            NumberAnimation {
                property: "x"; from: Theme.pageShift; to: 0
                duration: Theme.page; easing.type: Easing.OutCubic
            }
        }
        pushExit: Transition {
            NumberAnimation { property: "opacity"; to: 0; duration: Theme.page }
        }
        popEnter: Transition {
            NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.page }
        }
        popExit: Transition {
            NumberAnimation { property: "opacity"; to: 0; duration: Theme.page }
        }
    }
    BottomBar {
        id: bar
        anchors.bottom: parent.bottom
        width: parent.width
        visible: !Theme.wide && !shell.opened
        labels: shell.labels
        icons: shell.icons
        current: shell.place
        count: shell.app.toHandleCount
        onChosen: index => shell.go(index)
    }
    Snackbar {
        id: problem
        x: details.x + Theme.pageMargin
        y: parent.height - height - Theme.dock - Theme.s3
        width: details.width - 2 * Theme.pageMargin
        visible: text !== ""
        iconName: "error_outline"
        action: qsTr("Compris")
        onActed: text = ""
    }
}
