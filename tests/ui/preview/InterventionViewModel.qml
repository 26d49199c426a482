// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property string savedIcon: "check"
    property string savedText: "Enregistré sur ce téléphone"
    property string person: "Mme Simone Rouchon"
    property string personProblem
    property string act
    property string actProblem: "Choisissez ce qui a été fait."
    property string minutes: "15"
    property string minutesProblem
    property string words: "Appel au cabinet du Dr Faure pour le renouvellement de l’ordonnance."
    property string keptText
    property string search
    readonly property Rows modes: Rows {
        rows: [{ text: "Au domicile", chosen: false }, { text: "Par téléphone", chosen: true },
               { text: "Par vidéo", chosen: false }]
    }
    readonly property Rows persons: Rows {
        rows: [{ text: "Mme Simone Rouchon", words: "87 ans, Trémolat", chosen: true },
               { text: "M. André Castang", words: "81 ans, Lalinde", chosen: false }]
    }
    readonly property Rows acts: Rows {
        rows: [{ text: "Coordination avec le médecin", words: "Soins et suivi", chosen: false }]
    }

    signal failed(sentence: string)

    function choosePerson(row: int) {}
    function chooseAct(row: int) {}
    function chooseMode(row: int) {}
    function save() { keptText = "Intervention enregistrée sur ce téléphone"; }
    function noteFocus(field: string) {}
    function resume(): string { return ""; }
}
