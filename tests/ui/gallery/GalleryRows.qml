// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Liaison

GallerySection {
    id: section
    title: "Lignes, la marge porte l’heure et l’état"

    Column {
        width: parent.width

        Rule { full: true }
        MarginRow {
            hour: "08:00"
            hourType: Theme.bodyMedium
            hourColor: Theme.inkFaint
            minHeight: Theme.rowPast
            text: "Mme Jeanne Delpech"
            Words { width: parent.width; type: Theme.bodyMedium; text: "Mme Jeanne Delpech"
                color: Theme.inkSoft }
            StateLine { width: parent.width; iconName: "done_all"
                text: "Reçue par le centre à 08:33"; tone: "faint" }
        }
        MarginRow {
            hour: "10:15"
            here: true
            text: "Mme Simone Rouchon"
            Words { width: parent.width; type: Theme.heading; text: "Mme Simone Rouchon" }
            StateLine { width: parent.width; type: Theme.bodyStrong; iconName: "play_circle_filled"
                text: "En cours depuis 24 min"; tone: "encre" }
        }
        MarginRow {
            hour: "11:30"
            down: true
            text: "M. André Castang"
            Words { width: parent.width; type: Theme.name; text: "M. André Castang" }
            Words { width: parent.width; text: "Pansement du talon, poids"; color: Theme.inkSoft }
        }
        TickRow { label: "Marche jusqu’au jardin" }
        TickRow { label: "Prise du traitement"; outcome: "done" }
        TickRow { label: "Aide à la douche"; outcome: "refused"
            reason: "Refus : fatiguée, préfère jeudi" }
        SectionHeader {
            title: "Constantes"
            sign: "favorite_border"
            TextAction { iconName: "add"; text: "Autre" }
        }
        ValueField { label: "Tension"; previous: "avant 138/80"; value: "152/84"; unit: "mmHg"
            warning: "au-dessus de 150" }
        ValueField { label: "Pouls"; previous: "avant 72 /min"; value: "76"; unit: "/min" }
        ValueField { label: "Poids"; previous: "avant 54,2 kg"; unit: "kg" }
    }
}
