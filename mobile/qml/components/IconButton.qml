// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A sign that can be pressed. `text` is its name for those who do not see the sign.
T.Button {
    id: control

    property string iconName
    property color ink: Theme.inkSoft

    implicitWidth: Math.max(Theme.touch, Theme.iconLarge)
    implicitHeight: implicitWidth
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: control.text
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    background: Rectangle {
        radius: Theme.rButton
        color: control.down ? Theme.well : Theme.clear

        FocusRing { shown: control.visualFocus; inside: true }
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: control.iconName
            size: Theme.iconLarge
            color: control.enabled ? control.ink : Theme.offInk
        }
    }
}
