// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// Yes, no, or not asked yet: a frame over two halves. A second tap on the answer takes it back.
Item {
    id: pair

    property string answer
    property string label

    signal chosen(answer: string)

    implicitWidth: row.width
    implicitHeight: Math.max(Theme.touch, row.height)

    Accessible.role: Accessible.Grouping
    Accessible.name: pair.label

    component Half: T.AbstractButton {
        id: half
        property string value
        readonly property bool chosenOne: pair.answer === half.value

        implicitWidth: Math.max(Theme.half, words.x + words.implicitWidth + Theme.s4)
        implicitHeight: Math.max(Theme.touch, words.height + Theme.s2)
        focusPolicy: Qt.StrongFocus
        onClicked: pair.chosen(half.chosenOne ? "" : half.value)

        Accessible.role: Accessible.RadioButton
        Accessible.name: half.text
        Accessible.checkable: true
        Accessible.checked: half.chosenOne
        Accessible.onPressAction: half.clicked()
        Keys.onReturnPressed: half.clicked()
        Keys.onEnterPressed: half.clicked()

        contentItem: Item {
            Rectangle {
                anchors.fill: parent
                anchors.margins: Theme.hairline
                radius: Theme.rButton - Theme.hairline
                color: half.chosenOne ? Theme.encre : half.down ? Theme.encreTint : Theme.sheet
                Icon {
                    x: Theme.s3
                    anchors.verticalCenter: parent.verticalCenter
                    visible: half.chosenOne
                    size: Theme.iconSmall
                    name: "check"
                    color: Theme.overEncre
                }
            }
            Words {
                id: words
                x: half.chosenOne ? Theme.s3 + Theme.iconSmall + Theme.s2 : Theme.s4 + Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                type: half.chosenOne ? Theme.bodyStrong : Theme.bodyMedium
                text: half.text
                color: half.chosenOne ? Theme.overEncre : Theme.inkSoft
                Accessible.ignored: true
            }
            FocusRing { shown: half.visualFocus; around: Theme.rButton; z: 1 }
        }
    }

    Rectangle {
        width: row.width
        height: row.height
        anchors.verticalCenter: parent.verticalCenter
        radius: Theme.rButton
        color: Theme.sheet
    }
    Row {
        id: row
        anchors.verticalCenter: parent.verticalCenter
        Half { value: "yes"; text: qsTr("Oui") }
        Half { value: "no"; text: qsTr("Non") }
    }
    Rectangle {
        width: row.width
        height: row.height
        anchors.verticalCenter: parent.verticalCenter
        radius: Theme.rButton
        color: Theme.clear
        border.width: Theme.hairline
        border.color: Theme.edge
    }
}
