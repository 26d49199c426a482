// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A part of a note: its letter in the margin, its name, and the writing itself on the page. While
/// it is written the line turns to ink.
Item {
    id: row

    property string letter
    property string label
    property string value
    property string hint
    property bool editable: true
    property bool full: true
    default property alias below: belowSlot.data

    signal edited(text: string)
    signal entered()

    function enter() { area.forceActiveFocus(); }

    implicitWidth: parent ? parent.width : 0
    implicitHeight: column.height + column.y + Theme.s3

    Rectangle {
        anchors.fill: parent
        color: area.activeFocus ? Theme.sheet : Theme.clear
        MarginLine { here: area.activeFocus }
    }
    Words {
        y: row.full ? Theme.s3 : 0
        width: Theme.marginColumn
        horizontalAlignment: Text.AlignHCenter
        type: row.full ? Theme.heading : Theme.bodyStrong
        text: row.letter
        color: area.activeFocus || !row.full ? Theme.encre : Theme.inkSoft
        Accessible.ignored: true
    }
    Column {
        id: column
        x: Theme.marginColumn + Theme.afterLine
        y: row.full ? Theme.s3 : 0
        width: parent.width - x - Theme.pageMargin

        Words {
            width: parent.width
            visible: row.full
            type: Theme.metaMedium
            text: row.label
            color: area.activeFocus ? Theme.encre : Theme.inkSoft
            Accessible.ignored: true
        }
        TextArea {
            id: area
            width: parent.width
            framed: false
            readOnly: !row.editable
            label: row.label
            given: row.value
            placeholderText: row.hint
            onEdited: text => row.edited(text)
            onActiveFocusChanged: if (activeFocus) row.entered()
        }
        Column {
            id: belowSlot
            width: parent.width
        }
    }
    Rule { visible: row.full; anchors.bottom: parent.bottom; full: area.activeFocus }
    TapHandler { onTapped: if (row.editable) area.forceActiveFocus() }
}
