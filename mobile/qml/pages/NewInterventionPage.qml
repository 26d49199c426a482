// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Liaison.ViewModels

/// Saisir: an act without a visit, as a phone call, a coordination or something done on the way.
MarginPage {
    id: page

    required property InterventionViewModel intervention

    Connections {
        target: page.intervention
        function onFailed(sentence: string) { problem.text = sentence; }
    }

    // Once the page stands, typing goes on where it stopped.
    Timer {
        interval: 0
        running: true
        onTriggered: {
            const field = page.intervention.resume();
            if (field === "minutes") minutes.forceActiveFocus();
            if (field === "words") words.forceActiveFocus();
        }
    }

    title: qsTr("Saisir")
    lined: false

    head: [
        TitleHead { title: page.title },
        StateLine {
            x: Theme.pageMargin
            width: parent.width - 2 * x
            iconName: page.intervention.savedIcon
            text: page.intervention.savedText
        },
        Item { width: 1; height: Theme.s2 }
    ]

    Column {
        x: Theme.pageMargin
        width: Math.min(parent.width, Theme.readingWidth) - 2 * x
        spacing: Theme.s4
        bottomPadding: Theme.s4

        FieldBox {
            width: parent.width
            label: qsTr("Pour qui")
            note: page.intervention.personProblem
            severity: page.intervention.personProblem === "" ? "" : "error"
            OutlineButton {
                width: parent.width
                iconName: "person"
                text: page.intervention.person === "" ? qsTr("Choisir la personne")
                    : page.intervention.person
                onClicked: persons.open()
            }
        }
        FieldBox {
            width: parent.width
            label: qsTr("Quoi")
            note: page.intervention.actProblem
            severity: page.intervention.actProblem === "" ? "" : "error"
            OutlineButton {
                width: parent.width
                iconName: "assignment"
                text: page.intervention.act === "" ? qsTr("Choisir l’intervention")
                    : page.intervention.act
                onClicked: acts.open()
            }
        }
        FieldBox {
            width: parent.width
            label: qsTr("Comment")
            Flow {
                width: parent.width
                spacing: Theme.s2
                Repeater {
                    model: page.intervention.modes
                    Chip {
                        required property int index
                        required property var model
                        width: Math.min(implicitWidth, parent.width)
                        text: model.text
                        chosen: model.chosen
                        onClicked: page.intervention.chooseMode(index)
                    }
                }
            }
        }
        FieldBox {
            width: parent.width
            label: qsTr("Durée en minutes")
            note: page.intervention.minutesProblem
            severity: page.intervention.minutesProblem === "" ? "" : "error"
            TextField {
                id: minutes
                width: parent.width
                label: qsTr("Durée en minutes")
                inputMethodHints: Qt.ImhDigitsOnly
                text: page.intervention.minutes
                onEdited: text => page.intervention.minutes = text
                onActiveFocusChanged: if (activeFocus) page.intervention.noteFocus("minutes")
            }
        }
        FieldBox {
            width: parent.width
            label: qsTr("En quelques mots")
            TextArea {
                id: words
                width: parent.width
                label: qsTr("En quelques mots")
                placeholderText: qsTr("Ce qui a été fait, ce qui reste à faire")
                given: page.intervention.words
                onEdited: text => page.intervention.words = text
                onActiveFocusChanged: if (activeFocus) page.intervention.noteFocus("words")
            }
        }
    }

    dock: Dock {
        width: page.width
        foot: Theme.s3
        PrimaryButton {
            width: parent.width
            text: qsTr("Enregistrer")
            onClicked: page.intervention.save()
        }
    }

    overlay: [
        Snackbar {
            width: parent.width
            visible: text !== "" && !problem.visible
            text: page.intervention.keptText
        },
        Snackbar {
            id: problem
            width: parent.width
            visible: text !== ""
            iconName: "error_outline"
            action: qsTr("Compris")
            onActed: text = ""
        }
    ]

    ChoiceSheet {
        id: persons
        title: qsTr("Pour qui")
        searchable: true
        searchText: page.intervention.search
        rows: page.intervention.persons
        onSearched: text => page.intervention.search = text
        onChosen: index => page.intervention.choosePerson(index)
    }
    ChoiceSheet {
        id: acts
        title: qsTr("Quoi")
        rows: page.intervention.acts
        onChosen: index => page.intervention.chooseAct(index)
    }
}
