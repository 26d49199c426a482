// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Liaison

GallerySection {
    id: section
    title: "Barres"

    readonly property list<string> places: ["Aujourd’hui", "Personnes", "Saisir", "À traiter",
        "Plus"]
    readonly property list<string> signs: ["today", "people", "add", "inbox", "more_horiz"]

    Column {
        width: 390
        PageHeader {
            title: "Mme Simone Rouchon"
            stateIcon: "check"
            stateText: "Enregistré sur ce téléphone"
            Column {
                Words { type: Theme.heading; text: "24 min" }
                Words { type: Theme.meta; text: "depuis 10:18"; color: Theme.inkSoft }
            }
        }
        Dock {
            width: parent.width
            Row {
                width: parent.width
                DockTool { iconName: "report_problem"; text: "Incident" }
                DockTool { iconName: "photo_camera"; text: "Photo" }
                PrimaryButton { text: "Terminer" }
            }
        }
        BottomBar {
            width: parent.width
            labels: section.places
            icons: section.signs
            count: 3
        }
    }
    NavRail {
        height: 480
        labels: section.places
        icons: section.signs
        current: 1
        counted: 3
        count: 12
        memberName: "Sophie Garrigue"
        memberInitials: "SG"
        contact: "Centre joint, 10:42"
    }
}
