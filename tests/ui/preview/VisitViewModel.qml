// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property string person: "Mme Simone Rouchon"
    property string savedIcon: "check"
    property string savedText: "Enregistré sur ce téléphone"
    property string runningText: "24 min"
    property string sinceText: "depuis 10:18"
    property string newsText: "Nouveau : 1 chute, 1 consigne"
    property bool editable: true
    property int plannedCount: planned.count
    property string target: "Douleur"
    property bool undoable: false
    property string finishedText: "Visite terminée"
    property string explained
    readonly property Rows planned: Rows {
        rows: [{ label: "Prise du traitement", outcome: "done", reason: "" },
               { label: "Remplir le pilulier de la semaine", outcome: "done", reason: "" },
               { label: "Aide à la douche", outcome: "refused",
                 reason: "Refus : fatiguée, préfère jeudi" },
               { label: "Marche jusqu’au jardin", outcome: "", reason: "" }]
    }
    readonly property Rows vitals: Rows {
        rows: [{ label: "Tension", value: "152/84", unit: "mmHg", previous: "avant 138/80",
                 warning: "au-dessus de 150", below: false },
               { label: "Pouls", value: "76", unit: "/min", previous: "avant 72 /min",
                 warning: "", below: false },
               { label: "Poids", value: "", unit: "kg", previous: "avant 54,2 kg", warning: "",
                 below: false }]
    }
    readonly property Rows otherVitals: Rows {
        rows: [{ label: "Glycémie", previous: "avant 1,12 g/L" },
               { label: "Température", previous: "" }]
    }
    readonly property Rows notes: Rows {
        rows: [{ letter: "D", label: "Données",
                 value: "Genou droit douloureux à la marche, EN 5, calmé en position assise" }]
    }
    readonly property Rows reasons: Rows {
        rows: [{ code: "refused", text: "Refus de la personne", icon: "block" },
               { code: "postponed", text: "Reporté", icon: "schedule" },
               { code: "not_needed", text: "Pas nécessaire", icon: "remove_circle_outline" }]
    }

    signal finished()
    signal vitalsOpened(vitals: QtObject)
    signal transmissionOpened(note: QtObject)
    signal failed(sentence: string)

    function tick(row: int) {
        planned.setProperty(row, "outcome", planned.get(row).outcome === "" ? "done" : "");
    }
    function explain(row: int, code: string, words: string) {
        explained = row + " " + code + " " + words;
        planned.setProperty(row, "outcome", "refused");
    }
    function allAsPlanned() {
        for (let row = 0; row < planned.count; ++row)
            if (planned.get(row).outcome === "") planned.setProperty(row, "outcome", "done");
    }
    function openPerson() {}
    function openVitals(row: int) {}
    function addVital(row: int) {}
    function openTransmission() {}
    function writeNote(row: int, text: string) { notes.setProperty(row, "value", text); }
    function finish() { undoable = true; }
    function undo() { undoable = false; }
    function noteFocus(field: string) {}
    function resume(): string { return ""; }
}
