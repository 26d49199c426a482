// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// Where a thing is, or how it went: a sign, words and a colour that say the same.
Item {
    id: line

    property string iconName
    property string text
    property string tone: "calm"
    property string iconTone: line.tone
    property TypeToken type: Theme.metaMedium
    property int iconSize: line.type.size > 14 ? Theme.icon : Theme.iconSmall

    visible: line.text !== ""
    implicitWidth: label.x + Math.ceil(label.implicitWidth)
    implicitHeight: label.implicitHeight

    Accessible.role: Accessible.StaticText
    Accessible.name: line.text

    Icon {
        id: sign
        y: (line.type.lineHeight - height) / 2
        visible: line.iconName !== ""
        size: line.iconSize
        name: line.iconName
        color: Tones.words(line.iconTone)
    }
    Words {
        id: label
        x: sign.visible ? sign.width + Theme.s1 + Theme.s1 / 2 : 0
        width: Math.min(Math.ceil(implicitWidth), Math.max(0, line.width - x))
        type: line.type
        text: line.text
        color: Tones.words(line.tone)
        Accessible.ignored: true
    }
}
