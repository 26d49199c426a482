// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A place where nothing is yet: what it is for, and what will come.
Column {
    id: empty

    property string iconName: "inbox"
    property string title
    property string words

    spacing: Theme.s1

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        size: Theme.iconEmpty
        name: empty.iconName
        color: Theme.edge
    }
    Item { width: Theme.s1; height: Theme.s2 }
    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        type: Theme.name
        text: empty.title
    }
    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: empty.words
        color: Theme.inkSoft
    }
}
