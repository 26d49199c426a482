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
    readonly property Rows badges: Rows {
        rows: [{ icon: "accessibility", text: "GIR 3", tone: "encre" },
               { icon: "healing", text: "Allergie pénicilline", tone: "garance" },
               { icon: "directions_walk", text: "Canne", tone: "calm" }]
    }
    readonly property Rows timeline: Rows {
        rows: [
            { day: "hier", hour: "17:05", title: "Refus de soin",
              words: "A préféré une toilette au lavabo, de bonne humeur.",
              author: "Nadia Benali, AS", stateIcon: "", stateText: "", stateTone: "faint" },
            { day: "sam.", hour: "08:10", title: "Chute", words: "Retrouvée assise au sol.",
              author: "Thomas Roche, AS", stateIcon: "done_all",
              stateText: "Reçu par le centre à 08:33", stateTone: "faint" }
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
}
