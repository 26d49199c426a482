// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/account_patterns.h"

namespace liaison::demo {

const std::vector<AccountPattern>& therapistsAccounts()
{
    using enum Trait;
    static const std::vector<AccountPattern> all = {
        {"LOGEMENT", falls, "ERGO",
         "{Seuil de la salle de bains de 12 cm|Tapis glissant devant l’évier|Lit trop bas, se lève "
         "en tirant sur la table de nuit|Pas de lumière entre le lit et les toilettes}.",
         "{Barre d’appui essayée avec la ventouse de prêt|Siège de douche essayé, hauteur 48 cm|"
         "Pieds de lit rehaussés|Chemin lumineux posé}.",
         "{Se lève sans aide|Accepte le siège, pas encore la barre|Devis demandé, $(proche) au "
         "courant}."},
        {"AUTONOMIE", falls, "ERGO APA",
         "{Fait le tour de la table sans canne|Monte trois marches en tenant la rampe|Tient dix "
         "secondes debout pieds joints}.",
         "{Exercices du lever de chaise, deux fois cinq|Marche dehors, pauses au banc|Feuille "
         "d’exercices laissée sur le réfrigérateur}.",
         "{Plus sûr<|e> dans les demi-tours|Veut aller jusqu’au portail la prochaine fois|Fatigué"
         "<|e> mais content<|e>}."},
        {"DOULEUR", pain, "APA ERGO MED",
         "Gêne {au genou|à la hanche|à l’épaule} pendant {les exercices|la marche}, "
         "{cède au repos|oblige à s’arrêter}.",
         "{Exercices faits assis|Distance réduite de moitié|Chaise à accoudoirs essayée}.",
         "{Pas de douleur au départ|Infirmière prévenue|}"},
        {"TRISTESSE", sadness, "PSY MED",
         "{Parle de l’absence de <sa femme|son mari>, des soirées|Se dit « de trop »|Retrouve des "
         "souvenirs heureux, sourit}. {Pas d’idée noire exprimée|Sommeil un peu meilleur}.",
         "{Écoute|Photos regardées ensemble|Repris le projet de sortie du mois}. {Prochain "
         "entretien dans quinze jours|$(medecin) au courant, avec son accord}.",
         "{Plus détendu<|e> en fin d’entretien|Demande à continuer|À suivre}."},
        {"AIDANT", caregiverTired, "PSY MED",
         "$(proche) {parle de colère puis de culpabilité|ne voit plus ses amis|se lève trois fois "
         "par nuit}.",
         "{Entretien à part|Droit au répit expliqué}. {Groupe de parole du mardi proposé|Essai "
         "d’accueil de jour proposé}.",
         "{Viendra au groupe une fois « pour voir »|Accepte l’accueil de jour|À reprendre}."},
        {"AGITATION", memory, "PSY MED ASG",
         "{Inquiétude en fin de journée|Cherche ses clés, accuse la voisine|Veut rentrer « à la "
         "maison »}.",
         "{Relu l’album de famille|Horloge du salon remise à l’heure, calendrier affiché|"
         "Conseils donnés à $(proche) : ne pas contredire, détourner}.",
         "{Apaisé<|e> après vingt minutes|$(proche) a essayé : cela aide|À revoir dans un mois}."},
        {"SOMMEIL", insomnia, "MED PSY",
         "{Couché<|e> à 20 h, réveillé<|e> à 2 h|Trois réveils par nuit, siestes longues}.",
         "{Horaires revus ensemble|Ordonnance relue : rien de nouveau|Sieste d’une demi-heure au "
         "plus}.",
         "{Essai pendant deux semaines|}"},
        {"=Ordonnance relue", std::nullopt, "MED",
         "{Huit|Neuf|Onze} lignes sur l’ordonnance{, dont deux qui font double emploi|}. "
         "{Pas de chute depuis la dernière visite|Tension et poids relus}.",
         "{Lettre au $(medecin)|Appel au $(medecin)}, {proposition d’arrêter le somnifère|bilan "
         "sanguin demandé|rien à changer}.",
         "{$(medecin) d’accord|Résultats attendus|}"},
    };
    return all;
}

}  // namespace liaison::demo
