// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// Something that waits, or that was exchanged with the centre: hour, what, where it is.
MarginRow {
    id: row

    property string title
    property string words
    property string iconName
    property string tone: "calm"

    text: [row.hour, row.title, row.words].join(", ")
    hourType: Theme.bodyMedium
    hourColor: Theme.inkSoft
    minHeight: Theme.rowVital
    topGap: Theme.s2
    bottomGap: Theme.s2
    pressable: false
    rightPadding: Theme.pageMargin + (Theme.large ? 0 : Theme.iconLarge + Theme.s3)

    Words {
        width: parent.width
        type: Theme.bodyMedium
        text: row.title
        Accessible.ignored: true
    }
    StateLine {
        width: parent.width
        type: Theme.meta
        iconName: Theme.large ? row.iconName : ""
        text: row.words
        tone: "faint"
        iconTone: row.tone
        Accessible.ignored: true
    }
    Icon {
        parent: row
        anchors.right: parent.right
        anchors.rightMargin: Theme.pageMargin
        anchors.verticalCenter: parent.verticalCenter
        visible: !Theme.large
        size: Theme.iconLarge
        name: row.iconName
        color: Tones.words(row.tone)
    }
}
