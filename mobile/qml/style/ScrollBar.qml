// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A thin bar that says where one is in a long page; it takes no room and can be dragged.
T.ScrollBar {
    id: bar

    implicitWidth: Theme.s2
    implicitHeight: Theme.s2
    padding: Theme.s1 / 2
    visible: bar.policy !== T.ScrollBar.AlwaysOff && bar.size < 1
    minimumSize: 0.08

    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: Theme.s1
        implicitHeight: Theme.s1
        radius: width / 2
        color: bar.pressed ? Theme.encre : Theme.edge
        opacity: bar.active || bar.pressed ? 1 : 0
        Behavior on opacity { NumberAnimation { duration: Theme.plain } }
    }
}
