// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// Something that happened: day and hour left, title, words and author right. With `sign` the
/// margin carries its sign instead.
MarginRow {
    id: row

    property string title
    property string words
    property string author
    property string stateIcon
    property string stateText
    property string stateTone: "faint"
    property string picture
    property bool leads: false

    text: [row.hour, row.under, row.title, row.words, row.author].filter(w => w !== "").join(", ")
    pressable: row.leads
    rightPadding: Theme.pageMargin
    minHeight: Theme.rowVital

    Words {
        width: parent.width
        type: Theme.bodyStrong
        text: row.title
        Accessible.ignored: true
    }
    Words {
        width: parent.width
        visible: text !== ""
        text: row.words
        color: Theme.inkSoft
        Accessible.ignored: true
    }
    Item {
        width: parent.width
        height: visible ? Theme.thumbnail + 2 * Theme.s2 : 0
        visible: row.picture !== ""
        Image {
            y: Theme.s2
            height: Theme.thumbnail
            width: Math.min(parent.width, implicitWidth * height / Math.max(1, implicitHeight))
            fillMode: Image.PreserveAspectFit
            horizontalAlignment: Image.AlignLeft
            source: row.picture
            Accessible.role: Accessible.Graphic
            Accessible.name: row.title
        }
    }
    Words {
        width: parent.width
        visible: text !== ""
        type: Theme.meta
        text: row.author
        color: Theme.inkFaint
        Accessible.ignored: true
    }
    StateLine {
        width: parent.width
        type: Theme.meta
        iconName: row.stateIcon
        text: row.stateText
        tone: row.stateTone
        Accessible.ignored: true
    }
}
