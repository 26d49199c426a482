// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// How far something long has come: words, a share in per cent, a line.
Item {
    id: progress

    property string text
    property string amount
    property real share: 0

    implicitHeight: label.height + Theme.s2 + Theme.progress

    Accessible.role: Accessible.ProgressBar
    Accessible.name: progress.text + " " + progress.amount

    Words {
        id: label
        width: parent.width - figure.width - Theme.s2
        type: Theme.meta
        text: progress.text
        color: Theme.inkSoft
        Accessible.ignored: true
    }
    Words {
        id: figure
        anchors.right: parent.right
        type: Theme.metaStrong
        text: progress.amount
        Accessible.ignored: true
    }
    Rectangle {
        id: track
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.progress
        radius: height / 2
        color: Theme.calmTint
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: Math.max(0, Math.min(1, progress.share)) * track.width
        height: track.height
        radius: height / 2
        color: Theme.encre
    }
}
