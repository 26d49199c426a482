// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The head of one of the five places: a title, a line above it, and right of it what is put there.
Item {
    id: head

    property string title
    property string above
    default property alias trailing: slot.data

    implicitWidth: parent ? parent.width : 0
    implicitHeight: words.y + words.height + Theme.s3
        + (head.stacked ? slot.height : Math.max(0, slot.height - words.height))
    readonly property bool stacked: Theme.large && slot.width > 0

    Accessible.role: Accessible.Heading
    Accessible.name: head.title

    Column {
        id: words
        x: Theme.pageMargin
        y: Theme.s5
        width: parent.width - x - Theme.pageMargin - (head.stacked ? 0 : slot.width)

        Words {
            width: parent.width
            visible: text !== ""
            text: head.above
            color: Theme.inkSoft
        }
        Words {
            width: parent.width
            type: Theme.title
            text: head.title
            Accessible.ignored: true
        }
    }
    Row {
        id: slot
        x: head.stacked ? Theme.pageMargin - Theme.s3
            : parent.width - width - Theme.pageMargin + Theme.s3
        y: head.stacked ? words.y + words.height : words.y + (words.height - height) / 2
    }
}
