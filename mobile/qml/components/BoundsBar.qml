// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The bounds of the person as a green stretch on a bar, and where the value stands. All numbers
/// are shares of the bar, 0 to 1; the words under it are given.
Item {
    id: bar

    property real low: 0
    property real high: 1
    property real mark: -1
    property bool outside: false
    property string lowText
    property string highText
    property string source

    implicitHeight: sourceWords.y + sourceWords.height

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Limites\u00a0: %1 à %2. %3").arg(bar.lowText).arg(bar.highText)
        .arg(bar.source)

    Rectangle {
        id: track
        y: Theme.s2
        width: parent.width
        height: Theme.s2
        radius: height / 2
        color: Theme.calmTint
    }
    Rectangle {
        x: bar.low * bar.width
        y: track.y
        width: Math.max(0, (bar.high - bar.low) * bar.width)
        height: track.height
        color: Theme.feuille
    }
    Rectangle {
        visible: bar.mark >= 0
        x: Math.max(0, Math.min(1, bar.mark)) * (bar.width - width)
        width: Theme.s1 + Theme.stroke
        height: Theme.s6
        radius: width / 2
        color: bar.outside ? Theme.ocre : Theme.ink
    }
    Words {
        id: lowWords
        x: Math.max(0, Math.min(bar.low * bar.width - width / 2,
            bar.width - width - highWords.width - Theme.s2))
        y: track.y + track.height + Theme.s2
        type: Theme.meta
        text: bar.lowText
        color: Theme.inkSoft
        Accessible.ignored: true
    }
    Words {
        id: highWords
        x: Math.max(lowWords.x + lowWords.width + Theme.s2,
            Math.min(bar.width - width, bar.high * bar.width - width / 2))
        y: lowWords.y
        type: Theme.meta
        text: bar.highText
        color: Theme.inkSoft
        Accessible.ignored: true
    }
    Words {
        id: sourceWords
        y: lowWords.y + lowWords.height
        width: bar.width
        type: Theme.meta
        text: bar.source
        color: Theme.inkSoft
        Accessible.ignored: true
    }
}
