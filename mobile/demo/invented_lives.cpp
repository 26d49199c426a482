// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/invented_lives.h"

#include <map>

#include "mobile/demo/name_lists.h"

namespace liaison::demo {

namespace {

std::string accessNote(const InventedPerson& person, Dice& dice)
{
    const char* flat =
        "{1er|2e|3e} étage {gauche|droite|face}, {code $(code)|interphone au nom de $(nom)}"
        "{, ascenseur|, pas d’ascenseur|}";
    const char* house =
        "{Portail vert|Maison aux volets bleus|Maison au bout du chemin|Deuxième maison à droite "
        "après le lavoir}, {clé dans le boîtier, code $(code)|entrer par la cuisine|clé chez "
        "$(voisin)|sonner longtemps, <il|elle> entend mal}{. Chien gentil|. Se garer dans la cour|"
        ". Éclairage automatique|}";
    const std::string code = std::to_string(dice.between(10, 99)) +
                             dice.pick(std::vector<std::string>{"A", "B", "C"}) +
                             std::to_string(dice.between(10, 99));
    const std::vector<std::string> neighbours = {"la voisine", "le voisin d’en face",
                                                 "la pharmacie"};
    const Words words = {
        {"code", code}, {"nom", person.familyName}, {"voisin", dice.pick(neighbours)}};
    return say(person.housing == "APPARTEMENT" ? flat : house, person.sex, words, dice);
}

/// What a trait adds to the file of a person.
struct Entry {
    const char* history;
    const char* precautions;
    const char* diet;
};

const std::map<Trait, Entry>& entries()
{
    static const std::map<Trait, Entry> all = {
        {Trait::anticoagulant,
         {"Arythmie complète traitée par anticoagulant.",
          "Anticoagulant : saignement ou choc à la tête, appeler.", ""}},
        {Trait::breathing,
         {"BPCO, oxygène la nuit à 1 L/min.", "Saturation : cible 88 à 92 %.", ""}},
        {Trait::caregiverTired, {"", "Aidant fatigué : demander de ses nouvelles.", ""}},
        {Trait::constipation, {"Constipation ancienne.", "", "Eau riche en magnésium, pruneaux."}},
        {Trait::diabetes,
         {"Diabète de type 2, insuline le matin par l’infirmier libéral.",
          "Hypoglycémie : sucre et jus de fruit dans le placard de la cuisine.",
          "Diabétique, trois repas et une "
          "collation."}},
        {Trait::falls,
         {"{Deux|Trois} chutes dans l’année{, dont une avec fracture du poignet|}.",
          "Risque de chute : chaussures fermées, ne pas laisser seul<|e> debout.", ""}},
        {Trait::heart,
         {"Insuffisance cardiaque{, pacemaker depuis 2019|}.",
          "Poids surveillé : plus 2 kg en 3 jours ou essoufflement, prévenir l’infirmière.",
          "Peu salé."}},
        {Trait::insomnia, {"Troubles du sommeil anciens.", "", ""}},
        {Trait::memory,
         {"Troubles de la mémoire suivis en consultation depuis {2021|2022|2023}.",
          "Mémoire : une consigne à la fois, vérifier le gaz en partant.", ""}},
        {Trait::pain,
         {"Arthrose {des genoux|des hanches|de l’épaule droite}.",
          "Douleur : prévenir avant chaque mobilisation.", ""}},
        {Trait::pressure, {"Hypertension artérielle.", "", "Peu salé."}},
        {Trait::sadness, {"Deuil {du conjoint|d’un enfant} en {2023|2024}.", "", ""}},
        {Trait::swallowing,
         {"Troubles de la déglutition{ après un AVC en 2020|}.",
          "Fausses routes : repas assis, menton baissé, jamais pressé<|e>.",
          "Texture moulinée, eau gélifiée."}},
        {Trait::thin,
         {"Dénutrition, suivie depuis {le printemps|l’hiver}.", "",
          "Enrichi, compléments à 10 h et 16 h."}},
        {Trait::wound,
         {"Escarre du talon {droit|gauche}, stade 2.", "Escarre : talon en décharge au lit.",
          "Enrichi en protéines."}},
    };
    return all;
}

void add(std::string& text, const char* pattern, const InventedPerson& person, Dice& dice)
{
    if (!*pattern) return;
    if (!text.empty()) text += " ";
    text += say(pattern, person.sex, {}, dice);
}

void furnishHealth(InventedPerson& person, Dice& dice)
{
    for (const Trait trait : person.traits) {
        const Entry& entry = entries().at(trait);
        add(person.history, entry.history, person, dice);
        add(person.precautions, entry.precautions, person, dice);
        add(person.diet, entry.diet, person, dice);
    }
    if (dice.chance(25)) {
        person.allergies = dice.pick(std::vector<std::string>{
            "Pénicilline", "Sparadrap", "Latex", "Aspirine", "Sulfamides", "Produits iodés"});
    }
    const std::vector<std::string> aids =
        person.gir == 1 ? std::vector<std::string>{"FAUTEUIL"}
                        : std::vector<std::string>{"CANNE",  "DEAMBULATEUR", "DEAMBULATEUR",
                                                   "AUCUNE", "CANNE",        "FAUTEUIL"};
    person.walkingAid = dice.pick(aids);
    person.habits = say(
        "{Se lève à {6|7|8} h|Aime rester au lit jusqu’à 9 h}, {café au lait et pain grillé|thé et "
        "biscottes|chicorée et tartines}. {Écoute la radio le matin|Lit le journal local|Ne manque "
        "pas le jeu télévisé de midi|Fait des mots croisés|Aime parler de son jardin|Regarde "
        "passer les gabarres depuis la fenêtre}. {Préfère la douche l’après-midi|Toilette au "
        "lavabo, douche le jeudi|N’aime pas être pressé<|e>}.",
        person.sex, {}, dice);
}

struct Tie {
    const char* link;
    const char* spoken;
    Sex sex;
    bool isChild;
};

const std::vector<Tie>& ties()
{
    static const std::vector<Tie> all = {
        {"FILLE", "sa fille", Sex::female, true},
        {"FILS", "son fils", Sex::male, true},
        {"FILLE", "sa fille", Sex::female, true},
        {"NEVEU", "sa nièce", Sex::female, true},
        {"AUTRE_FAMILLE", "sa belle-fille", Sex::female, true},
    };
    return all;
}

InventedCaregiver relative(const InventedPerson& person, const Tie& tie, Dice& dice)
{
    InventedCaregiver caregiver;
    caregiver.sex = tie.sex;
    caregiver.link = tie.link;
    caregiver.spoken = tie.spoken;
    const bool sharesName = tie.sex == Sex::male || dice.chance(30);
    caregiver.familyName = sharesName ? person.familyName : dice.pick(familyNames());
    caregiver.givenName = dice.pick(tie.sex == Sex::female ? daughtersNames() : sonsNames());
    caregiver.hasKey = dice.chance(50);
    caregiver.availability =
        say("{Passe le {mercredi|samedi|dimanche}{ après-midi|}|Habite {Bordeaux|Périgueux|"
            "Bergerac|Toulouse}, appelle chaque soir|Joignable après 18 h|Vient deux fois par "
            "semaine}.",
            tie.sex, {}, dice);
    return caregiver;
}

InventedCaregiver spouse(const InventedPerson& person, Dice& dice)
{
    InventedCaregiver caregiver;
    caregiver.sex = person.sex == Sex::female ? Sex::male : Sex::female;
    caregiver.link = "CONJOINT";
    caregiver.spoken = person.sex == Sex::female ? "son mari" : "son épouse";
    caregiver.familyName = person.familyName;
    caregiver.givenName = dice.pick(caregiver.sex == Sex::female ? womensNames() : mensNames());
    caregiver.livesThere = true;
    caregiver.hasKey = true;
    caregiver.availability = "Toujours là le matin.";
    return caregiver;
}

InventedCaregiver neighbour(Dice& dice)
{
    InventedCaregiver caregiver;
    caregiver.sex = dice.chance(70) ? Sex::female : Sex::male;
    caregiver.link = "VOISIN";
    caregiver.spoken = caregiver.sex == Sex::female ? "la voisine" : "le voisin";
    caregiver.familyName = dice.pick(familyNames());
    caregiver.givenName = dice.pick(caregiver.sex == Sex::female ? daughtersNames() : sonsNames());
    caregiver.hasKey = dice.chance(70);
    caregiver.availability = "Ferme les volets le soir.";
    return caregiver;
}

InventedCaregiver freelanceNurse(Dice& dice)
{
    InventedCaregiver caregiver;
    caregiver.sex = dice.chance(75) ? Sex::female : Sex::male;
    caregiver.link = "INFIRMIER";
    caregiver.spoken =
        caregiver.sex == Sex::female ? "l’infirmière libérale" : "l’infirmier libéral";
    caregiver.familyName = dice.pick(familyNames());
    caregiver.givenName = dice.pick(caregiver.sex == Sex::female ? daughtersNames() : sonsNames());
    caregiver.organisation = "Cabinet infirmier de Lalinde";
    caregiver.availability = "Passe à 8 h.";
    return caregiver;
}

void furnishCircle(InventedPerson& person, Dice& dice)
{
    const bool hasSpouse = person.livingArrangement == "CONJOINT";
    if (hasSpouse) person.caregivers.push_back(spouse(person, dice));
    if (!hasSpouse || dice.chance(60)) {
        person.caregivers.push_back(relative(person, dice.pick(ties()), dice));
    }
    person.caregivers.front().isMain = true;
    person.caregivers.back().isTrusted = true;
    if (person.has(Trait::diabetes) || person.has(Trait::wound)) {
        person.caregivers.push_back(freelanceNurse(dice));
    } else if (person.caregivers.size() < 3 && dice.chance(40)) {
        person.caregivers.push_back(neighbour(dice));
    }
}

}  // namespace

void furnishLife(InventedPerson& person, Dice& dice)
{
    const bool isTown = person.street.find_first_of("0123456789") == 0;
    person.housing = isTown && dice.chance(45) ? "APPARTEMENT" : "MAISON";
    person.livingArrangement = person.has(Trait::caregiverTired) || dice.chance(35)
                                   ? "CONJOINT"
                                   : (dice.chance(15) ? "FAMILLE" : "SEUL");
    if (person.sex == Sex::female && dice.chance(80)) {
        person.birthName = dice.pick(familyNames());
    }
    person.access = accessNote(person, dice);
    furnishHealth(person, dice);
    furnishCircle(person, dice);
    const std::vector<std::string> situations = {"RETOUR_HOSPITALISATION", "LOGEMENT_INADAPTE",
                                                 "SANS_AIDANT", "ISOLEMENT", "DAC"};
    person.prioritySituations.push_back(dice.pick(situations));
}

}  // namespace liaison::demo
