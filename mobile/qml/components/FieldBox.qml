// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A field with its label above and, below, what stood before, what is wrong, or why it is closed.
/// `state` of the border: "" (empty or filled), "error", "warning".
Column {
    id: box

    property string label
    property string note
    property string noteIcon
    property string severity
    default property alias field: slot.data

    spacing: Theme.s1

    Words {
        width: parent.width
        visible: box.label !== ""
        type: Theme.metaMedium
        text: box.label
        color: Theme.inkSoft
        Accessible.ignored: true
    }
    Item {
        id: slot
        width: parent.width
        implicitHeight: childrenRect.height
    }
    StateLine {
        width: parent.width
        type: box.severity === "" ? Theme.meta : Theme.metaMedium
        iconName: box.noteIcon !== "" ? box.noteIcon
            : box.severity === "error" ? "error_outline"
            : box.severity === "warning" ? "arrow_upward" : ""
        text: box.note
        tone: box.severity === "error" ? "garance" : box.severity === "warning" ? "ocre" : "faint"
    }
}
