// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// How far something in a few steps has come: numbers in circles with their names.
Flow {
    id: steps

    property list<string> labels
    property int current: 0

    spacing: Theme.s4

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Étape %1 sur %2\u00a0: %3").arg(steps.current + 1)
        .arg(steps.labels.length).arg(steps.labels[steps.current] ?? "")

    Repeater {
        model: steps.labels

        Row {
            id: step
            required property int index
            required property string modelData
            readonly property bool reached: step.index <= steps.current

            spacing: Theme.s2

            Rectangle {
                width: Math.max(Theme.markSize, figure.height)
                height: width
                radius: width / 2
                color: step.reached ? Theme.encre : Theme.clear
                border.width: step.reached ? 0 : Theme.hairline
                border.color: Theme.edge
                Words {
                    id: figure
                    anchors.centerIn: parent
                    type: Theme.metaStrong
                    text: step.index + 1
                    color: step.reached ? Theme.overEncre : Theme.ink
                    Accessible.ignored: true
                }
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                type: step.index === steps.current ? Theme.bodyStrong : Theme.body
                text: step.modelData
                color: step.index === steps.current ? Theme.ink : Theme.inkSoft
                Accessible.ignored: true
            }
        }
    }
}
