// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Liaison.ViewModels

/// Several versions of one field, written by people who did not see each other: same size, same
/// weight, no suggestion.
MarginPage {
    id: page

    required property VersionsViewModel versions

    title: page.versions.field
    lined: false

    head: Item {
        width: parent.width
        height: Math.max(Theme.touch, step.height) + Theme.s4
        IconButton {
            x: Theme.pageMargin - Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            iconName: "arrow_back"
            text: qsTr("Retour")
            onClicked: page.leave()
        }
        Words {
            id: step
            anchors.right: parent.right
            anchors.rightMargin: Theme.pageMargin
            anchors.verticalCenter: parent.verticalCenter
            type: Theme.metaMedium
            text: page.versions.stepText
            color: Theme.inkSoft
        }
    }

    Column {
        x: Theme.pageMargin
        width: Math.min(parent.width, Theme.readingWidth + 2 * Theme.pageMargin) - 2 * x
        bottomPadding: Theme.s4

        StateLine {
            width: parent.width
            type: Theme.bodyStrong
            iconName: "call_split"
            text: qsTr("Deux versions")
            tone: "prune"
        }
        Words { width: parent.width; type: Theme.title; text: page.versions.field }
        Words { width: parent.width; text: page.versions.subject; color: Theme.inkSoft }
        Item { width: 1; height: Theme.s2 }
        Words { width: parent.width; text: page.versions.explanation }
        Item { width: 1; height: Theme.s3 }
        Repeater {
            model: page.versions.versions

            Column {
                id: place
                required property int index
                required property var model
                width: parent.width
                bottomPadding: Theme.s3

                VersionCard {
                    width: parent.width
                    own: place.model.own
                    initials: place.model.initials
                    who: place.model.who
                    moment: place.model.moment
                    marked: place.model.marked
                    stateIcon: place.model.stateIcon
                    stateText: place.model.stateText
                    settleable: page.versions.editable
                    action: place.model.actionText
                    onKept: page.versions.keep(place.index)
                }
            }
        }
        Item {
            width: parent.width
            height: before.height
            visible: page.versions.beforeText !== ""
            Icon { id: clock; x: Theme.s4; y: Theme.stroke; name: "history" }
            Column {
                id: before
                x: clock.x + clock.width + Theme.s3
                width: parent.width - x
                Words { width: parent.width; text: page.versions.beforeText; color: Theme.inkSoft }
                Words {
                    width: parent.width
                    type: Theme.meta
                    text: page.versions.beforeAuthor
                    color: Theme.inkFaint
                }
            }
        }
        Words {
            width: parent.width
            visible: !page.versions.editable
            text: qsTr("Seules les personnes qui peuvent écrire ce champ peuvent choisir. Votre "
                + "responsable le verra aussi.")
            color: Theme.inkSoft
        }
    }

    dock: Dock {
        width: page.width
        Flow {
            width: parent.width
            spacing: Theme.s3
            OutlineButton {
                width: Theme.large ? parent.width : (parent.width - Theme.s3) / 2
                visible: page.versions.mergeable && page.versions.editable
                text: qsTr("Garder les deux")
                onClicked: page.versions.keepAll()
            }
            TextAction {
                width: Theme.large ? parent.width : (parent.width - Theme.s3) / 2
                text: qsTr("Plus tard")
                onClicked: page.versions.later()
            }
        }
    }
}
