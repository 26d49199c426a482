// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property string icon: "cloud_off"
    property string waitingText: "2 à envoyer"
    property string contactText: "Hors connexion depuis 30 min"
    property string explanation: "Tout est gardé sur ce téléphone et partira au retour du réseau."
    property string clockTitle: "Ce téléphone avance de 12 minutes"
    property string clockText: "Rien n’est perdu. Les heures proposées sont celles de ce"
        + " téléphone : réglez son heure."
    property string receivingText
    property string receivingAmount
    property real receivingShare: 0
    property string tryText: "Essayer maintenant"
    property bool nothingWaits: false
    property string sizeText: "4,2 Mo sur ce téléphone"
    property int tries: 0
    readonly property Rows waiting: Rows {
        rows: [{ hour: "09:52", title: "Visite, M. Robert Lafaye", words: "4 actes, 2 mesures",
                 icon: "smartphone", tone: "calm" },
               { hour: "09:55", title: "Transmission, M. Lafaye", words: "Douleur",
                 icon: "smartphone", tone: "calm" }]
    }
    readonly property Rows exchanges: Rows {
        rows: [{ hour: "08:33", title: "Visite, Mme Jeanne Delpech",
                 words: "Reçue par le centre, 5 actes", icon: "done_all", tone: "feuille" },
               { hour: "08:33", title: "14 nouveautés du centre",
                 words: "3 personnes, planning de jeudi", icon: "arrow_downward", tone: "calm" }]
    }
    function tryNow() { tries += 1; }
}
