// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The title of a part of a page, with its sign in the margin and, right, one thing to do.
Item {
    id: header

    property string title
    property string sign
    property bool quiet: false
    property bool lined: true
    default property alias trailing: slot.data

    implicitWidth: parent ? parent.width : 0
    implicitHeight: Math.max(Theme.rowSection, label.height + Theme.s3, slot.height + Theme.s1)

    Accessible.role: Accessible.Heading
    Accessible.name: header.title

    MarginLine { visible: header.lined }
    Icon {
        x: (Theme.marginColumn - width) / 2
        anchors.verticalCenter: parent.verticalCenter
        visible: header.sign !== ""
        name: header.sign
    }
    Words {
        id: label
        x: Theme.marginColumn + Theme.afterLine
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - slot.width - Theme.pageMargin - Theme.s2
        type: header.quiet ? Theme.bodyStrong : Theme.name
        text: header.title
        color: header.quiet ? Theme.inkSoft : Theme.ink
        Accessible.ignored: true
    }
    Row {
        id: slot
        anchors.right: parent.right
        anchors.rightMargin: Theme.pageMargin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s2
    }
}
