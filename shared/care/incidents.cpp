// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "shared/care/lists.h"

namespace liaison {

namespace {

constexpr std::array kIncidentNature = {
    Code{"CHUTE", "Chute", "Fall"},
    Code{"REFUS", "Refus de soin", "Refusal of care"},
    Code{"HOSPITALISATION", "Hospitalisation", "Hospital stay"},
    Code{"URGENCES", "Passage aux urgences", "Emergency room"},
    Code{"ERREUR_MEDICAMENT", "Erreur de médicament", "Medication error"},
    Code{"PLAIE", "Plaie, escarre nouvelle", "New wound or pressure ulcer"},
    Code{"COMPORTEMENT", "Trouble du comportement", "Behaviour"},
    Code{"FUGUE", "Errance, sortie inquiétante", "Wandering"},
    Code{"MALTRAITANCE", "Suspicion de maltraitance", "Suspected abuse"},
    Code{"LOGEMENT", "Danger dans le logement", "Danger in the home"},
    Code{"DECES", "Décès", "Death"},
    Code{"AUTRE", "Autre", "Other"},
};

constexpr std::array kFallPlace = {
    Code{"CHAMBRE", "Chambre", "Bedroom"},     Code{"SALLE_DE_BAINS", "Salle de bains", "Bathroom"},
    Code{"TOILETTES", "Toilettes", "Toilet"},  Code{"CUISINE", "Cuisine", "Kitchen"},
    Code{"SEJOUR", "Séjour", "Living room"},   Code{"ESCALIER", "Escalier", "Stairs"},
    Code{"EXTERIEUR", "Extérieur", "Outside"}, Code{"AUTRE", "Autre", "Other"},
};

constexpr std::array kFallActivity = {
    Code{"MARCHE", "En marchant", "Walking"},
    Code{"LEVER", "En se levant", "Getting up"},
    Code{"TRANSFERT", "Pendant un transfert", "During a transfer"},
    Code{"TOILETTE", "Pendant la toilette", "While washing"},
    Code{"HABILLAGE", "En s’habillant", "Dressing"},
    Code{"TACHE", "En faisant une tâche", "Doing a chore"},
    Code{"INCONNUE", "Inconnue", "Unknown"},
};

constexpr std::array kFallMechanism = {
    Code{"TREBUCHE", "A trébuché", "Tripped"},
    Code{"GLISSE", "A glissé", "Slipped"},
    Code{"JAMBES", "Jambes qui lâchent", "Legs gave way"},
    Code{"VERTIGE", "Vertige", "Dizziness"},
    Code{"MALAISE", "Malaise, perte de connaissance", "Faint, loss of consciousness"},
    Code{"GLISSADE_FAUTEUIL", "A glissé du fauteuil ou du lit", "Slid from chair or bed"},
    Code{"INCONNU", "Inconnu", "Unknown"},
};

constexpr std::array kTimeOnFloor = {
    Code{"MOINS_15_MIN", "Moins de 15 minutes", "Less than 15 minutes"},
    Code{"15_60_MIN", "15 minutes à 1 heure", "15 minutes to 1 hour"},
    Code{"PLUS_1_H", "Plus d’une heure", "More than an hour"},
    Code{"INCONNU", "Inconnu", "Unknown"},
};

constexpr std::array kFallInjury = {
    Code{"AUCUNE", "Sans blessure", "No injury"},
    Code{"HEMATOME", "Hématome, contusion", "Bruise"},
    Code{"PLAIE", "Plaie", "Wound"},
    Code{"FRACTURE", "Fracture suspectée", "Suspected fracture"},
    Code{"TETE", "Choc à la tête", "Blow to the head"},
    Code{"AUTRE", "Autre", "Other"},
};

constexpr std::array kFallHelp = {
    Code{"SEUL", "S’est relevé(e) seul(e)", "Got up alone"},
    Code{"AIDANT", "Relevé(e) par un proche", "Helped by a relative"},
    Code{"EQUIPE", "Relevé(e) par l’équipe", "Helped by the team"},
    Code{"POMPIERS", "Relevé(e) par les pompiers", "Helped by the fire service"},
    Code{"AUTRE", "Autre", "Other"},
};

constexpr std::array kSeverity = {
    Code{"FAIBLE", "Faible", "Low"},
    Code{"MODEREE", "Modérée", "Moderate"},
    Code{"GRAVE", "Grave", "Severe"},
};

constexpr std::array kInformed = {
    Code{"FAMILLE", "Famille", "Family"},
    Code{"MEDECIN", "Médecin traitant", "Attending doctor"},
    Code{"IDEC", "Infirmière coordinatrice", "Coordinating nurse"},
    Code{"RESPONSABLE", "Responsable", "Supervisor"},
    Code{"SAMU", "15", "Emergency call"},
    Code{"SERVICE_DOMICILE", "Service à domicile", "Home service"},
};

constexpr std::array kLists = {
    CodeList{"incident_nature", kIncidentNature},
    CodeList{"fall_place", kFallPlace},
    CodeList{"fall_activity", kFallActivity},
    CodeList{"fall_mechanism", kFallMechanism},
    CodeList{"time_on_floor", kTimeOnFloor},
    CodeList{"fall_injury", kFallInjury},
    CodeList{"fall_help", kFallHelp},
    CodeList{"severity", kSeverity},
    CodeList{"informed", kInformed},
};

}  // namespace

std::span<const CodeList> incidentLists()
{
    return kLists;
}

}  // namespace liaison
