// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// The value being typed, large, on its own line; or two that belong together, as 152 / 84.
Item {
    id: typed

    property string firstLabel
    property string first
    property string secondLabel
    property string second
    property string unit
    property int part: 0

    readonly property bool pair: typed.secondLabel !== ""

    signal chosen(part: int)

    implicitHeight: typed.stacked ? left.height + right.height + Theme.s3 : left.height
    readonly property bool stacked: Theme.large && typed.pair

    component Part: T.AbstractButton {
        id: half
        property string label
        property string value
        property bool chosenOne: false

        implicitHeight: name.height + figure.height + Theme.s3

        Accessible.role: Accessible.Button
        Accessible.name: half.label + " " + half.value

        contentItem: Item {
            Words {
                id: name
                width: parent.width
                type: Theme.metaMedium
                text: half.label
                color: half.chosenOne ? Theme.encre : Theme.inkSoft
                Accessible.ignored: true
            }
            Words {
                id: figure
                y: name.height
                type: Theme.display
                text: half.value
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            Rectangle {
                x: half.value === "" ? 0 : figure.width + Theme.stroke
                y: figure.y + Theme.s2
                width: Theme.stroke
                height: figure.height - Theme.s3
                visible: half.chosenOne
                color: Theme.encre
            }
            Rectangle {
                y: parent.height - height
                width: parent.width
                height: half.chosenOne ? Theme.stroke + Theme.hairline : Theme.stroke
                color: half.chosenOne ? Theme.encre : Theme.rule
            }
        }
    }

    Part {
        id: left
        width: typed.pair && !typed.stacked ? (typed.width - slash.width
            - unitWords.width - 3 * Theme.s2) / 2
            : typed.width - unitWords.width - Theme.s3
        label: typed.firstLabel
        value: typed.first
        chosenOne: typed.part === 0
        onClicked: typed.chosen(0)
    }
    Words {
        id: slash
        anchors.left: left.right
        anchors.leftMargin: Theme.s2
        anchors.bottom: left.bottom
        anchors.bottomMargin: Theme.s2
        visible: typed.pair && !typed.stacked
        width: visible ? implicitWidth : 0
        type: Theme.display
        text: "/"
        color: Theme.inkFaint
        Accessible.ignored: true
    }
    Part {
        id: right
        x: typed.stacked ? 0 : slash.x + slash.width + Theme.s2
        y: typed.stacked ? left.height + Theme.s3 : 0
        width: left.width
        visible: typed.pair
        label: typed.secondLabel
        value: typed.second
        chosenOne: typed.part === 1
        onClicked: typed.chosen(1)
    }
    Words {
        id: unitWords
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        text: typed.unit
        color: Theme.inkSoft
        wrapMode: Text.NoWrap
    }
}
