// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property string label: "Tension artérielle"
    property string person: "Mme Simone Rouchon"
    property string stepText: "1 sur 3"
    property list<string> positions: ["Assise", "Couchée", "Debout"]
    property int position: 0
    property string firstLabel: "Systolique"
    property string first: "152"
    property string secondLabel: "Diastolique"
    property string second: "8"
    property string unit: "mmHg"
    property int part: 1
    property bool replaced: false
    property string problem
    property string warning: "Systolique au-dessus de sa limite (150)"
    property bool below: false
    property bool hasBounds: true
    property real boundLow: 0.25
    property real boundHigh: 0.58
    property real mark: 0.61
    property string lowText: "110"
    property string highText: "150"
    property string boundsSource: "limites du Dr Faure"
    property bool decimal: false
    property string decimalMark: ","
    property string nextText: "Suivant : pouls"
    readonly property Rows earlier: Rows {
        rows: [{ date: "8 sept.", value: "138/80" }, { date: "1 sept.", value: "142/78" },
               { date: "25 août", value: "136/82" }]
    }

    signal leave()

    function type(digit: string) { second += digit; }
    function typeMark() {}
    function erase() { second = second.slice(0, -1); }
    function clear() { second = ""; }
    function next() {}
    function skip() {}
}
