// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// One place of the rail: sign, name, and how many things wait there.
T.Button {
    id: item

    property string iconName
    property bool current: false
    property int count: 0

    implicitHeight: Math.max(Theme.rowRail, label.height + Theme.s3)
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.PageTab
    Accessible.name: item.count > 0 ? item.text + ", " + item.count : item.text
    Accessible.selected: item.current
    Accessible.onPressAction: item.clicked()
    Keys.onReturnPressed: item.clicked()
    Keys.onEnterPressed: item.clicked()

    background: Rectangle {
        radius: Theme.rButton
        color: item.current ? Theme.encreTint : item.down ? Theme.well : Theme.clear
        FocusRing { shown: item.visualFocus; inside: true }
    }
    contentItem: Item {
        Icon {
            id: sign
            x: Theme.s2 + Theme.stroke
            anchors.verticalCenter: parent.verticalCenter
            name: item.iconName
            color: item.current ? Theme.encre : Theme.inkSoft
        }
        Words {
            id: label
            x: sign.x + sign.width + Theme.s2 + Theme.stroke
            anchors.verticalCenter: parent.verticalCenter
            width: figure.x - x - Theme.s1
            type: item.current ? Theme.bodyStrong : Theme.bodyMedium
            text: item.text
            color: item.current ? Theme.encre : Theme.inkSoft
            Accessible.ignored: true
        }
        Words {
            id: figure
            x: parent.width - width - Theme.s2 - Theme.stroke
            anchors.verticalCenter: parent.verticalCenter
            type: Theme.metaStrong
            text: item.count > 0 ? item.count : ""
            color: item.current ? Theme.encre : Theme.inkSoft
            Accessible.ignored: true
        }
    }
}
