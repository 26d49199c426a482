// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// Yes or no for something that takes effect at once. The name is `text`; the words beside it
/// belong to the row it stands in.
T.Switch {
    id: control

    implicitWidth: Theme.switchWidth
    implicitHeight: Theme.touch
    focusPolicy: Qt.StrongFocus

    /// What a finger does, for keys and for screen readers.
    function activate() {
        control.toggle();
        control.clicked();
    }

    Accessible.role: Accessible.CheckBox
    Accessible.name: control.text
    Accessible.checkable: true
    Accessible.checked: control.checked
    Accessible.onPressAction: control.activate()
    Accessible.onToggleAction: control.activate()
    Keys.onReturnPressed: control.activate()
    Keys.onEnterPressed: control.activate()

    contentItem: Item {}
    indicator: Rectangle {
        y: (control.height - height) / 2
        width: Theme.switchWidth
        height: Theme.switchHeight
        radius: height / 2
        color: !control.enabled ? Theme.offGround : control.checked ? Theme.encre : Theme.sheet
        border.width: control.checked || !control.enabled ? 0 : Theme.stroke
        border.color: Theme.edge

        Rectangle {
            readonly property int inset: control.checked ? Theme.s1 - Theme.hairline : Theme.s2
            width: parent.height - 2 * inset
            height: width
            radius: height / 2
            y: inset
            x: control.checked ? parent.width - width - inset : inset
            color: !control.enabled ? Theme.offInk : control.checked ? Theme.overEncre : Theme.edge
            Behavior on x { NumberAnimation { duration: Theme.quick; easing.type: Easing.OutQuad } }
        }
        FocusRing { shown: control.visualFocus; around: parent.radius }
    }
}
