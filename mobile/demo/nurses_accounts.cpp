// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/account_patterns.h"

namespace liaison::demo {

namespace {

using enum Trait;

const std::vector<AccountPattern> kAccounts = {
    {"DOULEUR", pain, "IDE MED",
     "Douleur {du genou droit|de la hanche gauche|de l’épaule droite} à la "
     "{marche|mobilisation} depuis {hier|deux jours|dimanche}{, moindre en position assise|, "
     "gêne au lever}. "
     "{Pas de rougeur, pas de chaleur|Pas d’œdème|Sommeil conservé}.",
     "{Antalgique pris selon prescription|Glace 15 minutes, antalgique prescrit pris devant "
     "moi}. {Canne remise à sa hauteur|Coussin placé sous le mollet|Consigne de se lever en "
     "deux temps}.",
     "{Douleur à 2 au bout d’une demi-heure|Marche jusqu’à la cuisine sans grimacer|À revoir "
     "à la prochaine visite}."},
    {"PEAU", wound, "IDE",
     "Talon : plaie {propre|fibrineuse par endroits}, {bords nets|bords un peu macérés}, "
     "{pas d’odeur|exsudat modéré|moins d’exsudat que la dernière fois}. {Peau autour "
     "intacte|Rougeur qui blanchit à la pression}.",
     "Pansement refait selon protocole, {hydrocellulaire|hydrofibre}. Talon remis en "
     "décharge{, consigne redite à $(proche)|}.",
     "{Bien supporté|Pas de douleur au retrait|{Surface stable|Surface un peu réduite} par "
     "rapport à la semaine dernière}."},
    {"=Tension artérielle", pressure, "IDE MED",
     "Tension au-dessus de {l’habitude|sa limite} {ce matin|au repos}, {sans mal de tête ni "
     "vertige|un peu de mal de tête au réveil}. {Traitement pris|Doute sur la prise d’hier "
     "soir}.",
     "Contrôle après dix minutes assis<|e>{, aux deux bras|}. {Pilulier vérifié|Message laissé "
     "au $(medecin)}.",
     "{Revenue dans ses chiffres au contrôle|Reste haute : mesure à reprendre demain|À suivre "
     "sur trois jours}."},
    {"GLYCEMIE", diabetes, "IDE MED",
     "{Carnet incomplet|Glycémies du matin entre 1,4 et 2,1 g/L|Une glycémie à 0,68 g/L notée "
     "{lundi|samedi} avant le dîner}. {Mange bien à midi, peu le soir|Grignote entre les "
     "repas}.",
     "{Revu les horaires des repas avec <lui|elle>|Collation de 16 h proposée|Infirmier "
     "libéral prévenu}. {Sucre à portée de main vérifié|Bandelettes recomptées}.",
     "{Accepte une collation|Glycémie correcte à la visite|À relire jeudi}."},
    {"OEDEMES", heart, "IDE MED",
     "{Chevilles gonflées le soir|Godet aux deux chevilles}, {pas d’essoufflement|un peu "
     "plus essoufflé<|e> à l’escalier}. {Dort avec deux oreillers, comme d’habitude|A salé "
     "son repas de dimanche}.",
     "{Pesée, à refaire chaque matin|Jambes surélevées}. {Appel au $(medecin)|Carnet de poids "
     "laissé sur la table}.",
     "{Poids stable sur trois jours|Diurétique ajusté par le $(medecin)|Œdèmes moins marqués à "
     "la visite suivante}."},
    {"DYSPNEE", breathing, "IDE MED",
     "Essoufflé<|e> {à la toilette|en allant au portail}, {parle par phrases courtes|récupère "
     "en cinq minutes}. {Pas de toux nouvelle|Toux grasse depuis {hier|trois jours}}.",
     "{Assis<|e> penché<|e> en avant, respiration lèvres pincées|Tuyau d’oxygène changé}. "
     "{Technique de l’aérosol revue|Fenêtre ouverte, poêle vérifié}.",
     "{Saturation remontée dans sa cible|Calme au départ|Appel au $(medecin) si cela "
     "recommence}."},
    {"APPETIT", thin, "IDE DIET MED",
     "{Perte de poids qui continue|Poids stable|A repris un peu} ; {finit la moitié des "
     "repas|mange mieux en compagnie|laisse la viande}. {Dentier qui bouge|Bouche propre, pas "
     "de gêne}.",
     "{Compléments changés pour le goût café|Portage des repas : demandé plus de laitages|"
     "Fiche d’apports laissée à $(proche) pour trois jours}.",
     "{Un complément par jour accepté|À peser lundi|Fiche à relire à la prochaine visite}."},
    {"OBSERVANCE", std::nullopt, "IDE",
     "{Deux prises du soir retrouvées dans le pilulier|Boîte ancienne retrouvée dans le "
     "tiroir|Confond les comprimés du midi et du soir}.",
     "{Pilulier refait avec <lui|elle>|Anciennes boîtes rapportées à la pharmacie, avec son "
     "accord|Rappel demandé aux collègues du soir}.",
     "{Comprend et reformule|Prises justes depuis|$(proche) vérifiera le soir}."},
    {"TRANSIT", constipation, "IDE",
     "Pas de selles depuis {trois|quatre} jours, ventre {souple|un peu tendu}. {Boit peu|"
     "Mange peu de légumes}.",
     "{Traitement prescrit donné|Eau et pruneaux proposés|Marche après le repas}.",
     "{Selles le lendemain, d’après $(proche)|Soulagé<|e>|}"},
    {"FIEVRE", std::nullopt, "IDE",
     "{Fatigué<|e> et <frileux|frileuse> depuis hier|Joues rouges, peu d’appétit}, {toux "
     "sèche|nez "
     "qui coule|brûlures en urinant}.",
     "Appel au $(medecin) : {passe cet après-midi|ordonnance envoyée à la pharmacie}. "
     "{Boissons "
     "à portée de main|Surveillance deux fois par jour}.",
     "{Température redescendue le surlendemain|Va mieux, mange|}"},
    {"AUTONOMIE", std::nullopt, "IDE MED",
     "{Se lève seul<|e> du fauteuil|Prépare de nouveau son café|A marché jusqu’à la boîte aux "
     "lettres}, {très <fier|fière>|pour la première fois depuis un mois}.",
     "Encouragé<|e>{, objectif du plan mis à jour|}. {Barre près de la porte vérifiée|}",
     "{À entretenir|$(proche) s’en réjouit|}"},
    {"AIDANT", caregiverTired, "IDE",
     "$(proche) {dort mal et le dit|pleure en parlant|a annulé son rendez-vous}, {peur de "
     "laisser|ne veut pas laisser} $(personne) {seul<|e>|à quelqu’un d’autre}.",
     "{Écoute|Temps pris à part}. {Relais du jeudi proposé|Numéro de la plateforme de répit "
     "donné}.",
     "{Accepte un essai de deux heures|Réfléchit|Psychologue du centre prévenue}."},
};

}  // namespace

const std::vector<AccountPattern>& nursesAccounts()
{
    return kAccounts;
}

}  // namespace liaison::demo
