// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Liaison

GallerySection {
    id: section
    title: "Cartes, clavier, vide"

    readonly property int half: Theme.large ? 350 : (width - Theme.s4) / 2

    Flow {
        width: parent.width
        spacing: Theme.s4

        Column {
            width: section.half
            spacing: Theme.s4

            VersionCard {
                width: parent.width
                own: true
                initials: "CM"
                who: "Vous"
                moment: "lun. 14 sept. 18:20"
                marked: "2ᵉ étage gauche, code <b>47B12</b>, "
                    + "<b>clé chez la voisine Mme Blanc</b>"
                stateIcon: "done_all"
                stateText: "Reçu par le centre"
                action: "Garder ma version"
            }
            VersionCard {
                width: parent.width
                initials: "NB"
                who: "Nadia Benali, aide-soignante"
                moment: "lun. 14 sept. 17:55"
                marked: "2ᵉ étage gauche, code <b>47B21</b>, <b>interphone en panne</b>"
                stateIcon: "done_all"
                stateText: "Reçu par le centre"
                action: "Prendre celle de Nadia"
            }
            EmptyState {
                width: parent.width
                title: "Rien à traiter"
                words: "Ce qui revient du centre apparaîtra ici."
            }
        }
        Column {
            width: section.half
            spacing: Theme.s4

            Rectangle {
                width: parent.width
                height: pad.height + 2 * Theme.s3
                color: Theme.well
                NumberPad {
                    id: pad
                    x: Theme.s3
                    y: Theme.s3
                    width: parent.width - 2 * x
                    leftText: "Effacer"
                }
            }
            OptionRow { iconName: "block"; text: "Refus de la personne" }
            OptionRow { iconName: "schedule"; text: "Reporté"; chosen: true }
            OptionRow { iconName: "language"; text: "Langue"; value: "Français"; leads: true }
            Row {
                spacing: Theme.s3
                Avatar { initials: "CM"; strong: true }
                Avatar { initials: "NB" }
                Avatar { initials: "TR"; quiet: true }
            }
        }
    }
}
