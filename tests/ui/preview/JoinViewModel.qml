// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property int step: 0
    property string code
    property string centre: "CRT Les Tilleuls, Lalinde"
    property string invitation: "Invitation pour Thomas Roche, aide-soignant, valable jusqu’à "
        + "aujourd’hui 18:00."
    property string pin
    property string pinAgain
    property string problem
    property string advice: "Demandez un nouveau code à votre responsable."
    property string progressText: "Réception de la journée"
    property string progressAmount: "62 %"
    property real progressShare: 0.62
    property bool mayGoBack: step === 1
    property bool mayProceed: true
    property string actionText: step === 0 ? "Choisir mon code secret" : step === 1
        ? "Rejoindre le centre" : ""
    function proceed() { step += 1; }
    function goBack() { step -= 1; }
}
