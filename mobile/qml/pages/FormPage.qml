// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Liaison.ViewModels

/// A record of any kind, to be written: one field under another, as the schema says. What somebody
/// else changed meanwhile stands beside the field.
MarginPage {
    id: page

    required property RecordForm form

    Connections {
        target: page.form
        function onLeave() { page.leave(); }
    }

    // Once the page stands, typing goes on where it stopped.
    Timer {
        interval: 0
        running: true
        onTriggered: rows.itemAt(page.form.resume())?.enter()
    }

    title: page.form.title
    lined: false

    head: PageHeader {
        title: page.form.title
        stateIcon: page.form.savedIcon
        stateText: page.form.savedText
        onLeave: page.leave()
    }

    Column {
        x: Theme.pageMargin
        width: Math.min(parent.width, Theme.readingWidth + 2 * Theme.pageMargin) - 2 * x
        spacing: Theme.s4
        bottomPadding: Theme.s4

        Repeater {
            id: rows
            model: page.form.fields

            FormField {
                id: field
                required property int index
                required property var model
                width: parent.width
                label: model.label
                value: model.value
                unit: model.unit
                problem: model.problem
                previous: model.previous
                multiline: model.multiline
                editable: model.editable
                options: model.options
                foreignText: model.foreignText
                foreignValue: model.foreignValue
                onEdited: text => page.form.write(field.index, text)
                onEntered: page.form.noteFocus(field.index)
                onKept: page.form.keepMine(field.index)
                onTaken: page.form.takeTheirs(field.index)
            }
        }
    }

    dock: Dock {
        width: page.width
        PrimaryButton {
            width: parent.width
            text: qsTr("Enregistrer")
            onClicked: page.form.save()
        }
    }

    overlay: Snackbar {
        width: parent.width
        visible: text !== ""
        iconName: "error_outline"
        text: page.form.problem
    }
}
