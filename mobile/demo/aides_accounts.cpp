// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/account_patterns.h"

namespace liaison::demo {

namespace {

using enum Trait;

const std::vector<AccountPattern> kAccounts = {
    {"SOMMEIL", insomnia, "AS AES ASG",
     "Dit avoir {mal dormi|peu dormi}, levé<|e> {deux|trois} fois. {Lit défait au pied|"
     "S’endort dans le fauteuil à 10 h}.",
     "{Volets ouverts, petit déjeuner au salon|Sieste raccourcie, d’accord avec <lui|elle>|"
     "Tisane préparée pour le soir}.",
     "{Plus réveillé<|e> en fin de visite|À demander demain|}"},
    {"APPETIT", thin, "AS AES",
     "A mangé {un tiers|la moitié} du {repas|petit déjeuner}{, dit ne pas avoir faim|, trouve "
     "la viande dure}.",
     "{Repas coupé fin et réchauffé|Yaourt et compote proposés|Complément mis au frais}.",
     "{Compote finie|A bu le complément entier|Assiette finie en {bavardant|regardant la "
     "télévision}}."},
    {"PEAU", wound, "AS",
     "{Rougeur au sacrum qui s’efface|Talon : pansement en place, propre|Peau sèche aux "
     "jambes}.",
     "{Installé<|e> de côté avec le coussin|Crème passée, sans masser|Bas mis avant le "
     "lever}.",
     "{Pas de douleur|Infirmière prévenue|Rougeur partie au bout d’une heure}."},
    {"AGITATION", memory, "AS AES ASG",
     "{Cherche sa mère|Ne <le|la> reconnaît pas tout de suite, puis sourit|Demande plusieurs "
     "fois l’heure|A rangé le pain dans l’armoire}. {Calme|Un peu <inquiet|inquiète>}.",
     "{Photo de famille regardée ensemble|Une consigne à la fois, musique douce|Tour du jardin "
     "fait avec <lui|elle>}.",
     "{Apaisé<|e> en dix minutes|A chanté avec moi|Bon repas ensuite}."},
    {"TRISTESSE", sadness, "AS AES ASG",
     "{Parle peu|Pleure en parlant {de <sa femme|son mari>|d’autrefois}|Dit que « les "
     "journées sont longues »}.",
     "{Pris le temps d’écouter|Appel à $(proche) fait ensemble|Proposé une sortie "
     "{jeudi|au marché}}.",
     "{Sourit au départ|A accepté la sortie|Psychologue prévenue, avec son accord}."},
    {"=Risque de chute", falls, "AS AES",
     "{Marche à petits pas, se tient aux meubles|Pantoufles ouvertes|Se lève vite du "
     "fauteuil}.",
     "{Chaussures fermées mises|Tapis de l’entrée roulé, avec son accord|Déambulateur "
     "rapproché "
     "du lit}.",
     "{Marche plus sûre|Ergothérapeute prévenu|Médaillon d’alarme au poignet vérifié}."},
    {"TRANSIT", constipation, "AS",
     "{Pas de selles depuis deux jours|Selles dures}, {ventre souple|gêné<|e>}.",
     "{Pruneaux et grand verre d’eau|Marche dans le couloir}.",
     "{À suivre demain|Infirmière prévenue|}"},
    {"DESHYDRATATION", std::nullopt, "AS AES ASG",
     "{Verre du matin plein|Bouche sèche|A bu deux verres seulement}.",
     "Proposé {de l’eau avec du sirop|de l’eau gélifiée|un thé}{, carafe laissée à portée|}.",
     "{A bu deux verres|Un bol fini|}"},
    {"=Participation à la toilette", std::nullopt, "AS",
     "{Toilette faite au lavabo, participe pour le haut|Se lave le visage et les bras seul<|e>|"
     "Debout à la barre pour la petite toilette}.",
     "{Aide pour le dos et les pieds|Laissé<|e> faire, à son rythme|Vêtements choisis par "
     "<lui|elle>}.",
     "{Bien dans ses vêtements propres|Fatigué<|e> à la fin, repos|<Rasé de près, "
     "content|Coiffée, contente>}."},
    {"DOULEUR", pain, "AS",
     "Se plaint {du genou|de la hanche|de l’épaule} {au lever|dans l’escalier}.",
     "{Mobilisé<|e> doucement|Marche écourtée}. Infirmière prévenue.", "{Mieux assis<|e>|}"},
    {"ISOLEMENT", std::nullopt, "AES ASG",
     "{N’est pas sorti<|e> depuis une semaine|Parle du club du jeudi|Attend le facteur}.",
     "{Tour au marché, {une heure|quarante minutes}|Cartes jouées, a gagné|Lettre écrite à "
     "{sa sœur|une amie}}.",
     "{Ravi<|e>|Demande quand on recommence|A salué {les voisins|le boulanger}}."},
    {"LOGEMENT", std::nullopt, "AES AS",
     "{Ampoule du couloir grillée|Robinet qui goutte|Réfrigérateur presque vide|Chauffage bas "
     "au salon}.",
     "{Remplacée|Appel à $(proche)|Courses faites|Note laissée sur la table}.", ""},
    {"AIDANT", caregiverTired, "AS ASG AES",
     "$(proche) {dit sa fatigue après la nuit|voudrait souffler une heure|s’impatiente un "
     "peu}.",
     "{Relais assuré pendant la visite|Écoute, café pris ensemble|Infirmière prévenue}.",
     "{A pu sortir une heure|Remercie|}"},
};

}  // namespace

const std::vector<AccountPattern>& aidesAccounts()
{
    return kAccounts;
}

}  // namespace liaison::demo
