// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A band that says one thing about the whole page; pressed, it leads to the details.
T.Button {
    id: banner

    property string iconName
    property string words
    property string trailing
    property string tone: "calm"
    property bool leads: false

    implicitHeight: Math.max(Theme.touch, column.height + 2 * Theme.s3)
    leftPadding: Theme.s4
    rightPadding: Theme.s3
    focusPolicy: banner.leads ? Qt.StrongFocus : Qt.NoFocus
    enabled: true

    Accessible.role: banner.leads ? Accessible.Button : Accessible.StaticText
    Accessible.name: banner.text + (banner.words === "" ? "" : " " + banner.words)
        + (banner.trailing === "" ? "" : ", " + banner.trailing)
    Accessible.onPressAction: banner.clicked()
    Keys.onReturnPressed: banner.clicked()
    Keys.onEnterPressed: banner.clicked()

    background: Rectangle {
        radius: Theme.rButton
        color: banner.down && banner.leads ? Theme.well : Tones.ground(banner.tone)
        FocusRing { shown: banner.visualFocus }
    }
    contentItem: Item {
        Icon {
            id: sign
            y: column.y + Math.max(0, (Theme.body.lineHeight - height) / 2)
            name: banner.iconName
            color: Tones.words(banner.tone)
        }
        Column {
            id: column
            x: sign.width + Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - (Theme.large ? 0 : aside.width)
                - (banner.leads ? Theme.icon + Theme.s1 : 0)

            Words {
                width: parent.width
                type: Theme.bodyStrong
                text: banner.text
                color: banner.tone === "calm" ? Theme.ink : Tones.words(banner.tone)
                Accessible.ignored: true
            }
            Words {
                width: parent.width
                visible: text !== ""
                text: banner.words
                color: Theme.inkSoft
                Accessible.ignored: true
            }
            Words {
                width: parent.width
                visible: Theme.large && text !== ""
                type: Theme.meta
                text: banner.trailing
                color: Theme.inkSoft
                Accessible.ignored: true
            }
        }
        Words {
            id: aside
            anchors.right: chevron.left
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            visible: !Theme.large && text !== ""
            type: Theme.meta
            text: banner.trailing
            color: Theme.inkSoft
            Accessible.ignored: true
        }
        Icon {
            id: chevron
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: banner.leads ? Theme.icon : 0
            visible: banner.leads
            name: "chevron_right"
            color: Tones.words(banner.tone)
        }
    }
}
