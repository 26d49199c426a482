// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// How many figures of a secret code have been typed.
Row {
    id: dots

    property int count: 6
    property int typed: 0
    property bool wrong: false

    spacing: Theme.s4 + Theme.stroke

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%n chiffre(s) tapé(s)", "", dots.typed)

    Repeater {
        model: Math.max(dots.count, dots.typed)
        Rectangle {
            required property int index
            width: Theme.dot
            height: Theme.dot
            radius: width / 2
            color: index < dots.typed ? (dots.wrong ? Theme.garance : Theme.encre) : Theme.clear
            border.width: Theme.stroke
            border.color: dots.wrong ? Theme.garance
                : index < dots.typed ? Theme.encre : Theme.edge
        }
    }
}
