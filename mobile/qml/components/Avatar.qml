// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The initials of a member in a circle; `strong` for oneself or the chosen one.
Rectangle {
    id: avatar

    property string initials
    property bool strong: false
    property bool quiet: false
    property int size: Theme.avatar

    implicitWidth: Math.round(avatar.size * Math.min(Theme.textScale, 1.5))
    implicitHeight: implicitWidth
    radius: width / 2
    color: avatar.strong ? Theme.encre : avatar.quiet ? Theme.calmTint : Theme.encreTint

    Accessible.ignored: true

    Words {
        anchors.centerIn: parent
        type: avatar.size > Theme.avatar ? Theme.bodyStrong : Theme.metaStrong
        text: avatar.initials
        color: avatar.strong ? Theme.overEncre : avatar.quiet ? Theme.inkSoft : Theme.encre
        Accessible.ignored: true
    }
}
