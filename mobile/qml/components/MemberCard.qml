// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A member of the phone, to be chosen by a tap. In large writing the face stands left of the name.
T.Button {
    id: card

    property string name
    property string role
    property string initials
    property bool chosen: false

    /// As wide as its words need to stay whole.
    readonly property int needed: Math.ceil(Math.max(nameWords.implicitWidth,
        roleWords.implicitWidth)) + 2 * Theme.s1

    implicitHeight: column.height + 2 * (Theme.large ? Theme.s2 : Theme.s4)
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
        Grid {
            id: column
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.s1
            columns: Theme.large ? 2 : 1
            horizontalItemAlignment: Theme.large ? Grid.AlignLeft : Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter
            leftPadding: Theme.large ? Theme.s2 : 0
            spacing: Theme.large ? Theme.s3 : Theme.s1 + Theme.stroke

            Avatar {
                id: face
                size: Theme.avatarLarge
                strong: card.chosen
                initials: card.initials
            }
            Column {
                width: column.width - (Theme.large ? face.width + Theme.s3 + Theme.s2 : 0)
                Words {
                    id: nameWords
                    width: parent.width
                    horizontalAlignment: Theme.large ? Text.AlignLeft : Text.AlignHCenter
                    type: Theme.bodyStrong
                    text: card.name
                    Accessible.ignored: true
                }
                Words {
                    id: roleWords
                    width: parent.width
                    horizontalAlignment: nameWords.horizontalAlignment
                    type: Theme.meta
                    text: card.role
                    color: Theme.inkSoft
                    Accessible.ignored: true
                }
            }
        }
    }
}
