// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A row of a page: hour, tick or sign left of the margin line, words right of it.
///
/// `hour` and `sign` are shown in the margin, or whatever is put into `margin`. Children go right
/// of the line, one under another. `here` marks the one place where the person is. A row that is
/// not `pressable` takes no touch and no focus.
T.ItemDelegate {
    id: row

    property string hour
    property TypeToken hourType: Theme.bodyStrong
    property color hourColor: Theme.ink
    property string under
    property string sign
    property string signTone: "calm"
    property bool here: false
    property bool pressable: true
    property bool ruled: true
    property bool fullRule: false
    property bool selected: false
    property int column: Theme.marginColumn
    property int minHeight: Theme.row
    property int topGap: Theme.s3
    property int bottomGap: Theme.s3
    property color ground: Theme.clear
    property alias margin: marginSlot.data
    default property alias content: words.data

    implicitWidth: parent ? parent.width : 0
    implicitHeight: Math.max(row.minHeight, words.height + row.topGap + row.bottomGap,
        hourColumn.height + row.topGap + row.bottomGap)
    padding: 0
    enabled: true
    hoverEnabled: row.pressable
    focusPolicy: row.pressable ? Qt.StrongFocus : Qt.NoFocus

    Accessible.role: row.pressable ? Accessible.ListItem : Accessible.Grouping
    Accessible.name: row.text
    Accessible.focusable: row.pressable
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    background: Rectangle {
        color: row.selected ? Theme.encreTint : row.down && row.pressable ? Theme.well
            : row.here ? Theme.sheet : row.ground
        Behavior on color { ColorAnimation { duration: Theme.quick; easing.type: Easing.OutQuad } }

        MarginLine { column: row.column; here: row.here || row.selected }
        Rule {
            visible: row.ruled
            full: row.fullRule
            column: row.column
            anchors.bottom: parent.bottom
        }
        FocusRing { shown: row.visualFocus; inside: true; z: 1 }
    }
    contentItem: Item {
        Column {
            id: hourColumn
            y: row.topGap
            width: row.column - Theme.hourGap

            Words {
                width: parent.width
                visible: row.hour !== ""
                horizontalAlignment: Text.AlignRight
                type: row.hourType
                wrapMode: Text.NoWrap
                text: row.hour
                color: row.here ? Theme.encre : row.hourColor
            }
            Words {
                width: parent.width
                visible: row.under !== ""
                horizontalAlignment: Text.AlignRight
                type: Theme.meta
                text: row.under
                color: Theme.inkFaint
            }
        }
        Icon {
            x: (row.column - width) / 2
            y: row.topGap
            visible: row.sign !== ""
            size: Theme.iconLarge
            name: row.sign
            color: Tones.words(row.signTone)
        }
        Item {
            id: marginSlot
            width: row.column
            height: row.height
        }
        Column {
            id: words
            x: row.column + Theme.afterLine
            y: Math.max(row.topGap, row.hour === "" && row.sign === ""
                ? (row.height - height) / 2 : row.topGap)
            width: row.width - x - row.rightPadding
            spacing: 0
        }
    }
}
