// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Liaison.ViewModels

/// A visit, written as it goes: what was planned, what was measured, what is handed on.
MarginPage {
    id: page

    required property VisitViewModel visit

    signal openAsked(file: string, need: string, viewModel: QtObject)

    title: page.visit.person

    // Once the page stands, typing goes on where it stopped.
    Timer {
        interval: 0
        running: true
        onTriggered: body.enterNote(page.visit.resume())
    }
    Connections {
        target: page.visit
        function onVitalsOpened(vitals: QtObject) {
            page.openAsked("VitalsPage.qml", "vitals", vitals);
        }
        function onTransmissionOpened(note: QtObject) {
            page.openAsked("TransmissionPage.qml", "note", note);
        }
        function onFailed(sentence: string) { problem.text = sentence; }
    }

    head: [
        PageHeader {
            title: page.visit.person
            stateIcon: page.visit.savedIcon
            stateText: page.visit.savedText
            onLeave: page.leave()

            Column {
                Words {
                    anchors.right: Theme.large ? undefined : parent.right
                    type: Theme.heading
                    text: page.visit.runningText
                    wrapMode: Text.NoWrap
                }
                Words {
                    anchors.right: Theme.large ? undefined : parent.right
                    type: Theme.meta
                    text: page.visit.sinceText
                    color: Theme.inkSoft
                    wrapMode: Text.NoWrap
                }
            }
        },
        Banner {
            x: Theme.pageMargin
            width: parent.width - 2 * x
            visible: text !== ""
            tone: "ocre"
            iconName: "report_problem"
            text: page.visit.newsText
            leads: true
            onClicked: page.visit.openPerson()
        }
    ]

    VisitBody {
        id: body
        width: parent.width
        visit: page.visit
        onReasonsAsked: (index, label) => reasons.ask(index, label)
        onOthersAsked: others.open()
    }

    dock: Dock {
        width: page.width
        Flow {
            width: parent.width
            spacing: Theme.s2
            DockTool {
                id: person
                iconName: "person"
                text: qsTr("Personne")
                onClicked: page.visit.openPerson()
            }
            DockTool {
                id: note
                visible: page.visit.editable
                iconName: "notes"
                text: qsTr("Transmission")
                onClicked: page.visit.openTransmission()
            }
            Item {
                width: parent.width - person.width - note.width - finish.width - 3 * Theme.s2
                height: Theme.hairline
                visible: Theme.wide
            }
            PrimaryButton {
                id: finish
                width: Theme.large ? parent.width : Theme.wide ? implicitWidth + Theme.s8
                    : parent.width - person.width - note.width - 2 * Theme.s2
                visible: page.visit.editable
                text: qsTr("Terminer")
                onClicked: page.visit.finish()
            }
        }
    }

    overlay: [
        Snackbar {
            width: parent.width
            visible: page.visit.undoable
            text: page.visit.finishedText
            action: qsTr("Annuler")
            onActed: page.visit.undo()
        },
        Snackbar {
            id: problem
            width: parent.width
            visible: text !== "" && !page.visit.undoable
            iconName: "error_outline"
            action: qsTr("Compris")
            onActed: text = ""
        }
    ]

    ReasonSheet {
        id: reasons
        reasons: page.visit.reasons
        onChosen: (index, code, words) => page.visit.explain(index, code, words)
    }
    BottomSheet {
        id: others
        title: qsTr("Autre mesure")
        Repeater {
            model: page.visit.otherVitals
            OptionRow {
                required property int index
                required property var model
                width: parent.width
                text: model.label
                words: model.previous
                onClicked: {
                    others.close();
                    page.visit.addVital(index);
                }
            }
        }
    }
}
