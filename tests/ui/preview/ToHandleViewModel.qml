// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property int handled: -1
    property int left: -1
    property string undoText: "Vous reprenez cette modification"
    property string problem
    readonly property Rows items: Rows {
        rows: [{ icon: "reply", tone: "ocre", what: "Renvoyé par Sophie Garrigue", day: "hier",
                 person: "Mme Odette Marsac", actionText: "Compléter la mesure",
                 words: "« Quel bras pour la tension ? » Complétez la visite du 14 sept." },
               { icon: "call_split", tone: "prune", what: "Deux versions", day: "lun. 14",
                 person: "M. André Castang", actionText: "Comparer",
                 words: "Accès au logement : choisissez le texte à garder." },
               { icon: "block", tone: "garance", what: "Modification non retenue", day: "ven. 11",
                 person: "Mme Yvette Bonnet", actionText: "Voir et décider",
                 words: "Le plan est clos depuis le 11 sept. Votre texte est gardé ici." },
               { icon: "block", tone: "garance", what: "Refusé à Farid Benali", day: "ven. 11",
                 person: "Mme Yvette Bonnet", actionText: "Reprendre", leaveText: "Laisser",
                 words: "GIR : son rôle ne permet pas de l’écrire. Écrit : « 3 »." }]
    }
    function handle(row: int) { handled = row; }
    function leave(row: int) { left = row; }
    function undo() { undoText = ""; }
}
