// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Liaison.ViewModels

/// One measure after another, typed on large keys, with the person's bounds and the last values.
MarginPage {
    id: page

    required property VitalsViewModel vitals

    // Large writing on a low window: the keys leave room for the value over them.
    readonly property bool tight: Theme.large && page.height < Theme.shortBelow
    readonly property Item value: typed

    Connections {
        target: page.vitals
        function onLeave() { page.leave(); }
    }

    title: page.vitals.label
    lined: false
    focus: true

    component PositionChoice: Segmented {
        readonly property int count: page.vitals.positions.length
        width: parent.width
        label: qsTr("Position")
        labels: page.vitals.positions
        current: page.vitals.position
        onChosen: index => page.vitals.position = index
    }

    head: PageHeader {
        title: page.tight ? page.vitals.person : page.vitals.label
        stateText: page.tight ? "" : page.vitals.person
        Accessible.name: page.vitals.label
        closes: true
        onLeave: page.leave()

        Words {
            type: Theme.metaMedium
            visible: !page.tight
            text: page.vitals.stepText
            color: Theme.inkSoft
            wrapMode: Text.NoWrap
        }
    }

    Column {
        x: Theme.pageMargin
        width: Math.min(parent.width, Theme.readingWidth) - 2 * x
        spacing: Theme.s3

        PositionChoice { visible: count > 0 && !Theme.large }
        ValueTyped {
            id: typed
            width: parent.width
            firstLabel: page.tight && page.vitals.firstLabel === "" ? page.vitals.label
                : page.vitals.firstLabel
            first: page.vitals.first
            secondLabel: page.vitals.secondLabel
            second: page.vitals.second
            unit: page.vitals.unit
            part: page.vitals.part
            replaced: page.vitals.replaced
            onChosen: part => page.vitals.part = part
        }
        StateLine {
            width: parent.width
            type: Theme.bodyStrong
            iconName: page.vitals.problem !== "" ? "error_outline" : page.vitals.below
                ? "arrow_downward" : "arrow_upward"
            text: page.vitals.problem !== "" ? page.vitals.problem : page.vitals.warning
            tone: page.vitals.problem !== "" ? "garance" : "ocre"
        }
        // Large writing leaves little room above the keys: the value comes first.
        PositionChoice { visible: count > 0 && Theme.large }
        BoundsBar {
            width: parent.width
            visible: page.vitals.hasBounds
            low: page.vitals.boundLow
            high: page.vitals.boundHigh
            mark: page.vitals.mark
            outside: page.vitals.warning !== ""
            lowText: page.vitals.lowText
            highText: page.vitals.highText
            source: page.vitals.boundsSource
        }
        Rectangle { width: parent.width; height: Theme.hairline; color: Theme.rule }
        Flow {
            width: parent.width
            spacing: Theme.s3
            Repeater {
                model: page.vitals.earlier
                Column {
                    id: earlier
                    required property var model
                    width: Theme.large ? parent.width : (parent.width - 2 * Theme.s3) / 3
                    Words { type: Theme.meta; text: earlier.model.date; color: Theme.inkFaint }
                    Words { type: Theme.bodyStrong; text: earlier.model.value }
                }
            }
        }
    }

    dock: Rectangle {
        width: page.width
        height: pad.height + buttons.height + 3 * Theme.s3 + (Theme.wide ? 0 : Theme.s3)
        color: Theme.well
        Rule { full: true }

        NumberPad {
            id: pad
            x: (parent.width - width) / 2
            y: Theme.s3
            width: Math.min(parent.width, Theme.readingWidth) - 2 * Theme.pageMargin
            focus: true
            keyHeight: page.tight ? Theme.touch : Theme.keyHeight
            leftText: page.vitals.decimal ? page.vitals.decimalMark : qsTr("Effacer")
            leftName: page.vitals.decimal ? qsTr("Virgule") : qsTr("Effacer")
            leftType: page.vitals.decimal ? Theme.key : Theme.large ? Theme.meta : Theme.body
            onDigit: text => page.vitals.type(text)
            onLeftPressed: page.vitals.decimal ? page.vitals.typeMark() : page.vitals.clear()
            onErased: page.vitals.erase()
            Keys.onReturnPressed: page.vitals.next()
            Keys.onEnterPressed: page.vitals.next()
            Component.onCompleted: forceActiveFocus()
        }
        Flow {
            id: buttons
            x: pad.x
            y: pad.y + pad.height + Theme.s3
            width: pad.width
            layoutDirection: Qt.RightToLeft
            spacing: Theme.s2

            PrimaryButton {
                width: parent.width - (skip.visible ? skip.width + Theme.s2 : 0)
                text: Theme.large ? qsTr("Continuer") : page.vitals.nextText
                Accessible.name: page.vitals.nextText
                focusPolicy: Qt.TabFocus
                onClicked: page.vitals.next()
            }
            TextAction {
                id: skip
                // Without a value, going on skips as well.
                visible: !page.tight
                drawn: Theme.primary
                focusPolicy: Qt.TabFocus
                text: qsTr("Passer")
                onClicked: page.vitals.skip()
            }
        }
    }
}
