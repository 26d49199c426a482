// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property string search
    property string countText: "38 personnes accompagnées"
    property int opened: -1
    readonly property Rows persons: Rows {
        rows: [
            { name: "M. André Castang", details: "81 ans, Lalinde", initials: "AC",
              current: false,
              badges: [{ icon: "accessibility", text: "GIR 4", tone: "encre" },
                       { icon: "report_problem", text: "Chute hier", tone: "ocre" }] },
            { name: "Mme Jeanne Delpech", details: "90 ans, Trémolat", initials: "JD",
              current: false, badges: [{ icon: "accessibility", text: "GIR 2", tone: "encre" }] },
            { name: "M. Robert Lafaye", details: "84 ans, Couze-et-Saint-Front", initials: "RL",
              current: false, badges: [] },
            { name: "Mme Simone Rouchon", details: "87 ans, Trémolat, vit seule", initials: "SR",
              current: true,
              badges: [{ icon: "accessibility", text: "GIR 3", tone: "encre" },
                       { icon: "healing", text: "Allergie pénicilline", tone: "garance" },
                       { icon: "directions_walk", text: "Canne", tone: "calm" }] }
        ]
    }
    function openPerson(row: int) { opened = row; }
}
