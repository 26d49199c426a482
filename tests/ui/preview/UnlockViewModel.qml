// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property string centre: "CRT Les Tilleuls, Lalinde"
    property int current: 0
    property int pinLength: 6
    property string askText: "Code de Claire"
    property string problem
    property string keptText: "Rien n’est perdu : 2 visites gardées ici"
    property string tried
    readonly property Rows profiles: Rows {
        rows: [{ name: "Claire", role: "Infirmière", initials: "CM" },
               { name: "Jeanne", role: "Aide", initials: "JB" },
               { name: "Bénédicte", role: "Responsable", initials: "BR" }]
    }
    function open(code: string) {
        tried = code;
        problem = code === "135790" ? "" : "Ce n’est pas le code de Claire. Essayez encore.";
    }
    function forgetProblem() { problem = ""; }
}
