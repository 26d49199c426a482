// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// A line of badges that wraps. `model` rows have `icon`, `text` and `tone`; what goes beyond
/// `most` is said as a number.
Flow {
    id: badges

    property alias model: repeater.model
    property int most: 99

    spacing: Theme.s2
    visible: repeater.count > 0

    Repeater {
        id: repeater

        Badge {
            required property int index
            required property var model
            readonly property var badge: model.modelData ?? model

            visible: index < badges.most
            width: Math.min(implicitWidth, badges.width)
            iconName: badge.icon
            text: badge.text
            tone: badge.tone
        }
    }
    Badge {
        visible: repeater.count > badges.most
        iconName: "add"
        text: repeater.count - badges.most
    }
}
