// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Liaison.ViewModels

/// A person: who they are, what must be known, what happened, who is around them.
MarginPage {
    id: page

    required property PersonViewModel person

    property int tab: 0

    title: page.person.name

    head: [
        Item {
            width: parent.width
            height: Theme.touch + Theme.s5
            IconButton {
                x: Theme.pageMargin - Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                iconName: "arrow_back"
                text: qsTr("Retour")
                onClicked: page.leave()
            }
            IconButton {
                anchors.right: parent.right
                anchors.rightMargin: Theme.pageMargin - Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                visible: page.person.phone !== ""
                iconName: "call"
                text: qsTr("Appeler %1").arg(page.person.name)
                onClicked: Qt.openUrlExternally("tel:" + page.person.phone)
            }
        }
    ]

    Rectangle {
        width: parent.width
        height: identity.height
        color: Theme.paper

        Column {
            id: identity
            x: Theme.pageMargin
            width: parent.width - 2 * x

            Words { width: parent.width; type: Theme.title; text: page.person.name }
            Words {
                width: parent.width
                text: page.person.identityLine
                color: Theme.inkSoft
            }
            Item { width: 1; height: Theme.s2 }
            Badges { width: parent.width; model: page.person.badges }
            Item { width: 1; height: Theme.s3 }
            Banner {
                width: parent.width
                visible: page.person.disputedCount > 0
                tone: "prune"
                iconName: "call_split"
                text: page.person.disputedText
                leads: true
                onClicked: page.person.openVersions()
            }
            Item { width: 1; height: Theme.s2 }
        }
    }
    TabRow {
        labels: [qsTr("Fil"), qsTr("Fiche"), qsTr("Contacts")]
        current: page.tab
        onChosen: index => page.tab = index
    }

    Column {
        width: parent.width
        visible: page.tab === 0

        Repeater {
            model: page.tab === 0 ? page.person.timeline : null

            EntryRow {
                required property int index
                required property var model
                width: parent.width
                hour: model.day
                under: model.hour
                title: model.title
                words: model.words
                author: model.author
                stateIcon: model.stateIcon
                stateText: model.stateText
                stateTone: model.stateTone
                picture: model.picture
                leads: true
                onClicked: page.person.openEntry(index)
            }
        }
        EmptyState {
            x: Theme.marginColumn + Theme.afterLine
            width: parent.width - x - Theme.pageMargin
            visible: page.person.timelineEmpty
            topPadding: Theme.s8
            iconName: "notes"
            title: qsTr("Rien d’écrit encore")
            words: qsTr("Visites, transmissions et mesures apparaîtront ici.")
        }
    }

    Column {
        width: parent.width
        visible: page.tab === 1

        Repeater {
            model: page.tab === 1 ? page.person.fields : null

            EntryRow {
                required property int index
                required property var model
                width: parent.width
                sign: model.disputed ? "call_split" : ""
                signTone: "prune"
                title: model.label
                words: model.value
                author: model.author
                leads: model.editable
                onClicked: page.person.editField(index)
            }
        }
    }

    Column {
        width: parent.width
        visible: page.tab === 2

        Repeater {
            model: page.tab === 2 ? page.person.contacts : null

            EntryRow {
                id: contact
                required property int index
                required property var model
                width: parent.width
                sign: "person"
                title: model.name
                words: model.relation
                author: model.phone
                leads: model.phone !== ""
                onClicked: Qt.openUrlExternally("tel:" + model.phone)
            }
        }
        EmptyState {
            x: Theme.marginColumn + Theme.afterLine
            width: parent.width - x - Theme.pageMargin
            visible: page.person.contactsEmpty
            topPadding: Theme.s8
            iconName: "people"
            title: qsTr("Aucun contact")
            words: qsTr("Les aidants et les proches apparaîtront ici.")
        }
    }

    PictureView {
        address: page.person.picture
        caption: page.person.pictureCaption
        onLeft: page.person.closePicture()
    }

    dock: Dock {
        width: page.width
        PrimaryButton {
            width: parent.width
            iconName: "play_arrow"
            text: page.person.visitAction
            onClicked: page.person.startVisit()
        }
    }
}
