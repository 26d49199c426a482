// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Liaison

GallerySection {
    id: section
    title: "Champs"

    readonly property int third: Theme.large ? width : (width - 2 * Theme.s3) / 3

    Flow {
        width: parent.width
        spacing: Theme.s3

        FieldBox {
            width: section.third
            label: "Vide"
            TextField { width: parent.width; label: "Vide"; placeholderText: "Ex. 54,2" }
        }
        FieldBox {
            width: section.third
            label: "Écrit"
            TextField { width: parent.width; label: "Écrit"; text: "54,2" }
        }
        FieldBox {
            width: section.third
            label: "Rempli"
            note: "avant 55,5 kg, 14 août"
            TextField { width: parent.width; label: "Rempli"; text: "54,2 kg" }
        }
        FieldBox {
            width: section.third
            label: "À vérifier"
            severity: "error"
            note: "Entre 25 et 250 kg"
            TextField {
                width: parent.width; label: "À vérifier"; text: "452 kg"; severity: "error"
            }
        }
        FieldBox {
            width: section.third
            label: "Hors limite"
            severity: "warning"
            note: "Au-dessus de 150"
            TextField {
                width: parent.width; label: "Hors limite"; text: "152/84"; severity: "warning"
            }
        }
        FieldBox {
            width: section.third
            label: "Inactif"
            note: "Clos le 11 sept."
            TextField {
                width: parent.width; label: "Inactif"; enabled: false; placeholderText: "Plan clos"
            }
        }
        FieldBox {
            width: section.width
            label: "Données"
            TextArea {
                width: parent.width
                label: "Données"
                given: "Genou droit douloureux à la marche depuis dimanche. Pas de rougeur, calmé "
                    + "en position assise."
            }
        }
        TextField {
            width: section.width; iconName: "search"; placeholderText: "Chercher une personne"
        }
    }
    Words { width: parent.width; type: Theme.heading; text: "Choix" }
    Flow {
        width: parent.width
        spacing: Theme.s2

        Chip { text: "Chute" }
        Chip { text: "Douleur"; chosen: true }
        Chip { text: "Appuyé"; down: true }
        Chip { text: "Inactif"; enabled: false }
        Chip { text: "16 autres"; iconName: "search"; opens: true }
    }
    Flow {
        width: parent.width
        spacing: Theme.s4

        YesNo { answer: "yes"; label: "Chute" }
        Switch { text: "Urgent" }
        Switch { text: "Urgent"; checked: true }
        RadioButton { text: "Reporté" }
        RadioButton { text: "Refus"; checked: true }
        Tick { text: "Toilette" }
        Tick { text: "Toilette"; outcome: "done" }
        Tick { text: "Toilette"; outcome: "refused" }
    }
    Segmented {
        width: parent.width
        label: "Position"
        labels: ["Assise", "Couchée", "Debout"]
        current: 0
    }
}
