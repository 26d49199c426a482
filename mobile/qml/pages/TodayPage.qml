// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Liaison.ViewModels

/// The visits of a day, in order, with what must be known before each door.
/// Components are not bound here: a list view of Qt 6.4 cannot make a bound footer.
MarginList {
    id: page

    required property TodayViewModel today

    title: page.today.title
    rows: page.today.visits

    head: [
        TitleHead {
            title: page.today.title
            above: page.today.dateText

            IconButton {
                iconName: "chevron_left"
                text: qsTr("Jour précédent")
                onClicked: page.today.showPreviousDay()
            }
            IconButton {
                iconName: "chevron_right"
                text: qsTr("Jour suivant")
                onClicked: page.today.showNextDay()
            }
        },
        Banner {
            x: Theme.pageMargin
            width: parent.width - 2 * x
            iconName: page.today.waitingIcon
            text: page.today.waitingText
            trailing: page.today.contactText
            leads: true
            onClicked: page.today.openSync()
        },
        ProgressLine {
            x: Theme.pageMargin
            width: parent.width - 2 * x
            visible: text !== ""
            text: page.today.receivingText
            amount: page.today.receivingAmount
            share: page.today.receivingShare
        },
        Item { width: 1; height: Theme.s3 },
        Rule {}
    ]

    row: VisitRow {
        id: row
        required property int index
        required property var model

        width: ListView.view.width
        hour: row.model.hour
        person: row.model.person
        phase: row.model.phase
        stateIcon: row.model.stateIcon
        stateText: row.model.stateText
        stateTone: row.model.stateTone
        ringIcon: row.model.ringIcon
        ringText: row.model.ringText
        ringTone: row.model.ringTone
        purpose: row.model.purpose
        place: row.model.place
        badges: row.model.badges
        actionText: row.model.actionText
        onOpened: page.today.openVisit(row.index)
    }

    foot: MarginRow {
        width: page.list.width
        ruled: false
        text: qsTr("Visite non prévue")
        onClicked: page.today.addVisit()

        StateLine {
            width: parent.width
            type: Theme.bodyStrong
            iconName: "add"
            text: qsTr("Visite non prévue")
            tone: "encre"
            Accessible.ignored: true
        }
    }

    DragHandler {
        target: null
        yAxis.enabled: false
        grabPermissions: PointerHandler.CanTakeOverFromAnything
        onActiveChanged: if (!active) page.turn(centroid.position.x - centroid.pressPosition.x)
    }

    /// A swipe to the left shows the next day, to the right the one before.
    function turn(distance: real) {
        if (distance < -2 * Theme.touch) page.today.showNextDay();
        if (distance > 2 * Theme.touch) page.today.showPreviousDay();
    }
}
