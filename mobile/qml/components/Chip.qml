// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A choice among several that stand beside one another. Chosen is said by the ground and a check.
T.Button {
    id: control

    property string iconName
    property bool opens: false

    readonly property int natural: Math.ceil(label.implicitWidth)
        + (control.checked || control.iconName !== "" ? Theme.icon + Theme.s2 : 0)
    readonly property int grown: Math.max(Theme.wide ? 36 : Theme.chip,
        row.implicitHeight + Theme.s2)

    implicitWidth: control.natural + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.wide ? 36 : Theme.touch, control.grown)
    topInset: (implicitHeight - control.grown) / 2
    bottomInset: topInset
    leftPadding: Theme.s4 - Theme.hairline
    rightPadding: leftPadding
    checkable: !control.opens
    focusPolicy: Qt.StrongFocus

    /// What a finger does, for keys and for screen readers.
    function activate() {
        if (control.checkable) control.toggle();
        control.clicked();
    }

    Accessible.role: control.opens ? Accessible.Button : Accessible.CheckBox
    Accessible.name: control.text
    Accessible.checkable: control.checkable
    Accessible.checked: control.checked
    Accessible.onPressAction: control.activate()
    Accessible.onToggleAction: control.activate()
    Keys.onReturnPressed: control.activate()
    Keys.onEnterPressed: control.activate()

    background: Rectangle {
        radius: height / 2
        color: !control.enabled ? Theme.offGround : control.checked
            ? (control.down ? Theme.encrePressed : Theme.encre)
            : control.down ? Theme.encreTint : Theme.sheet
        border.width: Theme.hairline
        border.color: !control.enabled ? Theme.clear
            : control.checked || control.down ? Theme.encre : Theme.edge

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
                name: control.checked ? "check" : control.iconName
                color: label.color
            }
            Words {
                id: label
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(Math.ceil(implicitWidth), Math.max(0, control.availableWidth
                    - (control.checked || control.iconName !== "" ? Theme.icon + Theme.s2 : 0)))
                type: control.opens ? Theme.bodyStrong : Theme.bodyMedium
                text: control.text
                color: !control.enabled ? Theme.offInk : control.checked ? Theme.overEncre
                    : control.down || control.opens ? Theme.encre : Theme.ink
                Accessible.ignored: true
            }
        }
    }
}
