// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property string field: "Accès au logement"
    property string subject: "M. André Castang, Lalinde"
    property string stepText: "1 sur 2"
    property string explanation: "Nadia et vous avez changé ce texte lundi, chacune sans voir "
        + "l’autre. Rien n’est perdu."
    property string beforeText: "2ᵉ étage gauche, code 45A10"
    property string beforeAuthor: "avant, depuis le 3 juin, Sophie Garrigue"
    property bool editable: true
    property bool mergeable: true
    property int kept: -1
    readonly property Rows versions: Rows {
        rows: [{ own: true, initials: "CM", who: "Vous", moment: "lun. 14 sept. 18:20",
                 marked: "2ᵉ étage gauche, code <b>47B12</b>, "
                     + "<b>clé chez la voisine Mme Blanc</b>",
                 stateIcon: "done_all", stateText: "Reçu par le centre",
                 actionText: "Garder ma version" },
               { own: false, initials: "NB", who: "Nadia Benali, aide-soignante",
                 moment: "lun. 14 sept. 17:55",
                 marked: "2ᵉ étage gauche, code <b>47B21</b>, <b>interphone en panne</b>",
                 stateIcon: "done_all", stateText: "Reçu par le centre",
                 actionText: "Prendre celle de Nadia" }]
    }
    function keep(row: int) { kept = row; }
    function keepAll() {}
    function later() {}
}
