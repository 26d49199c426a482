// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property string person: "Mme Rouchon"
    property string savedIcon: "check"
    property string savedText: "Enregistré sur ce téléphone"
    property bool editable: true
    property bool urgent: false
    property string otherTargetsText: "16 autres"
    property string addText: "Ajouter à la visite"
    readonly property Rows targets: Rows {
        rows: [{ text: "Douleur", chosen: true }, { text: "Chute", chosen: false },
               { text: "Refus de soin", chosen: false }, { text: "Sommeil", chosen: false },
               { text: "Appétit", chosen: false }]
    }
    readonly property Rows otherTargets: Rows {
        rows: [{ text: "Élimination", chosen: false }, { text: "Respiration", chosen: false }]
    }
    readonly property Rows parts: Rows {
        rows: [{ letter: "D", label: "Données", hint: "Ce que vous avez vu ou entendu",
                 value: "Genou droit douloureux à la marche depuis dimanche. Pas de rougeur, "
                     + "calmé en position assise." },
               { letter: "A", label: "Actions", hint: "Ce que vous avez fait",
                 value: "Glace 15 min, paracétamol pris à 10:25 selon prescription." },
               { letter: "R", label: "Résultats", hint: "À compléter à la prochaine visite",
                 value: "" }]
    }
    readonly property Rows readers: Rows {
        rows: [{ text: "Équipe", chosen: true }, { text: "Infirmières", chosen: false },
               { text: "Médecin", chosen: false }]
    }

    signal leave()

    function chooseTarget(row: int) {}
    function chooseOtherTarget(row: int) {}
    function chooseReader(row: int) {}
    function write(row: int, text: string) { parts.setProperty(row, "value", text); }
    function add() {}
    function noteFocus(row: int) {}
    function resume(): int { return -1; }
}
