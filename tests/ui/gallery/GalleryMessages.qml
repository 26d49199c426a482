// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Liaison

GallerySection {
    title: "Messages"

    Snackbar { width: 420; text: "Visite terminée"; action: "Annuler" }
    Banner {
        width: parent.width
        iconName: "cloud_off"
        text: "Le centre est injoignable."
        words: "Vos 3 visites sont gardées sur ce téléphone et partiront au retour du réseau."
    }
    Banner {
        width: 350
        iconName: "smartphone"
        text: "2 à envoyer"
        trailing: "dernier contact 10:12"
        leads: true
    }
    Banner {
        width: 350
        iconName: "report_problem"
        text: "Nouveau : 1 chute, 1 consigne"
        tone: "ocre"
        leads: true
    }
    ProgressLine { width: parent.width; text: "Réception de l’historique"; amount: "62 %"
        share: 0.62 }
    BoundsBar { width: 350; low: 0.25; high: 0.58; mark: 0.61; outside: true; lowText: "110"
        highText: "150"; source: "limites du Dr Faure" }
}
