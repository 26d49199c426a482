// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// The name of the product beside its sign: a page with its margin line.
Item {
    id: mark

    implicitWidth: page.width + Theme.s3 + label.implicitWidth
    implicitHeight: Math.max(page.height, label.height)

    Accessible.role: Accessible.StaticText
    Accessible.name: "Liaison"

    Rectangle {
        id: page
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.markSize
        height: Theme.markSize
        radius: Theme.rTick
        color: Theme.sheet
        border.width: Theme.stroke
        border.color: Theme.encre

        Rectangle {
            x: Theme.s2
            y: Theme.stroke
            width: Theme.stroke
            height: parent.height - 2 * y
            color: Theme.marge
        }
        Repeater {
            model: 2
            Rectangle {
                required property int index
                x: Theme.s3
                y: Theme.s2 + Theme.hairline + index * (Theme.s1 + Theme.stroke)
                width: index === 0 ? Theme.s2 + Theme.stroke : Theme.s2 - Theme.stroke
                height: Theme.stroke
                color: Theme.encre
            }
        }
    }
    Words {
        id: label
        anchors.left: page.right
        anchors.leftMargin: Theme.s2 + Theme.stroke
        anchors.verticalCenter: parent.verticalCenter
        type: Theme.heading
        text: "Liaison"
        Accessible.ignored: true
    }
}
