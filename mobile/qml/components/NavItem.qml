// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// One place of the bottom bar: a sign in a pill, its name, and how many things wait there.
T.Button {
    id: item

    property string iconName
    property bool current: false
    property bool primary: false
    property int count: 0
    property real room: item.width

    readonly property bool named: !Theme.large || item.current

    implicitHeight: pill.height + (item.named ? label.height : 0) + Theme.s1
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.PageTab
    Accessible.name: item.count > 0 ? item.text + ", " + item.count : item.text
    Accessible.selected: item.current
    Accessible.onPressAction: item.clicked()
    Keys.onReturnPressed: item.clicked()
    Keys.onEnterPressed: item.clicked()

    background: Item {
        FocusRing { shown: item.visualFocus; inside: true }
    }
    contentItem: Item {
        Rectangle {
            id: pill
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(Theme.touch + Theme.s2, item.width)
            height: Math.max(Theme.s8, Theme.iconLarge + Theme.s2)
            radius: height / 2
            color: item.primary ? (item.down ? Theme.encrePressed : Theme.encre)
                : item.current || item.down ? Theme.encreTint : Theme.clear

            Icon {
                anchors.centerIn: parent
                size: Theme.iconLarge
                name: item.iconName
                color: item.primary ? Theme.overEncre
                    : item.current ? Theme.encre : Theme.inkSoft
            }
        }
        Rectangle {
            visible: item.count > 0
            x: pill.x + pill.width / 2 + Theme.s1 + Theme.stroke
            y: -Theme.s1
            width: Math.max(height, figure.implicitWidth + Theme.s2)
            height: Theme.navStrong.lineHeight + Theme.stroke
            radius: height / 2
            color: Theme.ink

            Words {
                id: figure
                anchors.centerIn: parent
                type: Theme.navStrong
                text: item.count
                color: Theme.paper
                Accessible.ignored: true
            }
        }
        Words {
            id: label
            // The only label of a large bar is wider than its place; it stays in the window.
            x: Math.max(Theme.s1 - item.x, Math.min((item.width - width) / 2,
                item.room - item.x - width - Theme.s1))
            y: pill.height + Theme.s1
            visible: item.named
            type: Theme.nav
            text: item.text
            color: item.current ? Theme.encre : Theme.inkSoft
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
