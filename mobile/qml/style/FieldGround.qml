// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The sheet a field is written on; its border says empty, being written, doubtful or wrong.
Rectangle {
    id: ground

    property bool focused: false
    property bool usable: true
    property string severity

    radius: Theme.rField
    color: ground.usable ? Theme.sheet : Theme.offGround
    border.width: !ground.usable ? 0
        : ground.focused || ground.severity !== "" ? Theme.stroke : Theme.hairline
    border.color: ground.severity === "error" ? Theme.garance
        : ground.severity === "warning" ? Theme.ocre
        : ground.focused ? Theme.encre : Theme.edge
}
