// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The ring that says where the keyboard is: around the rectangle it fills, or, where a row runs
/// from edge to edge, `inside` it.
Rectangle {
    id: ring

    property bool shown: false
    property bool inside: false
    property real around: Theme.rButton

    anchors.fill: parent
    anchors.margins: ring.inside ? Theme.focusGap : -(Theme.focusGap + Theme.focusWidth)
    visible: ring.shown
    radius: ring.inside ? Theme.rField : ring.around + Theme.focusGap + Theme.focusWidth
    color: Theme.clear
    border.width: Theme.focusWidth
    border.color: Theme.encre
}
