// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/rounds.h"

namespace liaison::demo {

namespace {

constexpr int kNoon = 12 * 60;
constexpr int kEvening = 17 * 60;

void nurse(Round& round, const InventedPerson& person, Dice& dice)
{
    round.length = 30;
    round.purpose = "Suivi infirmier, pilulier";
    round.tasks = {
        {"V2-SOI-01", "Constantes et surveillance", 10},
        {"V2-SOI-02",
         dice.chance(50) ? "Remplir le pilulier de la semaine" : "Vérifier la prise du traitement",
         10}};
    if (person.has(Trait::diabetes)) {
        round.purpose = "Glycémie, pilulier";
        round.tasks.push_back({"V2-SOI-01", "Carnet de glycémies", 5});
    }
    if (person.has(Trait::heart)) {
        round.purpose = "Poids, souffle et œdèmes";
        round.tasks.push_back({"V2-SOI-04", "Pesée, recherche d’œdèmes", 5});
    }
    if (person.has(Trait::pain)) {
        round.tasks.push_back({"V2-SOI-06", "Évaluer la douleur", 5});
    }
    if (person.has(Trait::wound)) {
        round.length = 45;
        round.purpose = "Pansement du talon, poids";
        round.tasks.push_back({"V2-SOI-05", "Pansement du talon", 20});
    }
    if (person.has(Trait::thin)) round.tasks.push_back({"V2-SOI-04", "Pesée et apports", 5});
}

void aide(Round& round, const InventedPerson& person, Dice& dice)
{
    round.length = 45;
    if (round.start >= kEvening) {
        round.purpose = "Douche, repas du soir, coucher";
        round.tasks = {{"V2-VIE-01", "Aide à la douche", 20},
                       {"V2-VIE-02", "Repas du soir", 15},
                       {"V2-VIE-02", "Aide au coucher", 15},
                       {"V2-SEC-05", "Volets, gaz, médaillon d’alarme au poignet", 5}};
        round.length = 60;
    } else if (round.start < kNoon) {
        round.purpose = "Toilette, petit déjeuner";
        round.tasks = {{"V2-VIE-02", "Aide au lever", 10},
                       {"V2-VIE-01", "Toilette au lavabo et habillage", 25},
                       {"V2-VIE-02", "Petit déjeuner, prise des médicaments préparés", 10}};
    } else {
        round.purpose = dice.chance(50) ? "Douche et marche" : "Change, collation, hydratation";
        round.tasks = {{"V2-VIE-01", "Aide à la toilette", 20},
                       {"V2-SOI-04", "Collation et boisson", 10},
                       {"V2-SOI-09", "Marche dans le couloir", 10}};
    }
    if (person.has(Trait::wound)) {
        round.tasks.push_back({"V2-SOI-05", "Talon en décharge, installation au lit", 5});
    }
}

void homeHelp(Round& round, const InventedPerson&, Dice& dice)
{
    round.length = 60;
    if (dice.chance(50)) {
        round.purpose = "Courses et sortie";
        round.tasks = {{"V2-LIE-03", "Courses au bourg avec la personne", 40},
                       {"V2-SEC-05", "Tour de la maison, réfrigérateur", 10}};
    } else {
        round.purpose = "Présence et activité";
        round.tasks = {{"V2-VIE-03", "Présence", 30},
                       {"V2-LIE-01", "Lecture du journal, jeux de cartes", 30}};
    }
}

void careAssistant(Round& round, const InventedPerson& person, Dice&)
{
    round.length = 60;
    round.purpose =
        person.has(Trait::memory) ? "Stimulation, relais de l’aidant" : "Activité à domicile";
    round.tasks = {{"V2-LIE-01", "Atelier souvenirs et chansons", 30},
                   {"V2-AID-03", "Relais pour que l’aidant sorte", 60}};
    if (!person.has(Trait::caregiverTired)) round.tasks.pop_back();
}

void therapist(Round& round, const InventedPerson&, Dice& dice)
{
    const std::string& function = staff()[round.author].function;
    round.length = 60;
    if (function == "MED") {
        round.purpose = "Visite du médecin du centre";
        round.tasks = {{"V2-SOI-08", "Visite médicale", 40},
                       {"V2-SOI-02", "Relire l’ordonnance", 15}};
    } else if (function == "ERGO") {
        round.purpose = dice.chance(50) ? "Aides techniques" : "Salle de bains et passages";
        round.tasks = {{"V2-SEC-02", "Essai d’aide technique", 30},
                       {"V2-SEC-01", "Tour du logement", 20}};
    } else if (function == "PSY") {
        round.purpose = "Entretien";
        round.tasks = {{"V2-SOI-03", "Entretien avec la personne", 40},
                       {"V2-AID-02", "Temps avec l’aidant", 20}};
    } else {
        round.length = 45;
        round.purpose = "Équilibre et marche";
        round.tasks = {{"V2-SOI-09", "Lever de chaise et équilibre", 20},
                       {"V2-SOI-09", "Marche dehors", 20}};
    }
}

}  // namespace

void furnishRound(Round& round, const InventedPerson& person, Dice& dice)
{
    const std::string& function = staff()[round.author].function;
    if (function == "IDE") return nurse(round, person, dice);
    if (function == "AS") return aide(round, person, dice);
    if (function == "AES") return homeHelp(round, person, dice);
    if (function == "ASG") return careAssistant(round, person, dice);
    therapist(round, person, dice);
}

}  // namespace liaison::demo
