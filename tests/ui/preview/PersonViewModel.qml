// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property string name: "Simone Rouchon"
    property string identityLine: "87 ans, Trémolat, vit seule"
    property string phone: "05 53 00 00 00"
    property int disputedCount: 1
    property string disputedText: "Deux versions : accès au logement"
    property bool timelineEmpty: false
    property bool contactsEmpty: false
    property string visitAction: "Commencer la visite de 10:15"
    property string picture: ""
    property string pictureCaption: ""
    readonly property string heel: "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'"
        + " width='160' height='120'><rect width='160' height='120' fill='tan'/></svg>"
    readonly property Rows badges: Rows {
        rows: [{ icon: "accessibility", text: "GIR 3", tone: "encre" },
               { icon: "healing", text: "Allergie pénicilline", tone: "garance" },
               { icon: "directions_walk", text: "Canne", tone: "calm" }]
    }
    readonly property Rows timeline: Rows {
        rows: [
            { day: "hier", hour: "17:05", title: "Refus de soin",
              words: "A préféré une toilette au lavabo, de bonne humeur.",
              author: "Nadia Benali, AS", stateIcon: "", stateText: "", stateTone: "faint",
              picture: "" },
            { day: "lun.", hour: "09:12", title: "Le talon, ce matin", words: "Photo, 2,4 Mo",
              author: "Claire Morel, IDE", stateIcon: "arrow_downward",
              stateText: "Pas encore sur ce téléphone : toucher pour chercher",
              stateTone: "soft", picture: heel },
            { day: "sam.", hour: "08:10", title: "Chute", words: "Retrouvée assise au sol.",
              author: "Thomas Roche, AS", stateIcon: "done_all",
              stateText: "Reçu par le centre à 08:33", stateTone: "faint", picture: "" }
        ]
    }
    readonly property Rows fields: Rows {
        rows: [{ label: "Accès au logement", value: "2ᵉ étage gauche, code 47B12",
                 author: "Vous, lun. 14 sept.", disputed: true, editable: true },
               { label: "Médecin traitant", value: "Dr Hélène Faure", author: "", disputed: false,
                 editable: false }]
    }
    readonly property Rows contacts: Rows {
        rows: [{ name: "Mme Blanc", relation: "Voisine, a la clé", phone: "06 00 00 00 00" }]
    }
    function openVersions() {}
    function openEntry(row: int) {}
    function editField(row: int) {}
    function startVisit() {}
    function closePicture() { picture = ""; }
}
