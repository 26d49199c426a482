// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The head of a page that was opened from another: back, title, and right of it what is put there.
Item {
    id: header

    property string title
    property string stateText
    property string stateIcon
    property string stateTone: "calm"
    property bool backShown: true
    property bool closes: false
    default property alias trailing: slot.data

    signal leave()

    implicitWidth: parent ? parent.width : 0
    implicitHeight: (header.stacked ? Math.max(Theme.touch, words.height) + slot.height
        : Math.max(Theme.touch, words.height, slot.height)) + Theme.s5 + Theme.s2
    readonly property bool stacked: Theme.large && slot.width > Theme.touch

    Accessible.role: Accessible.Heading
    Accessible.name: header.title

    IconButton {
        id: back
        x: Theme.pageMargin - Theme.s3
        y: words.y + (Math.min(words.height, Theme.touch) - height) / 2
        visible: header.backShown
        iconName: header.closes ? "close" : "arrow_back"
        text: header.closes ? qsTr("Fermer") : qsTr("Retour")
        onClicked: header.leave()
    }
    Column {
        id: words
        x: !header.backShown ? Theme.pageMargin
            : back.x + back.width + (Theme.large ? Theme.s1 : -Theme.s1)
        y: Theme.s2 + (header.height - Theme.s2 - height - (header.stacked ? slot.height : 0)) / 2
        width: parent.width - x - Theme.pageMargin
            - (header.stacked ? 0 : slot.width + Theme.s2)

        Words {
            width: parent.width
            type: Theme.heading
            text: header.title
            Accessible.ignored: true
        }
        StateLine {
            width: parent.width
            type: Theme.meta
            iconName: header.stateIcon
            text: header.stateText
            tone: header.stateTone
        }
    }
    Row {
        id: slot
        x: header.stacked ? words.x : parent.width - width - Theme.pageMargin
        y: header.stacked ? words.y + words.height : words.y + (words.height - height) / 2
    }
}
