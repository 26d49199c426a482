// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// What must be known before the door opens: a sign and two words on their tint.
/// `tone` is one of calm, encre, feuille, ocre, garance, prune.
Rectangle {
    id: badge

    property string iconName
    property string text
    property string tone: "calm"

    readonly property color words: Tones.words(badge.tone)

    implicitWidth: label.x + Math.ceil(label.implicitWidth) + Theme.s2 + Theme.stroke
    implicitHeight: Math.max(Theme.badge, label.implicitHeight + Theme.s2)
    radius: Theme.rBadge
    color: Tones.ground(badge.tone)
    border.width: Theme.highContrast ? Theme.hairline : 0
    border.color: badge.words

    Accessible.role: Accessible.StaticText
    Accessible.name: badge.text

    Icon {
        id: sign
        x: Theme.s2
        y: (Math.min(badge.height, Math.max(Theme.badge, Theme.meta.lineHeight + Theme.s2))
            - height) / 2
        size: Theme.iconSmall
        name: badge.iconName
        color: badge.words
    }
    Words {
        id: label
        x: sign.x + sign.width + Theme.s2 - Theme.s1 / 2
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(Math.ceil(implicitWidth), Math.max(0, badge.width - x - Theme.s2))
        type: Theme.metaStrong
        text: badge.text
        color: badge.words
        Accessible.ignored: true
    }
}
