// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// The box in the margin: empty, "done", or "refused" (an outcome other than as planned).
T.AbstractButton {
    id: tick

    property string outcome

    implicitWidth: Theme.touch
    implicitHeight: Theme.touch
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.CheckBox
    Accessible.name: tick.text
    Accessible.checkable: true
    Accessible.checked: tick.outcome === "done"
    Accessible.onPressAction: tick.clicked()
    Accessible.onToggleAction: tick.clicked()
    Keys.onReturnPressed: tick.clicked()
    Keys.onEnterPressed: tick.clicked()

    contentItem: Item {
        Rectangle {
            anchors.centerIn: parent
            width: Theme.tick
            height: Theme.tick
            radius: Theme.rTick
            color: tick.outcome === "done" ? Theme.feuille
                : tick.outcome === "refused" ? Theme.ocreTint
                : tick.down ? Theme.encreTint : Theme.sheet
            border.width: tick.outcome === "done" ? 0 : Theme.stroke
            border.color: tick.outcome === "refused" ? Theme.ocre : Theme.edge

            Icon {
                anchors.centerIn: parent
                size: Theme.iconTick
                visible: tick.outcome !== ""
                name: tick.outcome === "done" ? "check" : "close"
                color: tick.outcome === "done" ? Theme.sheet : Theme.ocre
            }
            FocusRing { shown: tick.visualFocus; around: Theme.rTick }
        }
    }
}
