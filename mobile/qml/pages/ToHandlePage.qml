// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Liaison.ViewModels

/// What needs a person: each row says in one sentence what to do.
MarginList {
    id: page

    required property ToHandleViewModel toHandle

    title: qsTr("À traiter")
    rows: page.toHandle.items

    head: [ TitleHead { title: page.title }, Rule { full: true } ]

    row: MarginRow {
        id: row
        required property int index
        required property var model
        readonly property bool isChoice: (row.model.leaveText ?? "") !== ""

        width: ListView.view.width
        sign: row.model.icon
        signTone: row.model.tone
        rightPadding: Theme.pageMargin
        pressable: !row.isChoice
        text: [row.model.what, row.model.person, row.model.words, row.model.actionText].join(", ")
        onClicked: page.toHandle.handle(row.index)

        Item {
            width: parent.width
            height: Theme.large ? what.height + day.height : Math.max(what.height, day.height)
            Words {
                id: what
                width: parent.width - (Theme.large ? 0 : day.width + Theme.s2)
                type: Theme.metaStrong
                text: row.model.what
                color: Tones.words(row.model.tone)
                Accessible.ignored: true
            }
            Words {
                id: day
                x: Theme.large ? 0 : parent.width - width
                y: Theme.large ? what.height : 0
                type: Theme.meta
                text: row.model.day
                color: Theme.inkFaint
                Accessible.ignored: true
            }
        }
        Words {
            width: parent.width
            type: Theme.name
            text: row.model.person
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            text: row.model.words
            color: Theme.inkSoft
            Accessible.ignored: true
        }
        Item { width: 1; height: Theme.s2 }
        Row {
            width: parent.width
            visible: !row.isChoice
            spacing: Theme.s1
            Words {
                width: Math.min(Math.ceil(implicitWidth), parent.width - Theme.icon - Theme.s1)
                type: Theme.bodyStrong
                text: row.model.actionText
                color: Theme.encre
                Accessible.ignored: true
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "chevron_right"
                color: Theme.encre
            }
        }
        Flow {
            width: parent.width
            visible: row.isChoice
            spacing: Theme.s2
            TonalButton {
                text: row.model.actionText
                onClicked: page.toHandle.handle(row.index)
            }
            TextAction {
                text: row.model.leaveText ?? ""
                onClicked: page.toHandle.leave(row.index)
            }
        }
    }

    overlay: [
        Snackbar {
            width: Math.min(parent.width, Theme.snackbarWidth)
            visible: page.toHandle.undoText !== ""
            text: page.toHandle.undoText
            action: qsTr("Annuler")
            onActed: page.toHandle.undo()
        },
        Snackbar {
            width: Math.min(parent.width, Theme.snackbarWidth)
            visible: page.toHandle.problem !== "" && page.toHandle.undoText === ""
            iconName: "error_outline"
            text: page.toHandle.problem
        }
    ]

    empty: EmptyState {
        width: parent.width
        title: qsTr("Rien à traiter")
        words: qsTr("Ce qui revient du centre apparaîtra ici.")
    }
}
