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

    SectionHeader {
        title: qsTr("Prévu")
        sign: "playlist_add_check"
        TonalButton {
            visible: page.visit.editable && page.visit.plannedCount > 0
            width: Math.min(implicitWidth, page.width - Theme.marginColumn - Theme.afterLine
                - Theme.pageMargin)
            drawn: Theme.controlSmall
            sidePadding: Theme.s3
            text: qsTr("Tout comme prévu")
            onClicked: page.visit.allAsPlanned()
        }
    }
    Repeater {
        model: page.visit.planned

        TickRow {
            required property int index
            required property var model
            width: parent.width
            label: model.label
            outcome: model.outcome
            reason: model.reason
            editable: page.visit.editable
            onTicked: page.visit.tick(index)
            onReasonsAsked: reasons.ask(index, label)
        }
    }
    Words {
        x: Theme.marginColumn + Theme.afterLine
        width: parent.width - x - Theme.pageMargin
        visible: page.visit.plannedCount === 0
        text: qsTr("Rien de prévu pour cette visite.")
        color: Theme.inkSoft
    }

    SectionHeader {
        title: qsTr("Constantes")
        flush: false
        sign: "favorite_border"
        TextAction {
            visible: page.visit.editable
            iconName: "add"
            text: qsTr("Autre")
            onClicked: others.open()
        }
    }
    Repeater {
        model: page.visit.vitals

        ValueField {
            required property int index
            required property var model
            width: parent.width
            label: model.label
            value: model.value
            unit: model.unit
            previous: model.previous
            warning: model.warning
            below: model.below
            pressable: page.visit.editable
            onAsked: page.visit.openVitals(index)
        }
    }

    SectionHeader {
        title: qsTr("Transmission")
        flush: false
        sign: "notes"
        TextAction {
            visible: page.visit.editable
            text: page.visit.target === "" ? qsTr("Choisir la cible") : page.visit.target
            onClicked: page.visit.openTransmission()
        }
    }
    Repeater {
        model: page.visit.notes

        WritingRow {
            required property int index
            required property var model
            width: parent.width
            full: false
            letter: model.letter
            label: model.label
            value: model.value
            hint: model.label
            editable: page.visit.editable
            onEdited: text => page.visit.writeNote(index, text)
        }
    }
    Item { width: 1; height: Theme.s6; MarginLine {} }

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
