// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// What just happened, and the way back, for as long as the page says.
Rectangle {
    id: bar

    property string text
    property string action
    property string iconName: "check_circle"

    /// In large writing the way back stands under the words.
    readonly property bool stacked: Theme.large && bar.action !== ""

    signal acted()

    implicitWidth: Theme.snackbarWidth
    implicitHeight: bar.stacked ? label.height + Theme.s4 + undo.height
        : Math.max(Theme.primary, label.height + Theme.s4, undo.height)
    radius: Theme.rButton
    color: Theme.ink

    Accessible.role: Accessible.AlertMessage
    Accessible.name: bar.text

    Icon {
        id: sign
        x: Theme.s4
        anchors.verticalCenter: label.verticalCenter
        name: bar.iconName
        color: Theme.paper
    }
    Words {
        id: label
        x: sign.x + sign.width + Theme.s3
        y: bar.stacked ? Theme.s3 : (parent.height - height) / 2
        width: (bar.stacked ? parent.width - Theme.s2 : undo.x) - x - Theme.s2
        type: Theme.bodyMedium
        text: bar.text
        color: Theme.paper
        Accessible.ignored: true
    }
    PushButton {
        id: undo
        anchors.right: parent.right
        anchors.rightMargin: Theme.s2
        y: bar.stacked ? parent.height - height - Theme.s1 : (parent.height - height) / 2
        visible: bar.action !== ""
        sidePadding: Theme.s3 + Theme.stroke
        text: bar.action
        words: Theme.paper
        wordsPressed: Theme.paper
        underlined: true
        onClicked: bar.acted()
    }
}
