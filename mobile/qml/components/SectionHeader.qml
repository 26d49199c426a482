// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The title of a part of a page, with its sign in the margin and, right, one thing to do.
Item {
    id: header

    property string title
    property string sign
    property bool quiet: false
    property bool lined: true
    // Words without a ground end at the margin, not their touch area.
    property bool flush: true

    readonly property bool stacked: Theme.large && slot.width > 0
    default property alias trailing: slot.data

    implicitWidth: parent ? parent.width : 0
    implicitHeight: header.stacked ? label.height + slot.height + Theme.s3
        : Math.max(Theme.rowSection, label.height + Theme.s3, slot.height + Theme.s1)

    Accessible.role: Accessible.Heading
    Accessible.name: header.title

    MarginLine { visible: header.lined }
    Icon {
        x: (Theme.marginColumn - width) / 2
        y: header.stacked ? Theme.s2 + (label.height - height) / 2 : (parent.height - height) / 2
        visible: header.sign !== ""
        name: header.sign
    }
    Words {
        id: label
        x: Theme.marginColumn + Theme.afterLine
        y: header.stacked ? Theme.s2 : (parent.height - height) / 2
        width: parent.width - x - Theme.pageMargin - (header.stacked ? 0 : slot.width + Theme.s2)
        type: header.quiet ? Theme.bodyStrong : Theme.name
        text: header.title
        color: header.quiet ? Theme.inkSoft : Theme.ink
        Accessible.ignored: true
    }
    Row {
        id: slot
        x: header.stacked ? label.x - (header.flush ? 0 : Theme.s3)
            : parent.width - width - Theme.pageMargin + (header.flush ? 0 : Theme.s3)
        y: header.stacked ? label.y + label.height : (parent.height - height) / 2
        spacing: Theme.s2
    }
}
