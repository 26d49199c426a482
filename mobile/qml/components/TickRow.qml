// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// One planned act: a tap on the box or on the words ticks it, "…" offers the reasons why not.
MarginRow {
    id: row

    property string label
    property string outcome
    property string reason
    property bool editable: true
    property bool mayExplain: row.editable

    signal ticked()
    signal reasonsAsked()

    text: row.reason === "" ? row.label : row.label + ". " + row.reason
    minHeight: Theme.rowTick
    topGap: Theme.s1 + Theme.s1 / 2
    bottomGap: Theme.s1 + Theme.s1 / 2
    rightPadding: Theme.touch + Theme.s2
    pressable: row.editable
    onClicked: row.ticked()
    onPressAndHold: if (row.mayExplain) row.reasonsAsked()

    margin: Tick {
        anchors.centerIn: parent
        enabled: row.editable
        text: row.label
        outcome: row.outcome
        focusPolicy: Qt.NoFocus
        onClicked: row.ticked()
    }

    Words {
        width: parent.width
        text: row.label
        Accessible.ignored: true
    }
    Words {
        width: parent.width
        visible: row.reason !== ""
        type: Theme.metaStrong
        text: row.reason
        color: Theme.ocre
        Accessible.ignored: true
    }

    IconButton {
        parent: row
        anchors.right: parent.right
        anchors.rightMargin: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        visible: row.mayExplain
        iconName: "more_horiz"
        text: qsTr("Pourquoi pas fait\u00a0? %1").arg(row.label)
        onClicked: row.reasonsAsked()
    }
}
