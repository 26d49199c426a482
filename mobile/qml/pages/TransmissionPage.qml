// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Liaison.ViewModels

/// A note to hand on: what it is about, Données, Actions, Résultats, and who should read it.
MarginPage {
    id: page

    required property TransmissionViewModel note

    Connections {
        target: page.note
        function onLeave() { page.leave(); }
    }

    // Once the page stands, typing goes on where it stopped.
    Timer {
        interval: 0
        running: true
        onTriggered: parts.itemAt(page.note.resume())?.enter()
    }

    title: qsTr("Transmission")
    lined: false

    head: PageHeader {
        title: page.title
        stateIcon: page.note.savedIcon
        stateText: page.note.savedText
        onLeave: page.leave()

        Words {
            visible: !Theme.large
            type: Theme.meta
            text: page.note.person
            color: Theme.inkSoft
        }
    }

    Column {
        x: Theme.pageMargin
        width: parent.width - 2 * x
        spacing: Theme.s1

        Words { type: Theme.metaMedium; text: qsTr("Cible"); color: Theme.inkSoft }
        Flow {
            width: parent.width
            spacing: Theme.s2
            Repeater {
                model: page.note.targets
                Chip {
                    required property int index
                    required property var model
                    width: Math.min(implicitWidth, parent.width)
                    text: model.text
                    chosen: model.chosen
                    enabled: page.note.editable
                    onClicked: page.note.chooseTarget(index)
                }
            }
            Chip {
                visible: page.note.otherTargetsText !== ""
                opens: true
                iconName: "search"
                text: page.note.otherTargetsText
                onClicked: targets.open()
            }
        }
    }
    Item { width: 1; height: Theme.s3 }
    Rule { full: true }
    Repeater {
        id: parts
        model: page.note.parts

        WritingRow {
            required property int index
            required property var model
            width: parent.width
            letter: model.letter
            label: model.label
            value: model.value
            hint: model.hint
            editable: page.note.editable
            onEdited: text => page.note.write(index, text)
            onEntered: page.note.noteFocus(index)
        }
    }
    Column {
        x: Theme.pageMargin
        width: parent.width - 2 * x
        topPadding: Theme.s3
        spacing: Theme.s1

        Words { type: Theme.metaMedium; text: qsTr("À lire par"); color: Theme.inkSoft }
        Flow {
            width: parent.width
            spacing: Theme.s2
            Repeater {
                model: page.note.readers
                Chip {
                    required property int index
                    required property var model
                    text: model.text
                    chosen: model.chosen
                    enabled: page.note.editable
                    onClicked: page.note.chooseReader(index)
                }
            }
        }
        Item {
            width: parent.width
            height: Math.max(Theme.touch, urgentWords.height)
            Icon {
                id: flag
                anchors.verticalCenter: parent.verticalCenter
                name: "flag"
            }
            Words {
                id: urgentWords
                x: flag.width + Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                width: urgent.x - x - Theme.s2
                text: qsTr("Urgent, à signaler en premier")
            }
            Switch {
                id: urgent
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Urgent, à signaler en premier")
                checked: page.note.urgent
                enabled: page.note.editable
                onToggled: page.note.urgent = checked
            }
        }
        Item { width: 1; height: Theme.s3 }
    }

    dock: Dock {
        width: page.width
        visible: page.note.editable
        PrimaryButton {
            width: parent.width
            text: page.note.addText
            onClicked: page.note.add()
        }
    }

    BottomSheet {
        id: targets
        title: qsTr("Cible")
        Repeater {
            model: page.note.otherTargets
            OptionRow {
                required property int index
                required property var model
                width: parent.width
                text: model.text
                chosen: model.chosen
                onClicked: {
                    targets.close();
                    page.note.chooseOtherTarget(index);
                }
            }
        }
    }
}
