// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The rose line of the page; on the one row where the person is, a bar of ink instead.
Item {
    id: line

    property int column: Theme.marginColumn
    property bool here: false

    anchors.fill: parent

    Rectangle {
        x: line.column
        width: Theme.margeWidth
        height: parent.height
        visible: !line.here
        color: Theme.marge
    }
    Rectangle {
        x: line.column - Theme.here / 2
        width: Theme.here
        height: parent.height
        visible: line.here
        color: Theme.encre
    }
}
