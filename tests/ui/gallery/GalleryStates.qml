// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Liaison

GallerySection {
    title: "Étiquettes et états"

    Flow {
        width: parent.width
        spacing: Theme.s2

        Badge { iconName: "accessibility"; text: "GIR 3"; tone: "encre" }
        Badge { iconName: "report_problem"; text: "Chute hier"; tone: "ocre" }
        Badge { iconName: "healing"; text: "Allergie pénicilline"; tone: "garance" }
        Badge { iconName: "pan_tool"; text: "Précaution contact" }
        Badge { iconName: "call_split"; text: "Deux versions"; tone: "prune" }
        Badge { iconName: "verified"; text: "Validé"; tone: "feuille" }
        Badge { iconName: "reply"; text: "Renvoyé"; tone: "ocre" }
        Badge { iconName: "local_hospital"; text: "Hospitalisée" }
    }
    Flow {
        width: parent.width
        spacing: Theme.s3

        StateLine { iconName: "smartphone"; text: "Sur ce téléphone" }
        StateLine { iconName: "arrow_upward"; text: "Envoyé" }
        StateLine { iconName: "done_all"; text: "Reçu par le centre à 10:42"; tone: "feuille" }
        StateLine { iconName: "cloud_off"; text: "Hors connexion" }
        StateLine { iconName: "visibility"; text: "Vu à 10:40" }
        StateLine { iconName: "verified"; text: "Validé"; tone: "feuille" }
        StateLine { iconName: "radio_button_unchecked"; text: "Prévue" }
        StateLine { iconName: "play_circle_filled"; text: "En cours"; tone: "encre" }
        StateLine { iconName: "check_circle"; text: "Réalisée"; tone: "feuille" }
        StateLine { iconName: "block"; text: "Refus"; tone: "ocre" }
        StateLine { iconName: "event_busy"; text: "Manquée"; tone: "garance" }
        StateLine { iconName: "remove_circle_outline"; text: "Annulée" }
    }
}
