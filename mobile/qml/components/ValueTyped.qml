// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// The value being typed, large, on its own line; or two that belong together, as 152 / 84. In
/// large writing the name and the unit of what is typed stand over it, so that it stays on one
/// line.
Item {
    id: typed

    property string firstLabel
    property string first
    property string secondLabel
    property string second
    property string unit
    property int part: 0
    // The next digit takes the place of the value that is marked.
    property bool replaced: false

    readonly property bool pair: typed.secondLabel !== ""

    signal chosen(part: int)

    implicitHeight: left.y + left.height
    readonly property bool compact: Theme.large

    component Part: T.AbstractButton {
        id: half
        property string label
        property string value
        property bool chosenOne: false

        implicitHeight: figure.y + figure.height + Theme.s3

        Accessible.role: Accessible.Button
        Accessible.name: half.label + " " + half.value

        contentItem: Item {
            Words {
                id: name
                width: parent.width
                visible: !typed.compact
                type: Theme.metaMedium
                text: half.label
                color: half.chosenOne ? Theme.encre : Theme.inkSoft
                Accessible.ignored: true
            }
            Rectangle {
                y: figure.y + Theme.s1
                width: figure.width
                height: figure.height - Theme.s2
                visible: half.chosenOne && typed.replaced
                color: Theme.encreTint
            }
            Words {
                id: figure
                y: name.visible ? name.height : 0
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

    Words {
        id: over
        width: parent.width
        visible: typed.compact && text !== ""
        type: Theme.metaMedium
        text: [typed.part === 0 ? typed.firstLabel : typed.secondLabel, typed.unit]
            .filter(words => words !== "").join(", ")
        color: Theme.encre
        Accessible.ignored: true
    }
    Part {
        id: left
        y: over.visible ? over.height : 0
        width: (typed.width - unitWords.width
            - (typed.pair ? slash.width + 2 * Theme.s2 : 0)
            - (unitWords.visible ? Theme.s2 : 0)) / (typed.pair ? 2 : 1)
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
        visible: typed.pair
        width: visible ? implicitWidth : 0
        type: Theme.display
        text: "/"
        color: Theme.inkFaint
        Accessible.ignored: true
    }
    Part {
        id: right
        x: slash.x + slash.width + Theme.s2
        y: left.y
        width: left.width
        visible: typed.pair
        label: typed.secondLabel
        value: typed.second
        chosenOne: typed.part === 1
        onClicked: typed.chosen(1)
    }
    Words {
        id: unitWords
        visible: !typed.compact
        width: visible ? implicitWidth : 0
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        text: typed.unit
        color: Theme.inkSoft
        wrapMode: Text.NoWrap
    }
}
