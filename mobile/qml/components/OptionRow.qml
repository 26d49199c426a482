// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// One line of a sheet or of the settings: a sign, words, perhaps a second line and a value.
T.ItemDelegate {
    id: row

    property string iconName
    property string words
    property string value
    property bool leads: false
    property bool chosen: false

    implicitWidth: parent ? parent.width : 0
    implicitHeight: Math.max(Theme.touch, column.height + 2 * Theme.s2 + Theme.s1)
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.ListItem
    Accessible.name: row.text + (row.value === "" ? "" : ", " + row.value)
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    background: Rectangle {
        color: row.down ? Theme.well : Theme.clear
        FocusRing { shown: row.visualFocus; inside: true }
    }
    contentItem: Item {
        Icon {
            id: sign
            x: Theme.pageMargin
            anchors.verticalCenter: parent.verticalCenter
            visible: row.iconName !== ""
            size: Theme.iconLarge
            name: row.iconName
        }
        Column {
            id: column
            x: row.iconName === "" ? Theme.pageMargin : sign.x + sign.width + Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - Theme.pageMargin
                - (Theme.large ? 0 : valueWords.width + Theme.s2)
                - (row.leads || row.chosen ? Theme.icon + Theme.s2 : 0)

            Words {
                width: parent.width
                type: row.chosen ? Theme.bodyStrong : Theme.body
                text: row.text
                Accessible.ignored: true
            }
            Words {
                width: parent.width
                visible: text !== ""
                type: Theme.meta
                text: row.words
                color: Theme.inkFaint
                Accessible.ignored: true
            }
            Words {
                width: parent.width
                visible: Theme.large && text !== ""
                type: Theme.meta
                text: row.value
                color: Theme.inkSoft
                Accessible.ignored: true
            }
        }
        Words {
            id: valueWords
            anchors.right: tail.left
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            visible: !Theme.large && text !== ""
            type: Theme.meta
            text: row.value
            color: Theme.inkSoft
            Accessible.ignored: true
        }
        Icon {
            id: tail
            anchors.right: parent.right
            anchors.rightMargin: Theme.pageMargin
            anchors.verticalCenter: parent.verticalCenter
            width: row.leads || row.chosen ? Theme.icon : 0
            visible: row.leads || row.chosen
            name: row.chosen ? "check" : "chevron_right"
            color: row.chosen ? Theme.encre : Theme.inkSoft
        }
    }
}
