// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property string title: "Aujourd’hui"
    property string dateText: "mardi 15 septembre"
    property string waitingIcon: "smartphone"
    property string waitingText: "2 à envoyer"
    property string contactText: "dernier contact 10:12"
    property string receivingText
    property string receivingAmount
    property real receivingShare: 0
    property int opened: -1
    property int turned: 0
    readonly property Rows visits: Rows {
        rows: [
            { hour: "08:00", person: "Mme Jeanne Delpech", phase: "past", stateIcon: "done_all",
              stateText: "Reçue par le centre à 08:33", stateTone: "faint",
              ringIcon: "check_circle", ringText: "Réalisée", ringTone: "feuille", purpose: "",
              place: "", actionText: "", badges: [] },
            { hour: "09:15", person: "M. Robert Lafaye", phase: "past", stateIcon: "smartphone",
              stateText: "Sur ce téléphone", stateTone: "faint", ringIcon: "check_circle",
              ringText: "Réalisée", ringTone: "feuille", purpose: "", place: "", actionText: "",
              badges: [] },
            { hour: "10:15", person: "Mme Simone Rouchon", phase: "now",
              stateIcon: "play_circle_filled", stateText: "En cours depuis 24 min",
              stateTone: "encre", ringIcon: "", ringText: "", ringTone: "encre",
              purpose: "Suivi infirmier, pilulier", place: "", actionText: "Reprendre la visite",
              badges: [] },
            { hour: "11:30", person: "M. André Castang", phase: "next", stateIcon: "",
              stateText: "", stateTone: "calm", ringIcon: "radio_button_unchecked",
              ringText: "Prévue", ringTone: "edge", purpose: "Pansement du talon, poids",
              place: "Lalinde, 2ᵉ étage, code 47B12", actionText: "",
              badges: [{ icon: "report_problem", text: "Chute hier", tone: "ocre" },
                       { icon: "pan_tool", text: "Précaution contact", tone: "calm" }] },
            { hour: "14:00", person: "Mme Lucienne Vergnaud", phase: "off",
              stateIcon: "local_hospital", stateText: "Hospitalisée, visite suspendue",
              stateTone: "calm", ringIcon: "remove_circle_outline", ringText: "Suspendue",
              ringTone: "calm", purpose: "", place: "", actionText: "", badges: [] }
        ]
    }
    function openVisit(row: int) { opened = row; }
    function showPreviousDay() { turned -= 1; }
    function showNextDay() { turned += 1; }
    function addVisit() {}
    function openSync() {}
}
