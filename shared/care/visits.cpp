// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "shared/care/lists.h"

namespace liaison {

namespace {

constexpr std::array kVisitStatus = {
    Code{"PREVUE", "Prévue", "Planned"},
    Code{"EN_COURS", "En cours", "Running"},
    Code{"REALISEE", "Réalisée", "Done"},
    Code{"ANNULEE_PERSONNE", "Annulée par la personne", "Cancelled by the person"},
    Code{"ANNULEE_SERVICE", "Annulée par le service", "Cancelled by the service"},
    Code{"ABSENCE", "Personne absente", "Person absent"},
    Code{"HOSPITALISEE", "Hospitalisée, visite suspendue", "In hospital, visit suspended"},
    Code{"REFUS", "Refus", "Refused"},
    Code{"NON_ABOUTIE", "Non aboutie", "Not completed"},
};

constexpr std::array kMode = {
    Code{"DOM", "À domicile", "At home"},
    Code{"TEL", "Téléphone", "Telephone"},
    Code{"VISIO", "Visio", "Video"},
    Code{"EHPAD", "À l’EHPAD", "At the EHPAD"},
    Code{"HOP", "À l’hôpital", "At the hospital"},
    Code{"AUTRE", "Autre", "Other"},
};

constexpr std::array kArrival = {
    Code{"TAP", "Déclaré par l’intervenant", "Declared by the visitor"},
    Code{"QR", "Étiquette du domicile", "Tag of the home"},
    Code{"REPAIRED", "Corrigé après coup", "Corrected afterwards"},
};

constexpr std::array kOutcome = {
    Code{"FAIT", "Fait", "Done"},
    Code{"REFUS", "Refus", "Refused"},
    Code{"REPORTE", "Reporté", "Postponed"},
    Code{"PAS_NECESSAIRE", "Pas nécessaire", "Not needed"},
    Code{"NON_FAIT", "Non fait", "Not done"},
};

constexpr std::array kNotDoneReason = {
    Code{"REFUS_PERSONNE", "Refus de la personne", "Refused by the person"},
    Code{"REFUS_ENTOURAGE", "Refus de l’entourage", "Refused by relatives"},
    Code{"FATIGUE", "Trop fatiguée", "Too tired"},
    Code{"DOULEUR", "Douleur", "Pain"},
    Code{"ABSENCE", "Personne absente", "Person absent"},
    Code{"REPORTE", "Reporté", "Postponed"},
    Code{"PAS_NECESSAIRE", "Pas nécessaire", "Not needed"},
    Code{"DEJA_FAIT", "Déjà fait par quelqu’un", "Already done by somebody"},
    Code{"MATERIEL", "Matériel manquant", "Equipment missing"},
    Code{"TEMPS", "Manque de temps", "Lack of time"},
    Code{"AUTRE", "Autre raison", "Other reason"},
};

constexpr std::array kFunction = {
    Code{"MED", "Médecin coordonnateur", "Coordinating doctor"},
    Code{"IDEC", "Infirmière coordinatrice", "Coordinating nurse"},
    Code{"IDE", "Infirmière", "Nurse"},
    Code{"AS", "Aide-soignante", "Nursing aide"},
    Code{"ASG", "Assistante de soins en gérontologie", "Gerontology care assistant"},
    Code{"AES", "Aide à domicile", "Home aide"},
    Code{"ERGO", "Ergothérapeute", "Occupational therapist"},
    Code{"PSY", "Psychologue", "Psychologist"},
    Code{"ASS", "Assistante sociale", "Social worker"},
    Code{"KINE", "Kinésithérapeute", "Physiotherapist"},
    Code{"APA", "Enseignant en activité physique adaptée", "Adapted physical activity teacher"},
    Code{"DIET", "Diététicienne", "Dietitian"},
    Code{"ANIM", "Animatrice", "Activity leader"},
    Code{"SEC", "Secrétaire", "Secretary"},
    Code{"DIR", "Direction", "Management"},
    Code{"EXT", "Partenaire extérieur", "Outside partner"},
};

constexpr std::array kLists = {
    CodeList{"visit_status", kVisitStatus},
    CodeList{"mode", kMode},
    CodeList{"arrival", kArrival},
    CodeList{"outcome", kOutcome},
    CodeList{"not_done_reason", kNotDoneReason},
    CodeList{"function", kFunction},
};

}  // namespace

std::span<const CodeList> visitLists()
{
    return kLists;
}

}  // namespace liaison
