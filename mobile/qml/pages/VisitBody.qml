// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Liaison.ViewModels

/// What is written in a visit, along the margin: Prévu, Constantes, Transmission.
Column {
    id: part

    required property VisitViewModel visit

    signal reasonsAsked(index: int, label: string)
    signal othersAsked()

    /// Goes on writing this part of the note.
    function enterNote(field: string) {
        for (let i = 0; i < notes.count; ++i) {
            if (notes.itemAt(i).model.field === field) notes.itemAt(i).enter();
        }
    }

    SectionHeader {
        title: qsTr("Prévu")
        sign: "playlist_add_check"
        TonalButton {
            visible: part.visit.editable && part.visit.plannedCount > 0
            width: Math.min(implicitWidth, part.width - Theme.marginColumn - Theme.afterLine
                - Theme.pageMargin)
            drawn: Theme.controlSmall
            sidePadding: Theme.s3
            text: qsTr("Tout comme prévu")
            onClicked: part.visit.allAsPlanned()
        }
    }
    Repeater {
        model: part.visit.planned

        TickRow {
            required property int index
            required property var model
            width: parent.width
            label: model.label
            outcome: model.outcome
            reason: model.reason
            editable: part.visit.editable
            onTicked: part.visit.tick(index)
            onReasonsAsked: part.reasonsAsked(index, label)
        }
    }
    Words {
        x: Theme.marginColumn + Theme.afterLine
        width: parent.width - x - Theme.pageMargin
        visible: part.visit.plannedCount === 0
        text: qsTr("Rien de prévu pour cette visite.")
        color: Theme.inkSoft
    }

    SectionHeader {
        title: qsTr("Constantes")
        flush: false
        sign: "favorite_border"
        TextAction {
            visible: part.visit.editable
            iconName: "add"
            text: qsTr("Autre")
            onClicked: part.othersAsked()
        }
    }
    Repeater {
        model: part.visit.vitals

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
            pressable: part.visit.editable
            onAsked: part.visit.openVitals(index)
        }
    }

    SectionHeader {
        title: qsTr("Transmission")
        flush: false
        sign: "notes"
        TextAction {
            visible: part.visit.editable
            text: part.visit.target === "" ? qsTr("Choisir la cible") : part.visit.target
            onClicked: part.visit.openTransmission()
        }
    }
    Repeater {
        id: notes
        model: part.visit.notes

        WritingRow {
            required property int index
            required property var model
            width: parent.width
            full: false
            letter: model.letter
            label: model.label
            value: model.value
            hint: model.label
            editable: part.visit.editable
            onEdited: text => part.visit.writeNote(index, text)
            onEntered: part.visit.noteFocus(model.field)
        }
    }
    Item { width: 1; height: Theme.s6; MarginLine {} }
}
