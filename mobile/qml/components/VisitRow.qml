// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A visit of the day. The past is small and quiet, the present is the largest thing on the page.
/// `phase` is one of past, now, next, off.
MarginRow {
    id: row

    property string person
    property string phase: "next"
    property string stateIcon
    property string stateText
    property string stateTone: "calm"
    property string ringIcon
    property string ringText
    property string ringTone: "edge"
    property string purpose
    property string place
    property string actionText
    property var badges: null

    readonly property bool past: row.phase === "past"
    readonly property bool off: row.phase === "off"

    signal opened()

    text: [row.hour, row.person, row.stateText, row.ringText, row.purpose].filter(w => w !== "")
        .join(", ")
    here: row.phase === "now"
    fullRule: row.here
    hourType: row.past ? Theme.body : Theme.bodyStrong
    hourColor: row.past || row.off ? Theme.inkFaint : Theme.ink
    minHeight: row.past ? Theme.rowPast : Theme.row
    topGap: row.here ? Theme.s4 - Theme.stroke : Theme.s3
    bottomGap: row.here ? Theme.s4 - Theme.stroke : chips.visible ? Theme.s5 : Theme.s3
    rightPadding: Theme.pageMargin
    onClicked: row.opened()

    Words {
        width: parent.width - (ring.visible ? ring.width + Theme.s3 : 0)
        type: row.past ? Theme.body : row.here ? Theme.heading : Theme.name
        text: row.person
        color: row.past || row.off ? Theme.inkSoft : Theme.ink
        Accessible.ignored: true
    }
    StateLine {
        width: parent.width - (ring.visible && !row.here ? ring.width + Theme.s3 : 0)
        type: row.here ? Theme.bodyStrong : Theme.metaMedium
        iconName: row.stateIcon
        text: row.stateText
        tone: row.stateTone
        Accessible.ignored: true
    }
    Words {
        width: parent.width - (ring.visible && !row.here ? ring.width + Theme.s3 : 0)
        visible: text !== "" && !row.past && !row.off
        text: row.purpose
        color: Theme.inkSoft
        Accessible.ignored: true
    }
    StateLine {
        width: parent.width
        visible: text !== "" && !row.past && !row.off
        type: Theme.meta
        iconName: "place"
        text: row.place
        Accessible.ignored: true
    }
    Item {
        width: 1
        height: Theme.s2
        visible: chips.visible || action.visible
    }
    Badges {
        id: chips
        width: parent.width
        model: row.past || row.off ? null : row.badges
        most: Theme.large ? 99 : 2
    }
    Item {
        width: 1
        height: Theme.s2
        visible: action.visible && chips.visible
    }
    PrimaryButton {
        id: action
        width: parent.width
        visible: row.here && row.actionText !== ""
        drawn: Theme.control
        text: row.actionText
        onClicked: row.opened()
    }

    Icon {
        id: ring
        parent: row
        x: parent.width - width - Theme.pageMargin
        y: row.past || row.off ? (row.height - height) / 2 : Theme.s3
        visible: row.ringIcon !== "" && !row.here
        size: Theme.iconLarge
        name: row.ringIcon
        color: Tones.words(row.ringTone)
    }
}
