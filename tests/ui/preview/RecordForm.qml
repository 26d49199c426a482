// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property string title: "Personne"
    property string savedIcon: "edit"
    property string savedText: "Brouillon gardé"
    property string problem
    readonly property Rows fields: Rows {
        rows: [{ label: "Accès au logement", value: "2ᵉ étage gauche, code 47B12", unit: "",
                 problem: "", previous: "", multiline: true, editable: true, options: [],
                 foreignText: "Modifié entre-temps par Nadia Benali, 10:20",
                 foreignValue: "2ᵉ étage gauche, code 47B21" },
               { label: "Aide à la marche", value: "cane", unit: "", problem: "", previous: "",
                 multiline: false, editable: true, foreignText: "", foreignValue: "",
                 options: [{ code: "none", text: "Aucune" }, { code: "cane", text: "Canne" },
                           { code: "walker", text: "Déambulateur" }] },
               { label: "Poids", value: "452", unit: "kg", problem: "Entre 25 et 250 kg",
                 previous: "avant 54,2 kg, 14 août", multiline: false, editable: true,
                 options: [], foreignText: "", foreignValue: "" }]
    }

    signal leave()

    function write(row: int, text: string) { fields.setProperty(row, "value", text); }
    function keepMine(row: int) {}
    function takeTheirs(row: int) {}
    function save() {}
    function noteFocus(row: int) {}
    function resume(): int { return -1; }
}
