// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Liaison.ViewModels

/// All persons of the centre that the member may see; a few letters are enough to find one.
MarginList {
    id: page

    required property PersonsViewModel persons

    title: qsTr("Personnes")
    rows: page.persons.persons

    head: [
        TitleHead { title: page.title },
        TextField {
            x: Theme.pageMargin
            width: parent.width - 2 * x
            iconName: "search"
            label: qsTr("Chercher une personne")
            placeholderText: qsTr("Nom, prénom, commune")
            text: page.persons.search
            inputMethodHints: Qt.ImhNoPredictiveText
            onEdited: text => page.persons.search = text
        },
        Words {
            x: Theme.pageMargin
            width: parent.width - 2 * x
            type: Theme.meta
            text: page.persons.countText
            color: Theme.inkFaint
            topPadding: Theme.s2
            bottomPadding: Theme.s2
        },
        Rule {}
    ]

    row: MarginRow {
        id: row
        required property int index
        required property var model

        width: ListView.view.width
        text: row.model.name + ", " + row.model.details
        rightPadding: Theme.pageMargin
        selected: Theme.wide && row.model.current === true
        onClicked: page.persons.openPerson(row.index)

        margin: Avatar {
            anchors.centerIn: parent
            initials: row.model.initials
            quiet: true
        }

        Words {
            width: parent.width
            type: Theme.name
            text: row.model.name
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: row.model.details
            color: Theme.inkSoft
            Accessible.ignored: true
        }
        Item { width: 1; height: Theme.s1; visible: chips.visible }
        Badges {
            id: chips
            width: parent.width
            model: row.model.badges
            most: Theme.large ? 99 : 2
        }
    }

    empty: EmptyState {
        width: parent.width
        iconName: "search"
        title: page.persons.search === "" ? qsTr("Aucune personne") : qsTr("Personne à ce nom")
        words: page.persons.search === ""
            ? qsTr("Les personnes du centre apparaîtront ici dès leur réception.")
            : qsTr("Essayez quelques lettres du nom, du prénom ou de la commune.")
    }
}
