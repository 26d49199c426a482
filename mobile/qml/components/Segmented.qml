// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// Two or three answers side by side, one of them chosen, on a rounded ground.
Rectangle {
    id: group

    property list<string> labels
    property int current: -1
    property string label

    signal chosen(index: int)

    implicitHeight: row.height + 2 * inset
    readonly property int inset: Theme.s1 - Theme.hairline
    radius: Theme.rButton
    color: Theme.calmTint

    Accessible.role: Accessible.Grouping
    Accessible.name: group.label

    Grid {
        id: row
        x: group.inset
        y: group.inset
        width: parent.width - 2 * x
        columns: Theme.large ? 1 : Math.max(1, group.labels.length)

        Repeater {
            model: group.labels

            T.Button {
                id: segment
                required property int index
                required property string modelData
                readonly property bool chosenOne: segment.index === group.current

                width: row.width / row.columns
                height: Math.max(Theme.touch, words.height + Theme.s2)
                focusPolicy: Qt.StrongFocus
                text: segment.modelData
                onClicked: group.chosen(segment.index)

                Accessible.role: Accessible.RadioButton
                Accessible.name: segment.text
                Accessible.checkable: true
                Accessible.checked: segment.chosenOne
                Accessible.onPressAction: segment.clicked()
                Keys.onReturnPressed: segment.clicked()
                Keys.onEnterPressed: segment.clicked()

                background: Rectangle {
                    radius: Theme.rButton - group.inset
                    color: segment.chosenOne ? Theme.sheet
                        : segment.down ? Theme.encreTint : Theme.clear
                    border.width: segment.chosenOne ? Theme.hairline : 0
                    border.color: Theme.edge
                    FocusRing { shown: segment.visualFocus; around: parent.radius }
                }
                contentItem: Item {
                    Words {
                        id: words
                        anchors.centerIn: parent
                        width: parent.width - Theme.s2
                        horizontalAlignment: Text.AlignHCenter
                        type: segment.chosenOne ? Theme.bodyStrong : Theme.bodyMedium
                        text: segment.text
                        color: segment.chosenOne ? Theme.ink : Theme.inkSoft
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
