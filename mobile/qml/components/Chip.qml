// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A choice among several that stand beside one another. Chosen is said by the ground and a check;
/// a tap only asks (`clicked`), who owns the choice decides.
T.Button {
    id: control

    property string iconName
    property bool opens: false
    property bool chosen: false

    readonly property int natural: Math.ceil(label.implicitWidth)
        + (control.chosen || control.iconName !== "" ? Theme.icon + Theme.s2 : 0)
    readonly property int grown: Math.max(Theme.wide ? 36 : Theme.chip,
        row.implicitHeight + Theme.s2)

    implicitWidth: control.natural + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.wide ? 36 : Theme.touch, control.grown)
    topInset: (implicitHeight - control.grown) / 2
    bottomInset: topInset
    leftPadding: Theme.s4 - Theme.hairline
    rightPadding: leftPadding
    focusPolicy: Qt.StrongFocus

    Accessible.role: control.opens ? Accessible.Button : Accessible.CheckBox
    Accessible.name: control.text
    Accessible.checkable: !control.opens
    Accessible.checked: control.chosen
    Accessible.onPressAction: control.clicked()
    Accessible.onToggleAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    background: Rectangle {
        radius: height / 2
        color: !control.enabled ? Theme.offGround : control.chosen
            ? (control.down ? Theme.encrePressed : Theme.encre)
            : control.down ? Theme.encreTint : Theme.sheet
        border.width: Theme.hairline
        border.color: !control.enabled ? Theme.clear
            : control.chosen || control.down ? Theme.encre : Theme.edge

        FocusRing { shown: control.visualFocus; around: parent.radius }
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
                visible: name !== ""
                name: control.chosen ? "check" : control.iconName
                color: label.color
            }
            Words {
                id: label
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(Math.ceil(implicitWidth), Math.max(0, control.availableWidth
                    - (control.chosen || control.iconName !== "" ? Theme.icon + Theme.s2 : 0)))
                type: control.opens ? Theme.bodyStrong : Theme.bodyMedium
                text: control.text
                color: !control.enabled ? Theme.offInk : control.chosen ? Theme.overEncre
                    : control.down || control.opens ? Theme.encre : Theme.ink
                Accessible.ignored: true
            }
        }
    }
}
