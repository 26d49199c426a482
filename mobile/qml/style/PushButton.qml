// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// What all buttons with words share: size, place of icon and words, the states pressed, focused
/// and inactive. A kind of button sets the colours. The touch area is never lower than 48 even
/// where the drawn button is (`drawn`).
T.Button {
    id: control

    property string iconName
    property TypeToken type: Theme.button
    property int drawn: Theme.control
    property int sidePadding: Theme.large ? Theme.s3 : Theme.s5
    property color ground: Theme.clear
    property color groundPressed: control.ground
    property color words: Theme.encre
    property color wordsPressed: control.words
    property color frame: Theme.clear
    property color framePressed: control.frame
    property int framePressedWidth: Theme.hairline
    property bool filledWhenOff: true
    property bool underlined: false

    readonly property int natural: Math.ceil(label.implicitWidth)
        + (control.iconName !== "" ? Theme.icon + Theme.s2 : 0)
    readonly property int grown: Math.max(control.drawn, row.implicitHeight + Theme.s3)

    implicitWidth: control.natural + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.wide ? 0 : Theme.touch, control.grown)
    topInset: (implicitHeight - control.grown) / 2
    bottomInset: topInset
    leftPadding: control.sidePadding
    rightPadding: control.sidePadding
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: control.text
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    background: Rectangle {
        radius: Theme.rButton
        color: !control.enabled ? (control.filledWhenOff ? Theme.offGround : Theme.clear)
            : control.down ? control.groundPressed : control.ground
        border.width: control.down ? control.framePressedWidth : Theme.hairline
        border.color: !control.enabled ? Theme.clear
            : control.down ? control.framePressed : control.frame
        Behavior on color { ColorAnimation { duration: Theme.quick; easing.type: Easing.OutQuad } }

        FocusRing { shown: control.visualFocus }
    }
    contentItem: Item {
        implicitWidth: control.natural
        implicitHeight: row.implicitHeight

        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.s2

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: control.iconName !== ""
                name: control.iconName
                color: label.color
            }
            Words {
                id: label
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(Math.ceil(implicitWidth), Math.max(0, control.availableWidth
                    - (control.iconName !== "" ? Theme.icon + Theme.s2 : 0)))
                horizontalAlignment: Text.AlignHCenter
                type: control.type
                text: control.text
                color: !control.enabled ? Theme.offInk
                    : control.down ? control.wordsPressed : control.words
                Accessible.ignored: true

                Rectangle {
                    y: parent.height - Theme.s1 + Theme.hairline
                    width: parent.width
                    height: Theme.hairline
                    visible: control.underlined
                    color: label.color
                }
            }
        }
    }
}
