// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Liaison.ViewModels

/// Where everything is: what waits on this phone, what the centre has received, when it last was
/// in contact.
MarginPage {
    id: page

    required property SyncViewModel sync

    title: qsTr("Envois et réceptions")

    head: PageHeader {
        title: page.title
        onLeave: page.leave()
    }

    Item {
        width: parent.width
        height: summary.height + Theme.s4

        Rectangle { width: parent.width; height: parent.height; color: Theme.paper }
        Column {
            id: summary
            x: Theme.pageMargin
            width: parent.width - 2 * x
            spacing: Theme.s3

            Item {
                width: parent.width
                height: Math.max(disc.height, words.height)
                Rectangle {
                    id: disc
                    width: Theme.avatarLarge + Theme.s2
                    height: width
                    radius: width / 2
                    color: Theme.calmTint
                    Icon {
                        anchors.centerIn: parent
                        size: Theme.iconDisc
                        name: page.sync.icon
                    }
                }
                Column {
                    id: words
                    x: disc.width + Theme.s4
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - x
                    Words { width: parent.width; type: Theme.heading; text: page.sync.waitingText }
                    Words { width: parent.width; text: page.sync.contactText; color: Theme.inkSoft }
                }
            }
            Words { width: parent.width; visible: text !== ""; text: page.sync.explanation }
            Banner {
                width: parent.width
                visible: text !== ""
                iconName: "schedule"
                tone: "ocre"
                text: page.sync.clockTitle
                words: page.sync.clockText
            }
            ProgressLine {
                width: parent.width
                visible: text !== ""
                text: page.sync.receivingText
                amount: page.sync.receivingAmount
                share: page.sync.receivingShare
            }
            TonalButton {
                width: parent.width
                iconName: "sync"
                text: page.sync.tryText
                onClicked: page.sync.tryNow()
            }
        }
    }
    Rule { full: true }
    SectionHeader { title: qsTr("Sur ce téléphone"); quiet: true }
    Rule {}
    Repeater {
        model: page.sync.waiting
        SyncRow {
            required property var model
            width: parent.width
            hour: model.hour
            title: model.title
            words: model.words
            iconName: model.icon
            tone: model.tone
        }
    }
    Words {
        x: Theme.marginColumn + Theme.afterLine
        width: parent.width - x - Theme.pageMargin
        visible: page.sync.nothingWaits
        topPadding: Theme.s3
        bottomPadding: Theme.s3
        text: qsTr("Tout ce que vous avez écrit est au centre.")
        color: Theme.inkSoft
    }
    SectionHeader { title: qsTr("Derniers échanges"); quiet: true }
    Rule {}
    Repeater {
        model: page.sync.exchanges
        SyncRow {
            required property var model
            width: parent.width
            hour: model.hour
            title: model.title
            words: model.words
            iconName: model.icon
            tone: model.tone
        }
    }
    Words {
        x: Theme.marginColumn + Theme.afterLine
        width: parent.width - x - Theme.pageMargin
        topPadding: Theme.s4
        bottomPadding: Theme.s4
        type: Theme.meta
        text: page.sync.sizeText
        color: Theme.inkFaint
    }
}
