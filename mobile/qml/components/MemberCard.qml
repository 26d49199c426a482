// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A member of the phone, to be chosen by a tap.
T.Button {
    id: card

    property string name
    property string role
    property string initials
    property bool chosen: false

    implicitHeight: column.height + 2 * Theme.s4
    text: card.name + ", " + card.role
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.RadioButton
    Accessible.name: card.text
    Accessible.checkable: true
    Accessible.checked: card.chosen
    Accessible.onPressAction: card.clicked()
    Keys.onReturnPressed: card.clicked()
    Keys.onEnterPressed: card.clicked()

    background: Rectangle {
        radius: Theme.rCard
        color: card.chosen ? Theme.sheet : card.down ? Theme.well : Theme.clear
        border.width: card.chosen ? Theme.stroke : Theme.hairline
        border.color: card.chosen ? Theme.encre : Theme.rule
        FocusRing { shown: card.visualFocus }
    }
    contentItem: Item {
        Column {
            id: column
            anchors.centerIn: parent
            width: parent.width - Theme.s2
            spacing: Theme.s1

            Avatar {
                anchors.horizontalCenter: parent.horizontalCenter
                size: Theme.avatarLarge
                strong: card.chosen
                initials: card.initials
            }
            Item { width: 1; height: Theme.s1 / 2 }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                type: Theme.bodyStrong
                text: card.name
                Accessible.ignored: true
            }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                type: Theme.meta
                text: card.role
                color: Theme.inkSoft
                Accessible.ignored: true
            }
        }
    }
}
