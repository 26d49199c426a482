// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// One of the versions nobody has chosen between yet: who, when, the words, and a way to keep it.
/// `marked` is rich text made by the view model: escaped words, changed ones in `<b>`.
Rectangle {
    id: card

    property string initials
    property string who
    property string moment
    property string marked
    property string stateIcon
    property string stateText
    property bool own: false
    property bool settleable: true
    property string action

    readonly property string changed: "<span style='font-weight:600;color:" + Theme.prune
        + ";background-color:" + Theme.pruneTint + "'>"

    signal kept()

    implicitHeight: column.height + 2 * Theme.s4
    radius: Theme.rCard
    color: Theme.sheet
    border.width: Theme.hairline
    border.color: Theme.rule

    Accessible.role: Accessible.Grouping
    Accessible.name: card.who + ", " + card.moment

    Column {
        id: column
        x: Theme.s4
        y: Theme.s4
        width: parent.width - 2 * x
        spacing: Theme.s3

        Item {
            width: parent.width
            height: Math.max(face.height, names.height)

            Avatar { id: face; initials: card.initials; quiet: !card.own }
            Column {
                id: names
                x: face.width + Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - Theme.iconLarge - Theme.s2
                Words { width: parent.width; type: Theme.bodyStrong; text: card.who }
                Words {
                    width: parent.width
                    type: Theme.meta
                    text: card.moment
                    color: Theme.inkSoft
                }
            }
            Icon {
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                name: card.stateIcon
                Accessible.ignored: false
                Accessible.role: Accessible.StaticText
                Accessible.name: card.stateText
            }
        }
        Words {
            width: parent.width
            type: Theme.compared
            textFormat: Text.RichText
            lineHeightMode: Text.ProportionalHeight
            lineHeight: 1
            topPadding: 0
            bottomPadding: 0
            text: "<p style='line-height:118%'>"
                + card.marked.replace(/<b>/g, card.changed).replace(/<\/b>/g, "</span>") + "</p>"
        }
        TonalButton {
            width: parent.width
            visible: card.settleable
            text: card.action
            onClicked: card.kept()
        }
    }
}
