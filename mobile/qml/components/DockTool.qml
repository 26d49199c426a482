// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A tool in the dock of a visit: a sign with its name under it.
T.Button {
    id: tool

    property string iconName

    implicitWidth: Math.max(Theme.touch, Math.ceil(label.implicitWidth) + Theme.s2)
    implicitHeight: Math.max(Theme.primary, Theme.iconLarge + label.height + Theme.s2)
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: tool.text
    Accessible.onPressAction: tool.clicked()
    Keys.onReturnPressed: tool.clicked()
    Keys.onEnterPressed: tool.clicked()

    background: Rectangle {
        radius: Theme.rButton
        color: tool.down ? Theme.well : Theme.clear
        FocusRing { shown: tool.visualFocus; inside: true }
    }
    contentItem: Item {
        Icon {
            id: sign
            anchors.horizontalCenter: parent.horizontalCenter
            y: (parent.height - height - label.height - Theme.s1) / 2
            size: Theme.iconLarge
            name: tool.iconName
        }
        Words {
            id: label
            anchors.horizontalCenter: parent.horizontalCenter
            y: sign.y + sign.height + Theme.s1
            type: Theme.nav
            text: tool.text
            color: Theme.inkSoft
            Accessible.ignored: true
        }
    }
}
