// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// One of several exclusive choices, with its words beside it.
T.RadioButton {
    id: control

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touch, label.height + Theme.s2)
    focusPolicy: Qt.StrongFocus

    /// What a finger does, for keys and for screen readers.
    function activate() {
        control.toggle();
        control.clicked();
    }

    Accessible.role: Accessible.RadioButton
    Accessible.name: control.text
    Accessible.checkable: true
    Accessible.checked: control.checked
    Accessible.onPressAction: control.activate()
    Keys.onReturnPressed: control.activate()
    Keys.onEnterPressed: control.activate()

    indicator: Rectangle {
        id: circle
        x: control.leftPadding
        y: (control.height - height) / 2
        width: Theme.radio
        height: Theme.radio
        radius: height / 2
        color: Theme.sheet
        border.width: Theme.stroke
        border.color: control.checked ? Theme.encre : Theme.edge

        Rectangle {
            anchors.centerIn: parent
            visible: control.checked
            width: parent.width / 2
            height: width
            radius: width / 2
            color: Theme.encre
        }
        FocusRing { shown: control.visualFocus; around: parent.radius }
    }
    contentItem: Item {
        implicitWidth: circle.width + Theme.s3 + Math.ceil(label.implicitWidth)

        Words {
            id: label
            x: circle.width + Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x
            type: control.checked ? Theme.bodyStrong : Theme.body
            text: control.text
            Accessible.ignored: true
        }
    }
}
