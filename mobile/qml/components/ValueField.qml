// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A measured value in a row of Constantes: name and previous value left, the value or "Saisir"
/// right; out of the person's bounds it says so in words, with an arrow in the margin.
MarginRow {
    id: row

    property string label
    property string value
    property string unit
    property string previous
    property string warning
    property bool below: false

    signal asked()

    text: row.label + " " + (row.value === "" ? qsTr("à saisir") : row.value + " " + row.unit)
        + (row.warning === "" ? "" : ", " + row.warning)
    minHeight: Theme.rowVital
    topGap: Theme.s1
    bottomGap: Theme.s1
    rightPadding: Theme.pageMargin
    ruled: false
    onClicked: row.asked()

    margin: Icon {
        anchors.centerIn: parent
        visible: row.warning !== ""
        name: row.below ? "arrow_downward" : "arrow_upward"
        color: Theme.ocre
    }

    Grid {
        width: parent.width
        columns: Theme.large ? 1 : 2
        columnSpacing: Theme.s3
        verticalItemAlignment: Grid.AlignVCenter

        Column {
            width: Theme.large ? parent.width : parent.width - Theme.valueWidth - Theme.s3
            Flow {
                width: parent.width
                spacing: Theme.s1

                Words {
                    width: Math.min(Math.ceil(implicitWidth), parent.width)
                    type: Theme.bodyMedium
                    text: row.label
                    Accessible.ignored: true
                }
                Words {
                    width: Math.min(Math.ceil(implicitWidth), parent.width)
                    visible: row.previous !== "" && row.warning !== ""
                    height: Theme.body.lineHeight
                    topPadding: Theme.body.lift + Theme.s1 / 2
                    type: Theme.meta
                    text: row.previous
                    color: Theme.inkFaint
                    Accessible.ignored: true
                }
            }
            Words {
                width: parent.width
                visible: row.previous !== "" && row.warning === ""
                type: Theme.meta
                text: row.previous
                color: Theme.inkFaint
                Accessible.ignored: true
            }
            Words {
                width: parent.width
                visible: row.warning !== ""
                type: Theme.metaStrong
                text: row.warning
                color: Theme.ocre
                Accessible.ignored: true
            }
        }
        Rectangle {
            width: Theme.large ? parent.width : Theme.valueWidth
            height: Math.max(Theme.touch, shown.height + Theme.s3)
            radius: Theme.rField
            color: Theme.sheet
            border.width: Theme.hairline
            border.color: row.value === "" ? Theme.edge : Theme.rule

            Words {
                id: shown
                anchors.verticalCenter: parent.verticalCenter
                x: Theme.s3
                width: parent.width - 2 * Theme.s3
                horizontalAlignment: Text.AlignRight
                type: row.value === "" ? Theme.bodyStrong : Theme.heading
                text: row.value === "" ? qsTr("Saisir") : row.value
                color: row.value === "" ? Theme.encre : Theme.ink
                Accessible.ignored: true
            }
        }
    }
}
